"""Where a review ends and the blog's own footer begins: thanks, shares, tags, comments, the reply form."""

import re
from dataclasses import replace

from tui.model.prose import Block, Prose

_ENDS = re.compile(
    r"(?:\d[\d,.]*|one|no) (?:thoughts?|comments?|responses?|replies|reply|pingbacks?|reactions?)"
    r"(?: (?:on|to|so far|for|about)\b.*| ?[»›]?)$"
    r"|(?:leave|post|add|write) (?:a|your|another) (?:reply|comment|response)s?\b.{0,60}$"
    r"|discussion about this post$|join the (?:conversation|discussion)$|what did you think\?.{0,40}comments? below.*"
    r"|(?:schreibe|hinterlasse) (?:einen|eine) (?:kommentar|antwort)\b.*|deja (?:una respuesta|un comentario)\b.*"
    r"|laisser un commentaire\b.*"
    r"|\d+ (?:kommentare?|gedanken?|commentaires?|comentarios?|pensamientos?)(?: (?:zu|à|en|sobre|sur)\b.*)?$"
    r"|(?:comments|kommentare|commentaires|comentarios|related posts|you may also like|more from this author)$",
    re.IGNORECASE,
)
"""From here to the end nothing is the critic's."""
_NETWORKS = "twitter|facebook|instagram|letterboxd|patreon|x|bluesky|threads|tiktok"
_LINES = re.compile(
    r"the post .{1,300} (?:first )?appeared (?:first )?on .{1,200}$|.{0,300}\bappeared first on .{1,200}$"
    r"|your e-?mail address will not be published.*|required fields are marked.*"
    r"|(?:share|like) this:?$|share (?:on|via|this)\b.{0,80}$|like(?: loading)?\.{2,3}$|loading\.{2,3}$|related:?$"
    r"|(?:filed under|posted in|tagged(?: with| as)?|categor(?:y|ies)|tags)\s?:.{0,400}$"
    r"|advertisements?$|\(?adsbygoogle.*"
    r"|(?:continue reading|read more|read the (?:full|rest))\b.{0,120}$"
    r"|(?:click to )?(?:print|tweet|e-?mail) this.{0,60}$"
    rf"|(?:follow|find|like|join) (?:me|us)\b.{{0,60}} (?:on|at) (?:{_NETWORKS})\b.{{0,120}}$"
    r"|(?:subscribe|sign up)\b.{0,120}\b(?:newsletter|e-?mails?|updates|inbox|blog|channel|posts?)\b.{0,80}$"
    r"|support (?:me|us|the site|this blog)\b.{0,80}(?:patreon|ko-fi|paypal).{0,80}$"
    r"|(?:previous|next) post:?.{0,160}$|[←«].{0,160}$|all rights reserved\.?$|©.{0,160}$|view all posts by .{0,80}$",
    re.IGNORECASE,
)
_LONGEST_LINE = 400
_LONG = 350
"""A paragraph this long under a heading `Comments` may still be the review: then the heading ends nothing."""
_WEAK = re.compile(r"(?:comments|related posts|you may also like|kommentare|commentaires|comentarios)$", re.IGNORECASE)


def mark_footers(prose: Prose) -> Prose:
    """Return `prose` with the blog's own lines, and the comments with all that follows them, marked as footer."""
    blocks, ended = [], False
    for number, block in enumerate(prose.blocks):
        text = block.text.strip() if len(block.runs) else ""
        if not ended and 0 < len(text) <= _LONGEST_LINE:
            ended = _is_end(text, prose.blocks, number)
        if not block.role and (ended or (0 < len(text) <= _LONGEST_LINE and _LINES.match(text))):
            block = replace(block, role="footer")
        blocks.append(block)
    return Prose(tuple(blocks), prose.links, prose.text)


def _is_end(text: str, blocks: tuple[Block, ...], number: int) -> bool:
    """Tell whether the text of block `number` opens the comments."""
    if not _ENDS.match(text):
        return False
    if not _WEAK.match(text):
        return number > 0
    return not any(block.kind == "paragraph" and len(block.text) > _LONG for block in blocks[number + 1 :])
