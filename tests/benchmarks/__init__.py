"""Benchmarks. What is measured runs from byte code, as it does wherever it is installed, whatever this shell says."""

import os

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
