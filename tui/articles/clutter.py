"""What stands in a post's HTML without being part of the text: scripts, forms, share buttons, votes."""

import re
from collections.abc import Mapping

DROPPED = frozenset({
    "script", "style", "noscript", "template", "head", "title", "button", "input", "select", "textarea", "nav",
    "svg", "math", "canvas", "audio", "map", "dialog", "menu", "datalist", "progress", "meter", "object", "applet",
    "frameset", "noframes", "rp",
})  # fmt: skip
"""Elements never read. (`object`, `audio` and the like are looked at for a player first.)"""
_CLASSES = frozenset({
    "sharedaddy", "sd-sharing-enabled", "sd-block", "sd-content", "jp-relatedposts", "jp-post-flair", "wpl-likebox",
    "wp-polls", "wp-polls-form", "post-ratings", "post-ratings-loading", "addtoany_share_save_container",
    "addtoany_content", "a2a_kit", "shariff", "heateor_sss_sharing_container", "ssba", "essb_links", "social-share",
    "social-sharing", "share-buttons", "share-post", "post-share", "sharing", "yarpp", "yarpp-related",
    "related-posts", "relatedposts", "crp_related", "rp4wp-related-posts", "kk-star-ratings", "gdrts-rating-block",
    "wpulike", "wp_ulike_general_class", "likebtn-wrapper", "fb-like", "twitter-share-button", "pin-it-button",
    "mc_embed_signup", "newsletter-signup", "subscribe-form", "jetpack_subscription_widget",
    "wp-block-jetpack-subscriptions", "wp-block-jetpack-like", "breadcrumb", "breadcrumbs", "skip-link",
    "edit-link", "post-edit-link", "post-navigation", "nav-links", "nav-previous", "nav-next", "adsbygoogle",
    "advertisement", "wp-post-author", "feedflare", "user-rating-stars", "rwp-users-rating-stars",
    "wp-review-user-rating", "user-review-area", "outbrain", "taboola", "OUTBRAIN", "wpcnt", "wordads-ad",
})  # fmt: skip
_IDS = frozenset({
    "jp-post-flair", "jp-relatedposts", "sharing", "cookie-notice", "respond", "mc_embed_signup", "related",
})  # fmt: skip
_FOOT_CLASSES = frozenset({
    "comments-area", "comment-list", "commentlist", "comments", "comment-respond", "comments-section",
    "entry-footer", "post-footer", "entry-meta-footer", "author-box", "about-author", "post-author-box",
})  # fmt: skip
_FOOT_IDS = frozenset({
    "comments", "comment-list", "commentlist", "disqus_thread",
})  # fmt: skip
_SPOILERS = frozenset({
    "spoiler", "spoilers", "spoiler-text", "spoiler-content", "spoilertext", "bbspoiler", "su-spoiler-content",
    "md-spoiler-text", "js-spoiler", "inline-spoiler", "is-spoiler", "sp-body", "spoiler__content",
})  # fmt: skip
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_clutter(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element and all in it is to be left out."""
    if tag in DROPPED or "hidden" in attributes:
        return True
    names = attributes.get("class")
    if names and not _CLASSES.isdisjoint(names.split()):
        return True
    if attributes.get("id") in _IDS:
        return True
    style = attributes.get("style")
    return bool(style) and _UNSEEN.search(style or "") is not None


def is_footer(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is what the site puts under a post: its own footer, the comments."""
    if tag == "footer" or attributes.get("id") in _FOOT_IDS:
        return True
    names = attributes.get("class")
    return bool(names) and not _FOOT_CLASSES.isdisjoint((names or "").split())


def is_spoiler(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is to be hidden until the reader asks."""
    if tag == "details":
        return "open" not in attributes
    names = attributes.get("class")
    return tag == "spoiler" or (bool(names) and not _SPOILERS.isdisjoint((names or "").lower().split()))
