"""Reading one article: HTML in, prose, credits, the work and the grade out. What the other floors call."""

from collections.abc import Mapping
from dataclasses import replace

from tui.articles import markup
from tui.articles.credits import read_credits
from tui.articles.main_text import find_main, page_title
from tui.articles.page import prune
from tui.articles.prose import read_prose, read_tree
from tui.articles.structured import Evidence, read_evidence
from tui.articles.work import read_work
from tui.grading.habits import Habits
from tui.grading.reading import Reading, read_grade
from tui.model.credits import Credits
from tui.model.prose import Block, Prose
from tui.model.record import record
from tui.model.text import field
from tui.model.work import Work


@record(frozen=True, slots=True)
class Article:
    """One post, understood."""

    prose: Prose
    """The whole text; blocks marked as credits, grade or footer."""
    credits: Credits
    work: Work | None
    """None for a post that is no review."""
    reading: Reading
    """The grade, further grades and why; spans refer to `prose.text` (or to the title)."""
    title: str = ""
    """The post's title: as given, else the page's own."""


def read_article(
    html: str,
    *,
    title: str = "",
    url: str = "",
    fields: Mapping[str, str] | None = None,
    habits: Habits | None = None,
    page: bool = False,
) -> Article:
    """Return what one post says.

    `html` is a post's HTML or plain text; with `page` it is a whole web page, whose main text is found first and whose
    data count too. `fields` are the feed's own (`letterboxd:memberRating`, …; `guid` helps where it is known);
    `json-ld` among them is data lifted out of the post, `page:json-ld` out of its page. Pure; never raises on any text.
    """
    fields = fields or {}
    prose, evidence, heading = _read(html, url, page, fields.get("page:json-ld") or fields.get("json-ld", ""))
    title = field(title) or heading
    head = read_credits(prose, evidence.facts)
    prose = head.prose
    if evidence.instead:
        reading = Reading(None, reasons=(f"the page says it is a {evidence.instead}, no review",))
        return Article(prose, head.credits, None, reading, title)
    reading = read_grade(_own_words(prose), title=title, fields=fields, evidence=evidence.candidates, habits=habits)
    work = read_work(title, prose, url, fields, evidence.facts, head=head, graded=reading.grade is not None)
    return Article(_with_grade(prose, reading), head.credits, work, reading, title)


def _read(html: str, url: str, page: bool, data: str) -> tuple[Prose, Evidence, str]:
    """Return the prose, the evidence and, of a whole page, its headline."""
    if not page and not (markup.has_markup(html) and markup.has_layout(html)):
        roots = markup.parse(html) if markup.has_markup(html) else ()
        return read_prose(html, url), read_evidence(html + _script(data), roots), ""
    roots = markup.parse(html)
    if not page:
        return read_tree(roots, url), read_evidence(html + _script(data), roots), ""
    main = find_main(roots)
    evidence, title = read_evidence(html, roots, main), page_title(roots)
    if main is not None:
        prune(main, {})
    prose = read_tree((main, *roots[1:]) if main is not None else roots, url)  # further roots: a page too large for one
    return prose, evidence, title


def _script(data: str) -> str:
    """Return JSON-LD that was lifted out of a post as the script it came from."""
    inside = data.replace("</", r"<\/")
    return f'<script type="application/ld+json">{inside}</script>' if data else ""


def _own_words(prose: Prose) -> str:
    """Return the text with the footer's words blanked out, every other character at its offset."""
    parts, at = [], 0
    for block in prose.blocks:
        if block.role == "footer":
            parts += [prose.text[at : block.start], " " * len(block.text)]
            at = block.start + len(block.text)
    return "".join([*parts, prose.text[at:]]).rstrip() if parts else prose.text


def _with_grade(prose: Prose, reading: Reading) -> Prose:
    """Return `prose` with the block marked that the grade was read from."""
    where = reading.grade.where if reading.grade else None
    if where is None or where.place != "text":
        return prose

    def marked(block: Block) -> Block:
        holds = block.start <= where.start < block.start + len(block.text)
        return replace(block, role="grade") if holds and block.role != "footer" else block

    return Prose(tuple(map(marked, prose.blocks)), prose.links, prose.text)
