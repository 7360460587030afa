"""Our rows and the questions asked of them."""
