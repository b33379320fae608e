"""Whose opinion a figure is: a site's, a crowd's, a friend's, another critic's, or this critic's own."""

import re

from tui.grading.giving import PERSONA
from tui.grading.surroundings import Surroundings

_SITES = (
    r"imdb|i\.m\.d\.b|rotten ?tomatoes|tomatometer|popcornmeter|\brt\b|metacritic|metascore|cinemascore|cinema score|"
    r"goodreads|amazon|fandango|flixster|filmaffinity|allocin[eé]|douban|netflix|mpaa|google users|steam|opencritic|"
    r"rate your music|trakt|moviepilot|kinopoisk|mubi|criticker|letterboxd|tmdb|common sense media|roger ?ebert\.com|"
    r"yelp|\bbgg\b|boardgamegeek|\bmdl\b|mydramalist|myanimelist|anilist|backloggd|storygraph|pitchfork|librarything"
)
_CROWD = (
    r"audiences?'? (?:score|rating)|audience|critics?'? (?:score|consensus|average)|user (?:score|rating|vote|"
    r"review)s?|"
    r"users?|readers?'?|visitors?|voters?|community|average|avg|consensus|approval|aggregate|public|polls?|"
    r"everyone else|zuschauer\w*|publikum\w*|leser\w*|kritiker|spectateurs?|lecteurs?|público|pubblico|"
    r"the press|most reviews"
)
_BEFORE = re.compile(rf"(?:{_SITES}|\b(?:{_CROWD})\b)")
_AFTER = re.compile(
    r"[\s,*_)\]\"']{0,4}[-–(\[]?\s?(?:(?:rating|score|rated|stars?|average|fresh|currently|is the|approval|"
    r"grade)\s){0,2}"
    rf"(?:(?:on|at|from|by|via|over at|according to|in|of)\s(?:the\s)?)?(?:{_SITES}|(?:{_CROWD})\b|(?:it |"
    rf"\w+ ){{0,3}}(?:on|at) (?:the )?(?:{_SITES})|by (?:\w+ ){{0,2}}(?:people|users|critics|viewers|members|others|"
    r"fans|reviewers|everyone)\b|from (?:this|that|the|one|another) (?:paper|magazine|site|other|one)\b)"
)
_OWN = re.compile(r"\b(?:i|i'd|i'll|i'm|i've|my|mine|we|our|me)\b")
_MY = re.compile(r"\bmy (?:own |personal )?$")
_TURNS = re.compile(r"\d[^:;,)]*[:;,)]+ (?:but )?(?:this|it)(?:'s| is| gets| deserves| earns)\b")
"""The site has had its figure, and the critic goes on: `IMDb (7.2): this is a`."""
_FIGURE_FOLLOWS = re.compile(r"\W{0,3}(?:rating|score|says)?\W{0,3}\d")
_OWN_GIVES = re.compile(r"\b(?:i|i've|i'd|we|my)\b[^.;,]{0,60}$")
_VOTES = re.compile(
    r"[\s,)]{0,3}[(\[–-]?\s?(?:(?:based on|from|by|with|average|in)\s)?(?:\d[\d,.]*k?|\w+) (?:\w+ )?"
    r"(?:votes?|ratings?|reviews|users|voters|critics|readers|people voted)\b|[\s,)]{0,3}\(?votes?:"
    r"|[\s)]{0,2}\((?!(?:19|20)\d\d\))\d{1,6}\)"
)
_GIVING = (
    r"(?:give|gives|gave|given|giving|rate|rates|rated|score[sd]?|award(?:s|ed)?|grade[sd]?|puts?|says?|said|called?|"
    r"voted?)"
)
_PEOPLE = (
    r"(?:roger )?ebert|siskel|roeper|maltin|kael|my (?:\w+[ -]){0,3}(?:wife|husband|son|daughter|kids?|child|"
    r"children|friends?|"
    r"partner|girlfriend|boyfriend|mom|mum|mother|dad|father|brother|sister|co-?worker|roommate|colleague|nephew|"
    r"niece|old|"
    r"fianc[eé]e?|better half|boss|neighbou?r|cousin)(?: \w+| \(\d+\))?|he|she|they|critics?|people|everyone|"
    r"everybody|others?|someone|"
    r"somebody|some(?: \w+)?|many(?: \w+)?|most(?: \w+)?|reviewers?|users?|fans?|audiences?|viewers?|imdb|who|nobody|"
    r"no one|folks|"
    r"the (?:\w+ )?(?:kids|boys|girls|guardian|times|critics|press|media|world|judges?|jury|teacher|poster|studio|"
    r"internet|site)|the (?:crowd|audience|row|people)(?: \w+){0,3}|variety|empire"
)
_ADVERB = (
    r"(?:'d|'ve| have| has| had| would| will| might| only| also| even| all| who| both| actually| already| generously|"
    r" then| just| once| initially)"
)
_OTHERS_GIVE = re.compile(rf"(?<!this )\b(?:{_PEOPLE})(?<=[\w)]){_ADVERB}{{0,3}} {_GIVING}\b[^.;!?]{{0,60}}$")
_OTHERS_GET = re.compile(
    r"\b(?:he|she|they|who|(?<!this )(?<!that )(?<!the )one|students?|kids?|boys?|girls?|brother|sister|hero|"
    r"heroine)(?: also| only| then| just| always)? "
    r"(?:gets?|got|earns?|earned|receives?|received|scores?|scored|aces?|gives?|gave)\b[^.;!?]{0,40}$"
)
_WAS_LIKE = re.compile(
    r"\b(?:everyone|everybody|people|they|he|she|my \w+)\b[^.;!?]{0,30}\b(?:was|were|is|are|be) like\W*$"
)
_NAME_GIVES = re.compile(
    r"(?:^|[\s(\"'])(?!(?:I|We|So|And|But|Also|Overall|Still|Then|Just|Rating|Grade|Score|Now|Yes|Maybe|Would|Will|"
    r"Can|Must|To|Do|"
    r"Please|It|This|That|The|Finally|Therefore|Thus|Hence|Recommended|Only|Here|All|Which|Not)\b)"
    r"[A-Z][\w.]+(?: [A-Z][\w.]+)?(?: (?:once|even|also|only|famously|has|had|would|will|might))? "
    r"(?:gave|gives?|rated|rates|awarded|awards|scored) [^.;!?\n]{0,60}$"
)


_GIVES_IT = re.compile(
    r"\b(?:gave|gives|rated|rates|awarded|awards|giving) (?:it|this|this one|the (?:film|movie|book|game|show|album|"
    r"series))\b[^.;!?\n]{0,40}$"
)
_REPORTED = re.compile(
    r"\b(?:i|we)(?:'m|'ve)? (?:see|saw|seen|hear|heard|read|know|knew|understand|noticed?|gather|am told|told)"
    r"(?: that)?\b"
)
_SPEAKER = re.compile(r"\b(?:i|i'd|i'll|i'm|i've|we|we'd|we'll|we've|me|us|your|yours|this|you)\b")
_SOMEBODY = re.compile(
    r"\b(?:the|an?|his|her|their|my|our|one|some|another|most|many|both|audiences?|critics|reviewers|people|"
    r"everyone|everybody|somebody|someone|nobody|he|she|they|who)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|i'd|i'll|i've|we|we'd|we'll|we've)\b")
_FOR_THEIRS = re.compile(r"\s(?:points? |marks? )?for (?:his|her|their)\b")
_CROWD_LABEL = re.compile(
    r"\b(?:users?'?|readers?'?|visitors?'?|viewers?'?|players?'?|audiences?'?|community|critics?'?|average|nationwide|"
    r"nielsen|national|viewership|tv|episode)$"
)


def not_own(place: Surroundings, plain_part: str) -> str:
    """Return whose figure it is when not this critic's; empty when nothing says so. `plain_part` keeps its capitals."""
    if _FOR_THEIRS.match(place.after) and not _FIRST_PERSON.search(place.part):
        return "given to somebody in the work"
    return _sites_figure(place) or _others_figure(place, plain_part)


def _sites_figure(place: Surroundings) -> str:
    """Say when a figure comes from a site, a poll or a crowd."""
    if place.label and (crowd := _CROWD_LABEL.search(place.qualifier)):
        return f"a figure of others (“{crowd[0]} {place.label.word}”)"
    near = place.clause[-90:]
    named = list(_BEFORE.finditer(near))
    if named and not _is_own(near, *named[-1].span()):
        return f"a figure of “{named[-1][0].strip()}”, not the critic's"
    site = _AFTER.match(place.after)
    if site and not _FIGURE_FOLLOWS.match(place.after, site.end()) and not _OWN_GIVES.search(place.clause):
        return f"a figure of others (“{site[0].strip()}”)"
    return "an average of votes" if _VOTES.match(place.after) else ""


def _is_own(near: str, start: int, end: int) -> bool:
    """Return whether the critic speaks although a site is named at `[start:end]`: `my IMDb rating`."""
    return bool(_MY.search(near[:start]) or _OWN.search(near, end) or _TURNS.search(near, end)) or "|" in near[end:]


def _others_figure(place: Surroundings, plain_part: str) -> str:
    """Say when somebody else gave it."""
    found = (
        _OTHERS_GIVE.search(place.part)
        or _OTHERS_GET.search(place.part)
        or (_NAME_GIVES.search(plain_part) if not PERSONA.search(place.part) else None)
        or _somebody_gives(place.clause)
        or _WAS_LIKE.search(place.part)
    )
    return f"given by or to somebody else (“{found[0].strip()[:40]}”)" if found else ""


def _somebody_gives(clause: str) -> re.Match[str] | None:
    """Return the words of giving whose subject is neither `I` nor the post itself, however far off that stands."""
    found = _GIVES_IT.search(clause)
    if found is None:
        return None
    subject = clause[: found.start()]
    for reported in _REPORTED.finditer(subject):
        subject = clause[reported.end() : found.start()]
    return found if _SOMEBODY.search(subject) and not _SPEAKER.search(subject) else None
