"""Phrases that give a grade in a sentence: `I give it`, `it gets`, `make this a`, `from me`, `why the three points`."""

import re

from tui.grading.candidate import Candidate
from tui.grading.surroundings import Surroundings
from tui.model.grade import Notation

_GAP = r"[^.;!?\n()]{0,70}$"
_MEASURE = (
    r"(?:[\s,:*_\"'-]+|it's |this |it |is |gets |was |becomes |makes |an? |the |at |[a-z]+ly |solid |strong |about |"
    r"around |only |"
    r"just |still |very )*$"
)
_WORK = (
    "film|films|movie|picture|flick|show|series|season|book|novel|game|album|record|one|sequel|prequel|remake|"
    "documentary|thriller|comedy|"
    "drama|western|musical|feature|effort|production|adaptation|piece|work|entry|instal?lment|episode|thing|story|"
    "volume|comic|biopic|"
    "romance|whole|package|result|rest|debut|cartoon|anime|title|play|doc|pic|horror|short|special|reboot|outing|"
    "franchise|ride|mess"
)
_OTHER_SUBJECT = re.compile(
    r"(?:^|[\s,(\"'])(?:the|an?|his|her|its|their|each|every|some|my|another|most|both|these|"
    rf"those) (?:[a-z'-]+ ){{0,3}}(?!(?:{_WORK}|also|only|just|then|always|easily|still|really|certainly|definitely|"
    r"it|this|that|and|but|which|so|i|we)\b)"
    r"([a-z'-]+)(?: (?:also|only|just|then|always|easily|still|really|certainly|definitely|alone|itself|himself|"
    r"herself|he|she|they))* $"
)
_I_GIVE = re.compile(
    r"\b(?:i|i'd|i'll|i'm|i've|i am|we|we'd|we'll|we're|i'ma|imma)\b(?:(?!\b(?:that|how|what|when) (?!i\b|we\b)|"
    r"\b(?:the|my|his|her|their|people|critics|books?|some|most|others) (?!whole|entire|film|movie|best))"
    r"[^.,;!?\n]|, (?:\w+(?: \w+){0,2}), ){0,50}?\b(?:(?:giv(?:e|ing|en)|gave|award(?:ed|ing)?|rat(?:e|ed|ing)|"
    r"scor(?:e|ed|ing)|grad(?:e|ed|ing)|vot(?:e|ed|ing)|go|going|went|settle|settling|put|mark|land|"
    rf"hand(?:ing|ed)?|slap|assign(?:ed)?|bump|drop|raise)\b{_GAP}|(?:say|call)\b(?!,)[^.;!?\n()]{{0,40}}$)"
)
PERSONA = re.compile(
    r"(?:^|[\s,(])(?:your (?:[\w'-]+ ){1,3}|yours truly |this (?:[\w'-]+ )?(?:critic|reviewer|blogger|writer|viewer|"
    r"reader|listener|player) )(?:would |must |will |has to |can only |happily |hereby )?"
    rf"(?:gives?|gave|giving|awards?|awarded|rates?|rated|hands?)\b{_GAP}"
)
_FOREIGN = re.compile(
    r"\b(?:j'ai (?:donné|mis)|je (?:lui |le |la )?(?:donne|mets|donnerais)|on (?:lui )?donne|pour moi|ce sera|c'est un|"
    r"para mí|se lleva|se queda (?:en|con)|für mich|von mir|per me|si merita|le doy|le pongo|dou|ich gebe|"
    r"gebe ich|"
    rf"vergebe(?:n)? (?:ich|wir)?|gibt(?: es)?|gli do|le do|ik geef|jag ger|jeg gir|daję)\b{_GAP}"
)
_GIVE = re.compile(
    r"(?:^|[,;:—–-]\s*|\b(?:and|but|so|to|must|gotta|would|will|have to|help but|can|do|please|just|therefore|thus|"
    r"hence|still|only|let's|"
    rf"let me|lets|i) )(?:give|giving|gave|rate|rating|rated|scoring|call|call it)\b{_GAP}"
)
_GETS = re.compile(
    r"\b(?:gets?|got|getting|earns?|earned|earning|receives?|received|deserves?|deserving|merits?|warrants?|scores?|"
    r"scored|rates?|"
    r"worthy? of|worth|lands?|comes? in at|clocks in at|settle[sd]? (?:at|on|for)|walks away with|takes home|"
    r"stands at|sits at|given|"
    r"averages? out (?:to|at)|leaves? (?:\w+ ){0,3}with|goes|(?:lifts?|brings?|brought|raises?|bumps?|dropping|"
    r"bumping|rounded|pushes|takes|"
    r"knocks|drops|pulls) "
    rf"(?:\w+ ){{0,3}}(?:up |down |back )?to)\b{_GAP}"
)
_LIFTS = re.compile(
    r"\b(?:lifts?|lifted|brings?|brought|raises?|raised|bumps?|pushes|takes|knocks|drops|pulls|makes|elevates?|"
    r"dropped|bumped) (?:it|this|that|the "
    rf"(?:{_WORK})|everything|my (?:rating|score|grade))\b(?: \w+)? ?(?:up |down |back )?(?:to |into |an? ){_MEASURE}"
)
_I_GET = re.compile(
    r"\b(?:i|we|you)(?: (?:was|were|then|again|only|just|once|first|finally|later|also))*(?: [a-z]+ and)? $"
)
"""In `I got a C` the figure is the player's, the pupil's, no grade of the work."""
_MEME = re.compile(r",?\s(?:would|will) (?:\w+ ){0,2}\w+|,?\s(?:highly )?recommend")
_IT_IS = re.compile(rf"(?:^|[\s,;:])(?:it's|it is|that's|this is|this one is|this one's) {_MEASURE}")
_IS = re.compile(
    r"\b(?:it's|that's|this is|it is|is|was|makes? (?:this|it)|so|call (?:it|this)|rated|making (?:this|it))"
    r"(?: (?:easily|still|only|definitely|just|truly|really|an?|at|the|at best|best|honestly|simply|about|around|"
    r"probably|maybe|for me|no more than))*"
    r"(?: (?:very )?[a-z]+(?:, [a-z]+)?)? ?$"
)
_FOR_ME = re.compile(
    r"\b(?:for me|from me|in my book|imo|imho|in my opinion|personally|i say|i'd say|let's say|let me say|"
    r"my (?:opinion|book|take|vote|"
    rf"number))\b{_MEASURE}"
)
_FOR_ME_AFTER = re.compile(
    r"[\s,*_\"']*(?:rating |grade |score |stars? )?(?:(?:from|for|in|by) (?:me\b|us\b|my (?:opinion|book|view|eyes)|"
    r"moi\b|this (?:critic|reviewer))|from (?:this|these|yours|your) (?:[\w'-]+ ){0,2}[\w'-]+)"
    r"|[\s,]*(?:rating|grade|score)\b(?! system| scale)|[\s,]*(?:imo|imho)\b"
)
_PLACES = re.compile(r"\s(?:puts|places|lands|leaves) (?:this|it)\b")
_WHY = re.compile(r"\b(?:why|hence|thus|therefore|so|thence) (?:the|an?|only|just|my)(?: [a-z]+){0,2} ?$")
_HANDED_OUT = re.compile(r"\s*for\b")
_CLOSING = re.compile(
    r"(?:^|[\s(*_\"'])(?:all in all|overall|in conclusion|in the end|to sum up|final(?:ly)?|in short|bottom line|"
    r"verdict|so|in total|ultimately|"
    r"conclusion|altogether|in summary|anyway|summing up|"
    r"unterm strich|insgesamt|alles in allem|au final|au bout du compte|"
    r"en resumen|en definitiva|tutto sommato|in definitiva|no fim das contas)"
    r"[^.;!?\n\w]{0,4}(?:an?|the|i'd say|it's an?|"
    r"that's an?)?(?: (?:very )?[a-z]+)? ?$"
)
_ROUNDED = re.compile(
    r"\b(?:round(?:ed|ing)?|dropping|bumping|upping|lowering) (?:it |this )?(?:up |down )?to (?:an? )?$"
)
_OWN = (
    (_I_GIVE, 3.6),
    (PERSONA, 3.6),
    (_FOREIGN, 3.6),
    (_FOR_ME, 2.6),
    (_GIVE, 3.0),
    (_LIFTS, 3.0),
    (_ROUNDED, 3.0),
    (_WHY, 2.4),
)
_IMPERSONAL = ((_GETS, 3.0), (_IT_IS, 2.4), (_IS, 1.9))


def given(candidate: Candidate, around: Surroundings) -> tuple[float, str]:
    """Return how plainly the sentence gives a grade (weight, 0 when not) and the words that do."""
    part = around.part
    for pattern, weight in _OWN:
        if found := pattern.search(part):
            return weight, found[0].strip()[:40]
    if found := _PLACES.match(around.after):
        return 2.6, found[0].strip()
    for pattern, weight in _IMPERSONAL:
        if found := pattern.search(part):
            before = part[: found.start()]
            other = _OTHER_SUBJECT.search(before) or _I_GET.search(before)
            return (0.0, "") if other else (weight, found[0].strip()[:40])
    if found := _CLOSING.search(part):
        return 2.2, found[0].strip()
    if found := _FOR_ME_AFTER.match(around.after):
        return 2.6, found[0].strip()
    if around.starts and candidate.notation is Notation.FRACTION and _MEME.match(around.after):
        return 2.6, "would"
    if around.starts and candidate.notation is Notation.STARS and _HANDED_OUT.match(around.after):
        return 2.6, "for"
    return 0.0, ""
