"""What a figure is of: the work reviewed, a part of it, another work, or nothing at all (a date, a share, a beat)."""

import re

from tui.grading.candidate import Candidate
from tui.grading.passage import Passage
from tui.grading.surroundings import Surroundings
from tui.grading.weighing import is_labelled
from tui.model.grade import Notation

PARTS = (
    r"acting|performances?|plot|story(?:line|telling)?|script|screenplay|writing|dialogues?|direct(?:ion|ing)|music|"
    r"soundtracks?|songs?|"
    r"cinematography|camera ?work|photography|visuals?|visual effects|special effects|effects|sfx|vfx|cgi|fx|gore|"
    r"blood|nudity|scares?|"
    r"scare factor|fear|humou?r|comedy|laughs|romance|action|suspense|tension|video|audio|picture(?: quality)?|"
    r"sound(?: design| quality)?|"
    r"image|transfer|extras?|special features|features|bonus(?: features| material)?|supplements|packaging|"
    r"replay(?: value| ?ability)?|"
    r"re-?watch(?:ability| value)?|entertainment(?: value)?|originality|creativity|cast(?:ing)?|characters?|"
    r"character development|"
    r"pac(?:e|ing)|ending|editing|costumes?|animation|production(?: design| values?)?|sets?|violence|language|sex|"
    r"profanity|theater|"
    r"theatre|popcorn|bechdel|faithfulness|atmosphere|mood|drama|emotion|message|theme|concept|idea|premise|"
    r"execution|effort|ambition|"
    r"intention|style|substance|world[- ]?building|prose|artwork|art|graphics|gameplay|controls|presentation|"
    r"difficulty|lore|monster|"
    r"creature|kills?|body count|make-?up|stunts?|choreography|lyrics|vocals|voice acting|narration|trailer|poster|"
    r"title|opening|"
    r"first (?:half|hour|act)|second half|last (?:half|act)|third act|chemistry|technical|educational value|"
    r"positive messages?|"
    r"role models|(?:historical )?accuracy|disc|dvd|blu-?ray|4k|look|feel|heat|cleanliness|cheese|camp|fun factor|"
    r"spice|steam|"
    r"grafik|sound|steuerung|spielspaß|umfang|technik|"
    r"darsteller|handlung|spannung|humor|musik|bild|ton|anspruch|gefühl|erotik|score"
)
_PART_LABEL = re.compile(
    rf"(?:^|[\s(\[*_|,;/•\"'])(?:the |its |for (?:the )?)?(?:\w+ (?:and|&) |\w+/)?(?P<part>{PARTS})(?: (?:and|&|"
    r"/) \w+)?"
    r"(?: (?:rating|score|grade|quality|factor|level|value|meter))?[\s*_]*(?:\([^)]{0,30}\))?[\s*_]*(?:[:=|·]|[-–—]|"
    r"\.{2,}|,)?[\s*_]*$"
)
_PART_SUBJECT = re.compile(
    rf"\b(?:the |its |his |her |their |of )?(?:\w+ )?(?P<part>{PARTS})"
    r"(?: (?:itself|alone|here|and (?:the )?\w+|in (?:this|the) \w+|by [\w ]{2,24}|of (?:the )?\w+))?,? (?:also |"
    r"alone |itself )?"
    r"(?:is|was|are|were|gets?|got|deserves?|earns?|rates?|scores?|merits?|receives?)"
    r"(?: also| easily| only| just| worth| at least| rated| a solid| solid)*(?: an?)?(?: \w+)?\s?$"
)
_PART_FIRST = re.compile(
    rf"^\W*(?P<part>{PARTS}) (?:gets?|got|deserves?|earns?|rates?|scores?|receives?) [^.;!?]{{0,40}}$"
)
_MUSIC = re.compile(
    r"\b(?:musical|music|film|original|background|orchestral|instrumental) score(?: itself)?[\s:*_]*(?:is|was|gets|"
    r"deserves|earns|at|-|–|—)?\s*(?:an? )?(?:[a-z]+ )?$"
    r"|\b(?:the|its|\w+'s) score (?:is|was|gets|deserves|earns)\s+(?:an? )?(?:[a-z]+ )?$"
)
_ALONE_WORTH = re.compile(
    r"\b(?:alone|by (?:it|him|her)self|itself)\b[^.;!?]{0,20}\b(?:worth|deserves?|earns?|gets?)\b[^.;!?]{0,20}$"
)
_GIVE_PART = re.compile(
    rf"\b(?:give|gave|giving|rate|rated|score) (?:the |its |his |her )(?:\w+ )?(?:{PARTS})\b[^.;!?]{{0,30}}$"
)
_FOR_PART = re.compile(
    r"[\s,*_\"]*(?:just |only |purely |simply )?(?:for|on|in) "
    r"(?!(?:an?|the|this|such an?) (?:\w+ )?"
    r"(?:film|movie|documentary|book|novel|show|series|game|album|picture|play)\b)"
    r"(?:(?:the|its|his|her|their|a|an|some|sheer|pure|"
    r"such) )?(?:\w+ ){0,2}"
    rf"(?:{PARTS}|use|trying|enthusiasm|looks?)\b"
)
_OF_THE_WORK = re.compile(r"\b(?:it|this|film|movie|me|i)\b[^.]{0,30}$")
_EFFORT = re.compile(
    r"[\s\"']*for (?:effort|trying|ambition|style|originality|creativity|intent|enthusiasm|concept|execution|courage|"
    r"audacity|honesty|nerve)\b"
)
_OTHER = (
    r"original(?: \w+)?|first (?:film|movie|one|part|two|instal?lment|entry|season|game|book)|previous(?: \w+)?|"
    r"prequel|predecessors?|"
    r"last (?:film|one|movie|season|instal?lment|entry|time|year)|trailer|source material|other (?:film|movie|one)s?|"
    r"earlier (?:film|movie|one)s?|second (?:film|movie|one)|part (?:one|i|1)"
)
_BOOK = "book|novel|comic|graphic novel|video game|game|manga|short story|play|musical|album|documentary|show|series"
_SEQUEL = re.compile(
    r"\bthe (?:sequel|remake|reboot|follow-?up) (?:only |just |barely )?(?:got|earned|received|scored)\b[^.;!?]{0,20}$"
)
"""In the past tense: `the sequel gets` may well be this film."""
_OTHER_OBJECT = (
    r"\b(?:give|gave|giving|rate|rated|graded?|scored?|awarded) (?:both )?(?:the|its|their|"
    r"his) (?:{})\b[^.;!?]{{0,40}}$"
)
_OTHER_SUBJECT = (
    r"\b(?:the|its|their|his|while the|although the) (?:{})\b,? (?:which |that )?"
    r"(?:is|was|got|gets|earned|received|scored|deserved|i gave|i rated|i'd give)\b[^.;!?,]{{0,40}}$"
)
_OTHERS = re.compile(_OTHER_OBJECT.format(_OTHER) + "|" + _OTHER_SUBJECT.format(_OTHER))
_BOOKS = re.compile(_OTHER_OBJECT.format(_BOOK) + "|" + _OTHER_SUBJECT.format(_BOOK))
_GIVEN_BEFORE = re.compile(
    r"\(which (?:is|was|got|gets|deserves|deserved) [^.;!?)]{0,30}$"
    r"|\b(?:last (?:week|month|year|time)|previously|yesterday|earlier|back in|a while ago|"
    r"years ago)\b[^.;!?]{0,20} (?:i|we) (?:gave|rated|awarded)\b[^.;!?]{0,60}$|"
    r"\b(?:which|whom|that) (?:i|we|i'd|i've) (?:gave|rated|awarded|graded|scored|given|gives?)\b[^.;!?]{0,30}$"
)
_POINTER = re.compile(
    r"\W*(?:see also|related|read (?:also|more|next|my|our)|also (?:read|see)|previous(?:ly| review| post)?|"
    r"next(?: review| post| up)?|more|"
    r"check out (?:my|our)|earlier|up next|last week|also reviewed|other reviews?|similar)\b[^\n.:–-]{0,30}[:–-]"
)
_THIS = re.compile(r"\bthis (?:film|movie|one|time|sequel|remake)\b[^.;]{0,40}$")
_COUNTED_ELSEWHERE = re.compile(
    r"[\s,]*(?:times|people|persons?|doctors|dentists|viewers|americans|women|men|kids|children|adults|movies|films|"
    r"episodes|songs|scenes|"
    r"jokes|gags|critics|moviegoers|couples|teens|attempts|cases|days|weeks|months|years|occasions|games|fans|"
    r"households|students|girls|"
    r"boys|guys|actors|actresses|characters|minutes|women's|shots|of (?:the|all|them|these|those|its|his|her|my|our|"
    r"your|their|this|a|an|us|what|that)\b|"
    r"time\b|tempo|beat|page|mile|inch|cup|way\b|speed|size|full|length|hours?|century|oscars?|nominations?|awards?|"
    r"finish|quarters|"
    r"majority|chance|scale model|th\b|american|u\.?s\.?\b|cats|dogs|friends|favou?rites?\b|odds|against)"
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:parts?|chapters?|chap|days?|weeks?|pages?|episodes?|eps?|discs?|disk|volume|vol|reel|round|section|season|"
    r"track|no|number|issue|"
    r"book|level|act|scene|verse|hour|step|lap|nr|aspect ratio|ratio|dated?|since|goes|january|february|march|april|"
    r"may|june|july|august|"
    r"september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|"
    r"#)\.?\s?[#(]?$"
    r"|\b(?:watched|saw|seen|released?|opens?|opened|premiered?|aired?|out|again|cinemas|theat(?:er|re)s|screen\w*|"
    r"published|posted|viewed|updated|on or about)\b[^.;]{0,30}\bon $"
)
_IDIOMS = frozenset(("50/50", "20/20", "24/7", "100/100 vision"))
_GRADE_AS_NAME = re.compile(
    r"(?:\b(?:grade|class|plan|hepatitis|vitamin|block|section|side|category|type|option|point|group|list|serie|size|"
    r"schedule|exhibit|"
    r"apartment|studio|tier|room|flat|gate|wing|film|bra|cup|row|subject|person|mr|ms|agent|party|route|team|line|"
    r"string|channel|part|"
    r"code|division|league|key of|in|the|unit|letter|big|capital|scarlet|seat|act|reel|roll) |\"|')$"
)


def not_of_the_work(passage: Passage, one: Candidate, place: Surroundings) -> str:
    """Return what else a figure is of; empty when nothing speaks against the work reviewed."""
    return _no_grade(one, place) or _part(one, place) or _other_work(passage, one, place)


def _no_grade(one: Candidate, place: Surroundings) -> str:
    """Say when it is a share, a date, a part's number, a name."""
    labelled = place.label is not None
    if one.notation in (Notation.FRACTION, Notation.UNIT, Notation.PERCENT):
        if found := _COUNTED_ELSEWHERE.match(place.after):
            return f"a share or a measure (“{found[0].strip()}”)"
        if not labelled and (one.written in _IDIOMS or (found := _COUNTED_BEFORE.search(place.clause))):
            return f"a number of something else (“{found[0].strip() if found else one.written}”)"
    if one.notation is Notation.LETTER:
        if not labelled and _GRADE_AS_NAME.search(place.clause) and not place.alone:
            return "a letter in a name"
        if _EFFORT.match(place.after):
            return "praise for an effort, not for the work"
    return ""


def _part(one: Candidate, place: Surroundings) -> str:
    """Say when it grades the acting, the picture quality, the ending."""
    near = place.clause[-70:]
    if _MUSIC.search(near):
        return "of the music"
    labelled = is_labelled(one, place)
    if (found := _PART_LABEL.search(near)) and found["part"] != "score":
        return f"of a part only (“{found['part']}”)"
    if not labelled:
        for pattern in (_PART_SUBJECT, _GIVE_PART, _ALONE_WORTH, _PART_FIRST):
            if found := pattern.search(near):
                return f"of a part only (“{found[0].strip()[:30]}”)"
        found = _FOR_PART.match(place.after)
        if found and not _OF_THE_WORK.search(near) and "star" not in one.unit:
            return f"of a part only (“{found[0].strip()}”)"
    return ""


def _other_work(passage: Passage, one: Candidate, place: Surroundings) -> str:
    """Say when it grades the original, the trailer, or the book of the film."""
    if pointer := _POINTER.match(passage.before(one.start, 300)):
        return f"of another review (“{pointer[0].strip()}”)"
    if found := _GIVEN_BEFORE.search(place.part):
        return f"of another work (“{found[0].strip()}”)"
    if _THIS.search(place.clause):
        return ""
    found = _OTHERS.search(place.part) or _SEQUEL.search(place.part)
    if (
        not found
        and (found := _BOOKS.search(place.part))
        and " film" not in passage.low
        and " movie" not in passage.low
    ):
        return ""
    return f"of another work (“{found[0].strip()[:40]}”)" if found else ""
