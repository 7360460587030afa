"""A strict fake Bot API server with a chat page: the demo, the end-to-end test rig and the chaos rig."""
