"""One work across critics, as its page shows it."""

from tui.model.mine import Mine
from tui.model.record import record
from tui.model.work import Work
from tui.model.works import Opinion, Spelling
from tui.summaries.consensus import Consensus
from tui.summaries.taste import Prediction


@record(frozen=True, slots=True)
class WorkPage:
    """All that critics say of one work."""

    work: Work
    directed_by: tuple[str, ...]
    """As most reviews give it."""
    opinions: tuple[Opinion, ...]
    """Best first, without a score last; a critic's earlier reviews (`counts` False) at the end."""
    consensus: Consensus
    mine: Mine | None
    """What the reader says of it."""
    prediction: Prediction | None
    """What the reader would give it; None: not enough yet, or graded already."""
    spellings: tuple[Spelling, ...]
    """What was joined to this work; one alone when nothing was."""
