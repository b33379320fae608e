"""`make bench`: every benchmark, one after the other; each says what it measured and how."""

import subprocess
import sys

BENCHMARKS = ("refresh", "keys", "grades")


def main() -> None:
    """Run each in a process of its own, so that none warms another up."""
    for name in BENCHMARKS:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}"], check=True)


if __name__ == "__main__":
    main()
