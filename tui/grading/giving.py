"""Phrases that give a grade in a sentence: `I give it`, `it gets`, `make this a`, `from me`, `why the three points`."""

import re

from tui.grading.candidate import Candidate
from tui.grading.surroundings import Surroundings
from tui.model.grade import Notation

_GAP = r"[^.;!?\n()]{0,70}$"
_I_GIVE = re.compile(
    r"\b(?:i|i'd|i'll|i'm|i've|i am|we|we'd|we'll|i'ma|imma)\b[^.;!?\n]{0,50}?\b"
    rf"(?:giv(?:e|ing|en)|gave|award(?:ed|ing)?|rat(?:e|ed|ing)|scor(?:e|ed|ing)|grad(?:e|ed|ing)|vot(?:e|ed|ing)|go|going|say|settle|put|mark|land|call)\b{_GAP}"
)
_FOREIGN = re.compile(
    r"\b(?:j'ai donné|je (?:lui |le |la )?(?:donne|mets|donnerais)|on (?:lui )?donne|le doy|le pongo|dou|ich gebe|gebe ich|vergebe(?:n)? (?:ich|wir)?|gibt(?: es)?|gli do|"
    rf"le do|ik geef|jag ger|jeg gir|daję)\b{_GAP}"
)
_GIVE = re.compile(
    rf"(?:^|[,;:—–-]\s*|\b(?:and|but|so|to|must|gotta|would|will|have to|help but|can|do|please|just|therefore|thus|hence|still|only|let's|let me|lets) )(?:give|giving|gave|rate|rating|rated|scoring|call|call it)\b{_GAP}"
)
_GETS = re.compile(
    r"\b(?:gets?|got|getting|earns?|earned|earning|receives?|received|deserves?|deserving|merits?|warrants?|scores?|scored|rates?|worthy? of|worth|lands?|"
    r"comes? in at|clocks in at|settle[sd]? (?:at|on|for)|walks away with|takes home|stands at|sits at|given|averages? out (?:to|at)|leaves? (?:\w+ ){0,3}with|goes)\b"
    rf"{_GAP}"
)
_IS = re.compile(
    r"\b(?:it's|that's|this is|it is|is|was|makes? (?:this|it)|so|call (?:it|this)|overall|rated|making (?:this|it))(?: (?:easily|still|only|definitely|just|truly|really|a|an|at|the|at best|best|honestly|simply|about|around|probably|maybe|for me|no more than))*(?: (?:very )?[a-z]+(?:, [a-z]+)?)? ?$"
)
_FOR_ME = re.compile(
    r"\b(?:for me|from me|in my book|imo|imho|in my opinion|to me|personally|i say|i'd say|my (?:opinion|book|take|vote|number))\b[^.;!?\n]{0,30}$"
)
_FOR_ME_AFTER = re.compile(
    r"[\s,*_\"']*(?:rating |grade |score |stars? )?(?:from|for|in|by) (?:me\b|us\b|my (?:opinion|book|view|eyes)|moi\b|this (?:critic|reviewer))|[\s,]*(?:rating|grade|score)\b(?! system| scale)|[\s,]*(?:imo|imho)\b"
)
_WHY = re.compile(r"\b(?:why|hence|thus|therefore|so|thence) (?:the|a|an|only|just|my)(?: [a-z]+){0,2} ?$")
_HANDED_OUT = re.compile(r"\s*for\b")
_CLOSING = re.compile(
    r"(?:^|[\s(*_\"'])(?:all in all|overall|in conclusion|in the end|to sum up|final(?:ly)?|in short|bottom line|verdict|so|in total|ultimately|conclusion|altogether|in summary|anyway|summing up)[^.;!?\n\w]{0,4}(?:an?|the|i'd say|it's an?|that's an?)?(?: (?:very )?[a-z]+)? ?$"
)


def given(candidate: Candidate, around: Surroundings) -> tuple[float, str]:
    """Return how plainly the sentence gives a grade (weight, 0 when not) and the words that do."""
    clause = around.part
    for pattern, weight in (
        (_I_GIVE, 3.6),
        (_FOREIGN, 3.6),
        (_FOR_ME, 2.6),
        (_GIVE, 3.0),
        (_WHY, 2.4),
        (_GETS, 3.0),
        (_CLOSING, 2.2),
        (_IS, 1.9),
    ):
        if found := pattern.search(clause):
            return weight, found[0].strip()[:40]
    if found := _FOR_ME_AFTER.match(around.after):
        return 2.6, found[0].strip()
    if around.starts and candidate.notation is Notation.STARS and _HANDED_OUT.match(around.after):
        return 2.6, "for"
    return 0.0, ""
