"""Telling the reader what went wrong, in one line: nothing is swallowed, and nobody is shown a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

from textual.message_pump import MessagePump
from textual.worker import Worker, WorkerState

from tui.model.errors import MatineeError


class Telling(MessagePump):
    """For the App and the screens that start workers."""

    @contextmanager
    def telling(self, *, but: type[MatineeError] | tuple[()] = ()) -> Iterator[None]:
        """Tell what was to be expected: the tree of `model.errors`, but for what is to be handled by the caller."""
        try:
            yield
        except but:
            raise
        except MatineeError as error:
            self.app.notify(str(error), severity="error", markup=False, timeout=10)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what was not: a worker that ended by an exception would otherwise end in silence."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            words = f"{type(error).__name__}: {error} (a fault in Matinee, in “{event.worker.name}”)"
            self.app.notify(words, severity="error", markup=False, timeout=20)
