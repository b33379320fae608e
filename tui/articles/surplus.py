"""What headlines set around a title: grade, column, festival, year, season, disc, maker. Each trimmed by itself."""

import re

from tui.articles.cut import Cut
from tui.articles.mentions import Mentions
from tui.articles.quotation import leading_quote
from tui.articles.vocabulary import COLUMNS, CONSOLES, FESTIVAL, MEDIA, SEASON, STREAMERS

_I = re.IGNORECASE
_STAR = r"[★☆⭐✭✮✯✩✰*]\ufe0f?"
_GRADE_END = re.compile(
    rf"[\s:|,(\[–—-]*(?:(?:{_STAR}\s?){{1,10}}(?:½|1/2|\.5)?(?:\s?{_STAR})*|½"
    r"|[\s(\[]\d{1,2}(?:[.,]\d+)?\s?/\s?(?:4|5|6|10|20|100)|\s[–—|-]\s\d{1,3}\s?%|\s[–—|:-]\s[A-DF][+–-]?|:\s[A-DF][+–-]"
    r"|[(\[]\s?(?:\d\s)?(?:½|1/2)\s(?:stars?)\s?(?=[)\]])"
    r"|[\s(\[]\d(?:[.,]\d)?(?:\s?[½¼¾]|\s1/2)?\s(?:stars?|out of (?:four|five|ten|4|5|10)(?: stars)?)"
    r"|[(\[]\s?(?:grade:\s*)?[A-DF][+–-]?\s?[)\]]|\s[–—|(-]\s?(?:\d(?:[.,]\d)?\s)?stars?)\s*[)\]]?$",
    _I,
)
_GRADE_START = re.compile(
    rf"^(?:(?:{_STAR}\s?){{1,10}}½?|\[?[A-DF][+-]?\]?(?=\s[–—|:-]\s)|\[\d(?:\.\d)?/\d{{1,2}}\])\s*[:|–—-]?\s+"
)
_COLUMN = re.compile(rf"^(?:{COLUMNS}|{FESTIVAL})\s*(?:[:|–—]|\s-|-\s)\s*(?=\S)", _I)
_FESTIVAL_END = re.compile(rf"\s*(?:[|–—(\[]|\s-|\bat\b)\s*(?:the\s+)?{FESTIVAL}\s*[)\]]?$", _I)
_ON = rf"(?:{MEDIA}|{STREAMERS}|{CONSOLES})"
_MEDIA_END = re.compile(
    rf"(?:\s*[:–—|,(\[]\s*|\s-\s*|\s+)(?:(?:on|in|the|new|from)\s+)?(?:(?:{MEDIA})(?:\s*(?:[/&+,]|and|on)\s*|\s+)?)+"
    r"(?:edition|disc|set|release)?[)\]]?$"
    rf"|\s*[(\[]\s*(?:{_ON}|film|movie|tv|book|game|series|mini-?series|documentary|short|"
    rf"audio\s?(?:drama|book)|novella|novel|graphic novel|comic|manga|anime|album|ep|play|musical|podcast)"
    rf"(?:[\s/,&+]+{_ON})*\s*[)\]]$"
    rf"|\s*(?:[–—|,]|\s-)\s*(?:on\s+)?(?:{STREAMERS}|{CONSOLES})$",
    _I,
)
_ON_CONSOLE = re.compile(rf"^(?P<title>.+?)\s+on\s+(?:{CONSOLES})(?=\s*[:–—?!-]|\s+is\b|$)(?P<tail>.*)$", _I)
_ISSUE = re.compile(r"\s+(?:\(?#\d{1,4}\)?|\(of \d{1,2}\)|\([^()]{1,40},? #\d{1,3}\))(?:\s*\(of \d{1,2}\))?$")
_ELSEWHERE = re.compile(r"\s*(?:\s/\s|[(\[])\s*(?P<name>[^()\[\]/]{1,60}?)\s*[)\]]?$")
_MADE_IN = re.compile(r"\s*\((?P<who>[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}), (?:[A-Z][\w/ .]{1,40})\)$")
_YEAR = r"(?:18[89]\d|19\d\d|20[0-4]\d)"
_YEAR_BRACKETED = re.compile(
    rf"^(?P<title>.+?)\s*[(\[](?P<inside>[^()\[\]]{{0,80}}\b(?P<year>{_YEAR})\b[^()\[\]]{{0,80}})[)\]](?P<tail>.*)$"
)
_YEAR_END = re.compile(rf"^(?P<title>.+?)(?:,\s*|\s+[–—-]\s+|\s*\|\s*)(?P<year>{_YEAR})$")
_YEAR_BARE = re.compile(rf"^(?P<title>.+\S)\s+(?P<year>{_YEAR})$")
_YEAR_NEXT = re.compile(rf"^\s*[(\[][^()\[\]]{{0,60}}\b({_YEAR})\b[^()\[\]]{{0,60}}[)\]]|^\s*,?\s*({_YEAR})\b")
_SEASON = re.compile(
    r"^(?P<title>.+?)(?:(?:\s*[:,|–—]\s*|\s-\s*|\s*[(\[]\s*|\s+)(?:the\s+)?"
    r"(?:(?:complete|final|new|first|second|third|fourth|fifth)\s+)*"
    rf"(?:{SEASON}|s\d{{1,2}}(?:\s?e\d{{1,3}})?\b|\d{{1,2}}x\d{{2}}\b|episodes?\s+\d+|series\s+(?:premiere|finale)"
    r"|limited\s+series|mini-?series)|\s*[:,|–—(]\s*(?:the\s+)?(?:(?:complete|final|first)\s+)?season\b)(?P<tail>.*)$",
    _I,
)
_CERTIFICATE_END = re.compile(
    r"\s*[(\[](?:U|UA|PG|12A?|15|18|R|PG-?13|NC-?17|TV-\w+|NR|UR|cert\.? \w+|unrated)[)\]]$", _I
)
_YEAR_FIRST = re.compile(rf"^[(\[](?P<year>{_YEAR})[)\]]\s*[:–—-]?\s*(?=\S)")
_MAKER = re.compile(
    r"^(?P<title>.+?)\s*[,(–—-]?\s*\(?(?P<how>directed by|dir\.?:?|a film by|réalisé par|regie:?|by)\s+"
    r"(?P<name>[A-Z][^()]{3,60}?)\)?$"
)
_NOT_NAMES = frozenset({
    "your", "my", "his", "her", "their", "our", "the", "a", "an", "me", "you", "night", "day", "one",
})  # fmt: skip


def trim_grade(cut: Cut) -> None:
    """Cut off a grade at either end: it is read elsewhere."""
    for pattern in (_GRADE_END, _GRADE_START):
        rest = pattern.sub("", cut.text).strip()
        if rest and rest != cut.text and any(sign.isalnum() for sign in rest):
            cut.text = rest


def trim_surplus(cut: Cut, known: Mentions) -> None:
    """Cut off column, festival, year, season, disc and maker, until nothing more comes off."""
    for _ in range(4):
        before = cut.text
        for trim in (_column, _year, _season, _media, _issue, _elsewhere, _maker):
            trim(cut, known)
        if cut.text == before:
            break


def note_year(cut: Cut, text: str) -> None:
    """Note the year that opens `text`, in brackets or bare."""
    if cut.year is None and (found := _YEAR_NEXT.match(text)):
        cut.year = int(found[1] or found[2])


def names_season(text: str) -> bool:
    """Tell whether a text names a season or an episode behind a title."""
    return _SEASON.match(text) is not None


def _column(cut: Cut, known: Mentions) -> None:
    if (found := _COLUMN.match(cut.text)) and not known.says(cut.text):
        cut.said.append(found[0])
        cut.text = cut.text[found.end() :].strip()
        if quoted := leading_quote(cut.text):
            cut.quoted = True
            note_year(cut, quoted[1])
            cut.keep(*quoted)
    if (found := _FESTIVAL_END.search(cut.text)) and found.start() > 0 and not known.says(cut.text):
        cut.keep(cut.text[: found.start()])


def _year(cut: Cut, known: Mentions) -> None:
    if found := _YEAR_FIRST.match(cut.text):
        cut.year = cut.year or int(found["year"])
        cut.text = cut.text[found.end() :]
    if found := _YEAR_BRACKETED.match(cut.text):
        cut.year = cut.year or int(found["year"])
        cut.said.append(found["inside"])
        if names_season(f"x {found['tail']}"):
            cut.kind = "series"
        cut.bounded = True
        cut.keep(found["title"], found["tail"])
    elif found := _YEAR_END.match(cut.text):
        cut.year, cut.bounded = cut.year or int(found["year"]), True
        cut.keep(found["title"])
    elif (
        cut.review and (found := _YEAR_BARE.match(cut.text)) and not known.says(cut.text) and known.says(found["title"])
    ):
        # `Suspiria 2018 Review` is of Suspiria, `Wonder Woman 1984 Review` is not of Wonder Woman
        cut.year = cut.year or int(found["year"])
        cut.keep(found["title"])


def _season(cut: Cut, known: Mentions) -> None:
    found = _SEASON.match(cut.text)
    if found and not known.names(cut.text) and not known.names(f"{found['title']} season"):
        cut.kind = "series"
        cut.keep(found["title"].strip(" ([‘“'\"-"), found["tail"])


def _media(cut: Cut, known: Mentions) -> None:
    found = _MEDIA_END.search(cut.text) or _CERTIFICATE_END.search(cut.text)
    if found and found.start() > 0 and not known.says(cut.text):
        cut.said.append(found[0])
        cut.keep(cut.text[: found.start()].rstrip(" -"))


def _issue(cut: Cut, known: Mentions) -> None:
    """Cut off what numbers an issue or a volume, and the machine a game was played on."""
    if (found := _ISSUE.search(cut.text)) and found.start() > 0:
        cut.keep(cut.text[: found.start()])
    if (found := _ON_CONSOLE.match(cut.text)) and not known.says(cut.text):
        cut.said.append("game")
        cut.keep(found["title"], found["tail"])


def _elsewhere(cut: Cut, known: Mentions) -> None:
    """Cut off the title in another script, and director and country: `Foghorn (Ada Vey, Norway)`."""
    other, made = _ELSEWHERE.search(cut.text), _MADE_IN.search(cut.text)
    if other and not _is_foreign(other["name"]):
        other = None
    found = other or made
    title = cut.text[: found.start()] if found else ""
    if title and not _is_foreign(title):
        cut.keep(title)


def _is_foreign(name: str) -> bool:
    """Tell whether a name is written in no Latin script."""
    letters = [sign for sign in name if sign.isalpha()]
    return bool(letters) and all(ord(sign) > 0x24F for sign in letters)


def _maker(cut: Cut, known: Mentions) -> None:
    found = _MAKER.match(cut.text)
    if not found or known.says(cut.text):
        return
    words = found["name"].split()
    named = 2 <= len(words) <= 5 and words[0].lower() not in _NOT_NAMES and all(word[0].isupper() for word in words)
    if named and (cut.review or found["how"] != "by" or known.says(found["title"]) or known.says(words[-1])):
        cut.keep(found["title"].rstrip(" (-"))
