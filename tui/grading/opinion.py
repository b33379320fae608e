"""Whose opinion a figure is, and whether it is one at all: other people's figures, what could have been, negations."""

import re

from tui.grading.candidate import Candidate
from tui.grading.surroundings import Surroundings

_SITES = (
    r"imdb|i\.m\.d\.b|rotten ?tomatoes|tomatometer|popcornmeter|\brt\b|metacritic|metascore|cinemascore|cinema score|goodreads|amazon|"
    r"fandango|flixster|filmaffinity|moviefone|allocin[eé]|douban|netflix|mpaa|google users|steam|opencritic|rate your music|"
    r"trakt|moviepilot|kinopoisk|mubi|criticker"
)
_CROWD = (
    r"audiences?'? (?:score|rating)|audience|critics?' (?:score|consensus|average)|critic score|user (?:score|rating|vote)s?|users?|readers?'?|"
    r"visitors?|voters?|community|average|avg|consensus|approval|aggregate|site visitors|overall user|public|poll|everyone else"
)
_OWN = re.compile(r"\b(?:i|i'd|i'll|i'm|i've|my|mine|we|our|me)\b")
_FIGURES_BEFORE = re.compile(rf"(?:{_SITES}|\b(?:{_CROWD})\b)")
_FIGURES_AFTER = re.compile(
    rf"[\s,*_)\]\"']{{0,4}}[-–(\[]?\s?(?:(?:rating|score|rated|stars?|average|fresh|currently|is the|approval|grade)\s){{0,2}}(?:(?:on|at|from|by|via|over at|according to|in|of)\s(?:the\s)?)?(?:{_SITES}|(?:{_CROWD})\b)"
)
_VOTES = re.compile(
    r"[\s,)]{0,3}[(\[–-]?\s?(?:(?:based on|from|by|with|average|in)\s)?(?:\d[\d,.]*k?|\w+) (?:\w+ )?(?:votes?|ratings?|reviews|users|voters|critics|readers|people voted)\b"
    r"|[\s,)]{0,3}\(?votes?:"
)
_GIVING = r"(?:give|gives|gave|given|giving|rate|rates|rated|score[sd]?|award(?:s|ed)?|grade[sd]?|put|puts|said|says|called?|voted?)"
_PEOPLE = (
    r"(?:roger )?ebert|siskel|roeper|maltin|kael|"
    r"my (?:\w+ )?(?:wife|husband|son|daughter|kids?|child|children|friends?|partner|girlfriend|boyfriend|mom|mum|mother|dad|father|brother|sister|"
    r"co-?worker|roommate|colleague|nephew|niece|year-old|fianc[eé]e?|better half)(?: \w+)?|"
    r"he|she|they|critics?|people|everyone|everybody|others?|someone|somebody|some(?: \w+)?|many|most(?: \w+)?|reviewers?|users?|fans?|audiences?|viewers?|"
    r"imdb|who|nobody|no one|folks|the (?:kids|boys|girls|guardian|times|critics|press|media|world)|variety|empire magazine"
)
_OTHERS_GIVE = re.compile(
    rf"\b(?:{_PEOPLE})\b(?:'d|'ve| have| has| had| would| will| might| only| also| even| all| who| both| actually| already| generously| then){{0,3}} {_GIVING}\b[^.;!?]{{0,60}}$"
)
_NAME_GIVES = re.compile(
    r"(?:^|[\s(\"'])(?!I\b|We\b|So\b|And\b|But\b|Also\b|Overall\b|Still\b|Then\b|Just\b|Rating\b|Grade\b|Score\b|Now\b|Yes\b|Maybe\b|Would\b|Will\b|Can\b|Must\b|To\b|Do\b|Please\b|It\b|This\b|That\b|The\b)"
    r"[A-Z][\w.]+(?: [A-Z][\w.]+)?(?: (?:once|even|also|only|famously|has|had|would))? (?:gave|gives|rated|rates|awarded|awards|scored) [^.;!?\n]{0,60}$"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:could|might|should|would|may|must)(?:n't)?(?:'ve| have| of)\b[^.;!?]{0,50}$"
    r"|\b(?:could|might|should)(?:'ve| have)? (?:(?:\w+ly|even|also|just|actually) )?(?:be|been|get|gotten|earn|deserve|score|reach)\b[^.;!?,]{0,40}$"
    r"|\bwould(?: \w+)? be\b[^.;!?,]{0,30}$"
    r"|\b(?:almost|nearly|not|not quite|isn't|ain't|wasn't|not even|hardly|never|no|barely) (?:worth |even )?(?:quite |really |exactly |worth |just )?(?:an?|the)(?: \w+){0,2} $"
    r"|\b(?:almost|nearly) (?:gave|give|got|gets|get|earns?|earned)\b[^.;!?]{0,30}$"
    r"|\b(?:short of|instead of|rather than|better than|worse than|more than|(?<!nothing )less than|anything but|down from|up from|away from|as opposed to|far from|unlike)\b[^.;!?]{0,24}$"
    r"|\b(?:down|up|drops?|dropped|bumped?|raised?|lowered?|knocked|falls?|reduced?|demoted|upgraded?|went) (?:it )?(?:down |up )?from (?:an?|the)?\b[^.;!?]{0,20}$"
    r"|\b(?:whether|wonder(?:ed|ing)? if|debat\w+|torn|tempted|wanted to|want to give|wish i could|was going to|was about to|were going to|expected|expecting|hoping|hoped|look(?:ed|ing) forward|promised|supposed to|used to)\b[^.;!?]{0,60}$"
    r"|\b(?:why|how) (?:doesn't|didn't|don't|isn't|can't|would anyone|could anyone|anyone|people|so many|do people|is it|did)\b[^.;!]{0,60}$"
    r"|\b(?:doesn't|didn't|don't|do not|does not|did not|can't|cannot|won't|wouldn't|couldn't|(?:never|not) to|never|refuse to) (?:even |really |quite |ever |exactly )?(?:get|give|deserve|earn|merit|warrant|think|feel|believe|rate|reach|go|award|see|consider|hand out|call|make|quite)\b[^.;!?]{0,60}$"
    r"|\b(?:every|each|any|other|those|such|these|rare|few|first|typical|your|lots of|many|countless|usual) (?:\w+ ){0,2}$"
    r"|(?<!even )\b(?:if|unless|when|only if) (?:it|this|i|there|the|they|he|she|you|we)\b[^.;!?,]{0,60}$"
)
_HELP_BUT = re.compile(
    r"help but (?:to )?(?:give|giving)|hesitate|no (?:choice|problem|hesitation|doubt|less)|nothing less"
)
_CONDITION = re.compile(
    r"[\s,*_]*(?:if (?!you|anyone)|had (?:it|they|the|he|she)\b|were it\b|but for\b|if only\b|except\b)"
)
_WOULD = re.compile(r"\b(?:would|'d|could)\b")
_QUESTION = re.compile(r"[^.!\n]{0,40}\?")
_NOT_GRADED_HERE = re.compile(r"[\s\"'*_]*(?:if i (?:could|was|were)|or not\b)")


def not_own(candidate: Candidate, around: Surroundings, plain_clause: str) -> str:
    """Return why a figure is not this critic's grade, as a plain phrase; empty when nothing speaks against it."""
    return (
        _other_figures(around)
        or _other_people(around, plain_clause)
        or (_only_supposed(candidate, around) if not _is_labelled(around) else "")
    )


def _is_labelled(around: Surroundings) -> bool:
    return around.label is not None and around.label.kind == "grade"


def _other_figures(around: Surroundings) -> str:
    """Say when a figure comes from a site, a poll or a crowd."""
    own_gives = re.search(r"\b(?:i|i've|i'd|we|my)\b[^.;]{0,60}$", around.clause)
    near = around.clause[-90:]
    site = None
    for site in _FIGURES_BEFORE.finditer(near):
        pass
    if site and not _OWN.search(near, site.end()) and not re.search(r"\|", near[site.end() :]):
        return f"a figure of “{site[0].strip()}”, not the critic's"
    if not own_gives and (site := _FIGURES_AFTER.match(around.after)):
        return f"a figure of others (“{site[0].strip()}”)"
    if _VOTES.match(around.after):
        return "an average of votes"
    return ""


def _other_people(around: Surroundings, plain_clause: str) -> str:
    """Say when somebody else gave it."""
    if found := _OTHERS_GIVE.search(around.clause):
        return f"given by somebody else (“{found[0].strip()[:40]}”)"
    if found := _NAME_GIVES.search(plain_clause):
        return f"given by somebody else (“{found[0].strip()[:40]}”)"
    return ""


def _only_supposed(candidate: Candidate, around: Surroundings) -> str:
    """Say when it is only supposed, expected, refused or asked about."""
    if _HELP_BUT.search(around.clause):
        return ""
    if found := _HYPOTHETICAL.search(around.clause):
        return f"only supposed (“{found[0].strip()[:40]}”)"
    if _CONDITION.match(around.after) and _WOULD.search(around.clause):
        return "only supposed (a condition follows)"
    if _NOT_GRADED_HERE.match(around.after):
        return "only supposed"
    return ""
