"""What a reader asks of the review before them: every verb goes up as a message, the App sees to it."""

from abc import abstractmethod

from textual.message_pump import MessagePump

from tui.app.messages import CommentsAsked, MarkAsked, MineAsked, RegradeAsked, WorkAsked
from tui.app.widgets.reading_bar import ReadingBar
from tui.model.review import Review


class ReadingVerbs(MessagePump):
    """For the reading screen."""

    review: Review | None
    """None until it is read, or when it cannot be."""

    @property
    @abstractmethod
    def bar(self) -> ReadingBar:
        """The line over the text, which shows the marks."""

    def action_toggle_read(self) -> None:
        if self.review is not None:
            self.post_message(MarkAsked((self.review.id,), "read", self.bar.unread))

    def action_star(self) -> None:
        if self.review is not None:
            self.post_message(MarkAsked((self.review.id,), "starred", not self.bar.starred))

    def action_comments(self) -> None:
        if self.review is not None:
            self.post_message(CommentsAsked(self.review.id))

    def action_regrade(self) -> None:
        if self.review is not None:
            self.post_message(RegradeAsked(self.review.id))

    def action_work(self) -> None:
        if self.review is not None:
            self.post_message(WorkAsked(review_id=self.review.id))

    def action_my_grade(self) -> None:
        if self.review is not None:
            self.post_message(MineAsked("grade", review_id=self.review.id))
