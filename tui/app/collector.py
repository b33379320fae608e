"""What the App tells Python's garbage collector: what stays is not to be walked between two keys."""

import gc


def hold() -> None:
    """Keep it away while the App is loaded: nearly all of that stays."""
    gc.disable()


def end_hold() -> None:
    """Let it work again, if it was kept away. The first look, at all that was loaded, takes 20 ms."""
    if not gc.isenabled():
        go_on()


def go_on() -> None:
    """Let it work, on what comes from now on: without this it walks all there is every few keys (p99 17 ms, then 7).

    The oldest of what comes is walked a fifth as often as it would be, 30 ms each time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 50)
    gc.enable()
