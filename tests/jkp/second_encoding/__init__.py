"""The programme a second time, written from the facts pages alone and without a look at `jkp/rules`."""
