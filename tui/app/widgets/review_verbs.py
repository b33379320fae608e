"""What a reader does to the selected review of a list, for the screen that has the list."""

from abc import abstractmethod

from textual.message_pump import MessagePump

from tui.app.messages import CommentsAsked, MarkAsked, MineAsked, PageAsked, RegradeAsked, WorkAsked
from tui.app.widgets.review_list import ReviewList


class ReviewVerbs(MessagePump):
    """Actions of the registry's verbs for one review; the App sees to what they ask for."""

    @property
    @abstractmethod
    def reviews(self) -> ReviewList:
        """The list."""

    @abstractmethod
    def stepped(self) -> None:
        """Say where the cursor is, in the same frame that moves it."""

    def action_toggle_read(self) -> None:
        row = self.reviews.row
        if row is not None:
            self.post_message(MarkAsked((row.id,), "read", not row.read))

    def action_star(self) -> None:
        row = self.reviews.row
        if row is not None:
            self.post_message(MarkAsked((row.id,), "starred", not row.starred))

    def action_comments(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(CommentsAsked(self.reviews.selected))

    def action_regrade(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(RegradeAsked(self.reviews.selected))

    def action_work(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(WorkAsked(review_id=self.reviews.selected))

    def action_my_grade(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(MineAsked("grade", review_id=self.reviews.selected))

    def action_browse(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(PageAsked(self.reviews.selected))

    def action_copy_link(self) -> None:
        if self.reviews.selected is not None:
            self.post_message(PageAsked(self.reviews.selected, copy=True))

    def action_next_unread(self) -> None:
        self._to_unread("below", down=True)

    def action_previous_unread(self) -> None:
        self._to_unread("above", down=False)

    def _to_unread(self, where: str, *, down: bool) -> None:
        if self.reviews.to_unread(down=down):
            self.stepped()
        else:
            self.app.notify(f"No unread review {where}", markup=False, timeout=2)
