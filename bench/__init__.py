"""Side-by-side benchmarks: `python -m bench` runs every module here, `python -m bench NAME` one of them."""
