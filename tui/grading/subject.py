"""What a figure is of: the work reviewed, one of its parts, another work, or no grade at all (a date, a share, a beat)."""

import re

from tui.grading.candidate import Candidate
from tui.grading.surroundings import Surroundings
from tui.model.grade import Notation

PARTS = (
    r"acting|performances?|plot|story(?:line|telling)?|script|screenplay|writing|dialogues?|direct(?:ion|ing)|music|soundtracks?|songs?|"
    r"cinematography|camera ?work|photography|visuals?|visual effects|special effects|effects|vfx|cgi|fx|gore|blood|nudity|scares?|scare factor|fear|"
    r"humou?r|comedy|laughs|romance|action|suspense|tension|video|audio|picture(?: quality)?|sound(?: design| quality)?|image|transfer|extras?|special features|"
    r"features|bonus(?: features| material)?|supplements|packaging|replay(?: value| ability|ability)?|rewatch(?:ability| value)?|re-watchability|entertainment(?: value)?|"
    r"originality|creativity|cast(?:ing)?|characters?|character development|pac(?:e|ing)|ending|editing|costumes?|animation|production(?: design| values?)?|sets?|"
    r"violence|language|sex|profanity|theater|theatre|popcorn|bechdel|faithfulness|atmosphere|mood|drama|emotion|message|theme|concept|idea|premise|"
    r"execution|effort|ambition|intention|style|substance|world[- ]?building|prose|artwork|art|graphics|gameplay|controls|presentation|difficulty|lore|"
    r"monster|creature|kills?|body count|make-?up|stunts?|choreography|lyrics|vocals|voice acting|narration|trailer|poster|title|opening|first (?:half|hour|act)|second half|last (?:half|act)|third act|chemistry|technical|"
    r"educational value|positive messages?|role models|historical accuracy|accuracy|darsteller|handlung|spannung|humor|musik|bild|ton|anspruch|gefühl|erotik|disc|dvd|blu-ray|score"
)
_PART_LABEL = re.compile(
    rf"(?:^|[\s(\[*_|,;/•\"'])(?:the |its |for (?:the )?|overall )?(?:\w+ (?:and|&) |\w+/)?(?P<part>{PARTS})(?: (?:and|&|/) \w+)?(?: (?:rating|score|grade|quality|factor|level|value))?"
    r"[\s*_]*(?:\([^)]{0,30}\))?[\s*_]*(?:[:=|]|[-–—]|\.{2,}|,)?[\s*_]*$"
)
_PART_SUBJECT = re.compile(
    rf"\b(?:the |its |his |her |their |of )?(?:\w+ )?(?P<part>{PARTS})(?: (?:itself|alone|here|and \w+|in (?:this|the) \w+|by [\w ]{{2,24}}|of (?:the )?\w+))?,? (?:also |alone |itself )?"
    r"(?:is|was|are|were|gets?|got|deserves?|earns?|rates?|scores?|merits?|receives?)(?: also| easily| only| just| worth| at least| rated| a solid| solid)*(?: an?)?(?: \w+)?\s?$"
)
_ALONE_WORTH = re.compile(
    r"\b(?:alone|by (?:it|him|her)self|itself)\b[^.;!?]{0,20}\b(?:worth|deserves?|earns?|gets?)\b[^.;!?]{0,20}$"
)
_GIVE_PART = re.compile(
    rf"\b(?:give|gave|giving|rate|rated|score) (?:the |its |his |her )(?:\w+ )?(?:{PARTS})\b[^.;!?]{{0,30}}$"
)
_FOR_PART = re.compile(
    rf"[\s,*_\"]*(?:just |only |purely |simply )?(?:for|on|in) (?:(?:the|its|his|her|their|a|an|some|sheer|pure|such) )?(?:\w+ ){{0,2}}(?:{PARTS}|use|trying|enthusiasm|looks?|being|having|getting|making|everything)\b"
)
_EFFORT = re.compile(
    r"[\s\"']*for (?:effort|trying|ambition|style|originality|creativity|intent|enthusiasm|concept|execution|courage|audacity|honesty|nerve)\b"
)
_OTHER = (
    r"original(?: \w+)?|first (?:film|movie|one|part|two|installment|entry|season|game|book)|previous(?: \w+)?|prequel|predecessor|last (?:film|one|movie|season|installment|entry|time|year)|"
    r"trailer|source material|other (?:film|movie|one)s?|earlier (?:film|movie|one)s?|remake|second (?:film|movie|one)|part (?:one|i|1)|(?:first|previous|other) \w+"
)
_OTHER_OBJECT = re.compile(
    rf"\b(?:give|gave|giving|rate|rated|graded?|scored?|awarded) (?:both )?(?:the|its|their|his) (?:{_OTHER})\b[^.;!?]{{0,40}}$"
)
_OTHER_SUBJECT = re.compile(
    rf"\b(?:the|its|their|his|while the|although the) (?:{_OTHER})\b,? (?:which |that )?(?:is|was|got|gets|earned|received|scored|deserved|i gave|i rated|i'd give)\b[^.;!?,]{{0,40}}$"
)
_COUNTED_ELSEWHERE = re.compile(
    r"[\s,]*(?:times|people|persons?|doctors|dentists|viewers|americans|women|men|kids|children|adults|movies|films|episodes|songs|scenes|jokes|gags|critics|moviegoers|couples|teens|"
    r"attempts|cases|days|weeks|months|years|occasions|games|fans|households|students|girls|boys|guys|actors|actresses|characters|minutes|women's|shots|of (?:the|all|them|these|those|its|his|her|my|our|your|their|this|a|an|us|what)|"
    r"time\b(?! waste)|tempo|beat|page|mile|inch|cup|way\b|speed|size|full|length|hours?|century|oscars?|nominations?|awards?|finish|quarters|majority|chance|scale model|th\b|american|u\.?s\.?\b|cats|dogs)"
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:part|parts|chapters?|chap|day|week|page|pages|episodes?|ep|eps|discs?|disk|volume|vol|reel|round|section|season|track|no|number|issue|book|level|act|scene|verse|page|hour|step|lap|nr|"
    r"aspect ratio|ratio|on|dated?|since|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|#)\.?\s?[#(]?$"
)
_ASK = re.compile(r"\b(?:out of|scale of|rate (?:this|it)|your rating|cast your vote|click to rate|vote now)\b")
_GRADE_AS_NAME = re.compile(
    r"(?:\b(?:grade|class|plan|hepatitis|vitamin|block|section|side|category|type|option|point|group|list|serie|size|schedule|exhibit|apartment|studio|tier|room|flat|gate|wing|film|bra|cup|row|subject|person|mr|ms|agent|party|route|team|line|string|channel|part|code|division|league|key of|in|the|unit|letter|big|capital|scarlet) |\"|')$"
)


def not_of_the_work(candidate: Candidate, around: Surroundings) -> str:
    """Return why a figure is no grade of the work reviewed, as a plain phrase; empty when nothing speaks against it."""
    return _no_grade(candidate, around) or _part(candidate, around) or _other_work(around)


def _no_grade(candidate: Candidate, around: Surroundings) -> str:
    """Say when it is a share, a date, a part's number, a name."""
    labelled = around.label is not None
    if candidate.notation in (Notation.FRACTION, Notation.UNIT, Notation.PERCENT):
        if found := _COUNTED_ELSEWHERE.match(around.after):
            return f"a share or a measure (“{found[0].strip()}”)"
        if not labelled and (found := _COUNTED_BEFORE.search(around.clause)):
            return f"a number of something else (“{found[0].strip()}”)"
    if (
        candidate.notation is Notation.LETTER
        and not labelled
        and _GRADE_AS_NAME.search(around.clause)
        and not around.alone
    ):
        return "a letter in a name"
    if candidate.notation is Notation.LETTER and _EFFORT.match(around.after):
        return "praise for an effort, not for the work"
    return ""


def _part(candidate: Candidate, around: Surroundings) -> str:
    """Say when it grades the acting, the picture quality, the ending."""
    near = around.clause[-70:]
    labelled = around.label is not None and around.label.kind == "grade"
    if found := _PART_LABEL.search(near):
        if found["part"] == "score" and not near[: found.start("part")].endswith(
            ("music ", "musical ", "the ", "film ")
        ):
            return ""
        if labelled and around.label and found.start("part") >= len(near) - 6 and near.endswith(around.label.word):
            return ""
        return f"of a part only (“{found['part']}”)"
    if found := _PART_SUBJECT.search(near) or _GIVE_PART.search(near):
        return f"of a part only (“{found[0].strip()[:30]}”)"
    if _ALONE_WORTH.search(near):
        return "of a part only"
    if (
        not labelled
        and (found := _FOR_PART.match(around.after))
        and not re.search(r"\b(?:it|this|film|movie|me|i)\b[^.]{0,30}$", near)
    ):
        return (
            ""
            if candidate.unit.startswith(("star", "a star")) or "star" in candidate.unit
            else f"of a part only (“{found[0].strip()}”)"
        )
    return ""


def _other_work(around: Surroundings) -> str:
    """Say when it grades the original, the sequel, the trailer."""
    if re.search(r"\bthis (?:film|movie|one|time|sequel|remake)\b[^.;]{0,40}$", around.clause):
        return ""
    found = _OTHER_OBJECT.search(around.clause) or _OTHER_SUBJECT.search(around.clause)
    return f"of another work (“{found[0].strip()[:40]}”)" if found else ""
