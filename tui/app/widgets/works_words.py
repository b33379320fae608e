"""The list of works in words: its choices, its orders, how it is narrowed, and why it is empty. Pure."""

from tui.model.works import WorkChoice, WorkSort, WorksShown

CHOICES = {
    WorkChoice.ALL: "All works",
    WorkChoice.DIVISIVE: "Most divisive",
    WorkChoice.LOVED: "Loved by all",
    WorkChoice.DISAGREE: "My critics disagree with me",
    WorkChoice.WATCHLIST: "Watchlist",
    WorkChoice.SEEN: "Seen",
    WorkChoice.UNSEEN: "Unseen",
}
ORDERS = {
    WorkSort.CONSENSUS: "Best consensus first",
    WorkSort.WORST: "Worst consensus first",
    WorkSort.SPREAD: "Widest spread first",
    WorkSort.COUNT: "Most critics first",
    WorkSort.NEWEST: "Newest review first",
    WorkSort.DIRECTOR: "By director, A to Z",
    WorkSort.YEAR: "Newest work first",
    WorkSort.TITLE: "By title, A to Z",
    WorkSort.APART: "Furthest from my grade first",
}
_EMPTY = {
    WorkChoice.ALL: ("No works yet.", "They come with reviews: a subscribes to a critic, R asks every critic."),
    WorkChoice.DIVISIVE: (
        "No work your critics are split over.",
        "Split are three critics or more whose grades spread by 20 points or more.",
    ),
    WorkChoice.LOVED: ("No work is loved by all.", "That takes three critics or more, and a B or better from each."),
    WorkChoice.DISAGREE: (
        "No work your critics and you disagree on.",
        "That takes your own grade (m gives it), two critics, and 15 points between their mean and yours.",
    ),
    WorkChoice.WATCHLIST: ("Nothing on your watchlist.", "W on a work puts it there; `matinee import` takes one over."),
    WorkChoice.SEEN: ("Nothing marked as seen.", "w on a work says that you have seen it, m gives it your grade."),
    WorkChoice.UNSEEN: ("You have seen everything here.", "Tab shows the other choices."),
}


def words_of(shown: WorksShown) -> str:
    """Return how the list is narrowed and ordered: `director:marrow (^F clears) · widest spread first`."""
    order = ORDERS[shown.sort]
    order = order[0].lower() + order[1:]
    return order if shown.query.is_all else f"{shown.query.text} (^F clears) · {order}"


def nothing_here(shown: WorksShown) -> tuple[str, ...]:
    """Return what an empty list says."""
    if not shown.query.is_all:
        return (f"No work matches: {shown.query.text}", "^F clears the filter, / changes it.")
    return _EMPTY[shown.choice]
