"""Where everything stands on the sample site."""

from tui.demo.texts import Kind, Post, Remark, SampleCritic
from tui.model.record import record

FEED: dict[Kind, tuple[str, str]] = {
    "rss": ("feed/", "application/rss+xml"),
    "letterboxd": ("rss/", "application/rss+xml"),
    "atom": ("feed/atom/", "application/atom+xml"),
    "json": ("feed.json", "application/feed+json"),
    "rss1": ("feed/rdf/", "application/rdf+xml"),
    "broken": ("feed/", "application/rss+xml"),
}
"""Each kind of feed: its path under the critic's home, and its media type."""


@record(frozen=True, slots=True)
class Addresses:
    """Absolute addresses under one root, such as `http://127.0.0.1:8000/`."""

    root: str
    """With the slash at its end."""

    def home(self, critic: SampleCritic) -> str:
        """The critic's front page."""
        return f"{self.root}{critic.slug}/"

    def feed(self, critic: SampleCritic) -> str:
        """The critic's feed."""
        return self.home(critic) + FEED[critic.feed][0]

    def page(self, critic: SampleCritic, post: Post) -> str:
        """One post's page."""
        return f"{self.home(critic)}{post.slug}/"

    def short(self, critic: SampleCritic, post: Post) -> str:
        """The address by number that redirects to the page; WordPress uses it as the guid."""
        return f"{self.home(critic)}?p={post.number}"

    def talk_feed(self, critic: SampleCritic, post: Post) -> str:
        """The feed of a post's comments (RSS; with `atom/` behind it, Atom)."""
        return self.page(critic, post) + "feed/"

    def remark(self, critic: SampleCritic, post: Post, remark: Remark) -> str:
        """One comment on its page."""
        return f"{self.page(critic, post)}#comment-{remark.id}"

    def rest(self, critic: SampleCritic) -> str:
        """The root of the critic's WordPress REST interface."""
        return self.home(critic) + "wp-json/"
