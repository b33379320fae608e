"""Grades only supposed: what could have been, what was expected or refused, questions and negations."""

import re

from tui.grading.surroundings import Surroundings

_COULD = re.compile(
    r"\b(?:could|might|should|would|may|must)(?:n't)?(?:'ve| have| of)\b[^.;!?]{0,50}$"
    r"|\b(?:i|we|it|that|this)'d have\b[^.;!?]{0,50}$"
    r"|\b(?:could|might|should)(?:'ve| have)? (?:(?:\w+ly|even|also|just|actually) )?(?:be|been|get|gotten|earn|"
    r"deserve|score|reach|scrape)\b"
    r"[^.;!?,]{0,40}$|\bwould(?: \w+)? be\b[^.;!?,]{0,30}$|\bwas (?:almost|nearly|going to be)\b[^.;!?]{0,30}$"
)
_NOT = re.compile(
    r"\b(?:almost|nearly|not|not quite|isn't|ain't|wasn't|not even|hardly|never|no|barely) (?:worth |even )?"
    r"(?:quite |really |exactly |worth |just )?(?:an?|the)(?: \w+){0,2} $"
    r"|\bbetween (?:an? )?$|\bbetween [^.;!?]{1,24} and (?:an? )?$"
    r"|\b(?:almost|nearly) (?:gave|give|got|gets|get|earns?|earned|rated)\b[^.;!?]{0,30}$"
    r"|\b(?:doesn't|didn't|don't|do not|does not|did not|can't|cannot|won't|wouldn't|couldn't|could not|would not|"
    r"will not|(?:never|not) to|never|refuse to|(?:not|n't) (?:let|allow|permit) (?:me|us|you)(?: to)?) "
    r"(?:even |really |quite |ever |exactly |all |just )?(?:get|give|deserve|earn|merit|warrant|think|feel|believe|"
    r"rate|reach|go|award|see|"
    r"consider|hand out|call|make|quite|buy|understand|want)\b[^.;!?]{0,60}$"
)
_COMPARED = re.compile(
    r"\b(?:short of|shy of|instead of|rather than|better than|worse than|more than|(?<!nothing )less than|"
    r"anything but|anything above|anything below|"
    r"away from|as opposed to|far from|unlike|closer to|compared to|as low as|as high as)\b[^.;!?]{0,24}$"
    r"|\b(?:down|up|drop(?:s|ped)?|bumped?|bumps|raised?|lowered?|lowers|knock(?:s|ed)?|falls?|reduced?|demoted?|"
    r"upgraded?|went|drags?|keeps?|kept|dragged|saves?|saved|pulls?) "
    r"(?:\w+ ){0,3}(?:down |up )?from (?:(?:being|getting|earning|reaching) )?(?:(?:an?|the|my)\b)?[^.;!?]{0,24}$"
)
_EXPECTED = re.compile(
    r"\b(?:whether|wonder(?:ed|ing)? if|debat\w+|torn|tempted|struggled|wanted to|want to give|wish i could|"
    r"was going to|was about to|were going to|"
    r"expected|expecting|hoping|hoped|look(?:ed|ing) forward|promised|supposed to|used to|thought (?:it|"
    r"this) (?:would|was)|"
    r"originally|initially|at first|billed as|sold as|called it|calling it)\b[^.;!?]{0,60}$"
)
_ASKED = re.compile(
    r"\b(?:why|how) (?:doesn't|didn't|don't|isn't|can't|would anyone|could anyone|anyone|people|so many|do people|"
    r"is it|did|does|do)\b[^.;!]{0,60}$"
)
_INDEFINITE = re.compile(
    r"\b(?:every|each|any|other|those|such|rare|few|first|typical|usual|lots of|many|countless|(?<!more )like an?) "
    r"(?:\w+ ){0,2}$"
)
_IF = re.compile(
    r"(?<!even )\b(?:if|unless|only if) (?!(?:i|we) (?:had to|have to|were to|must|was to|were forced|am being|"
    r"'m being)\b|you\b|anyone\b|anything\b|pressed\b|asked\b|not\b)"
    r"(?:[\w'-]+ )[^.;!?]{0,100}\b(?:would|'d|could|might|wouldn't)\b[^.;!?]{0,50}$"
)
_HELP_BUT = re.compile(
    r"\b(?:mine|my (?:own )?(?:grade|score|rating|mark|vote)) would be|"
    r"help but (?:to )?(?:give|giving)|hesitate|no (?:choice|problem|hesitation|doubt|less)|nothing less|"
    r"(?:can't|cannot|can not|couldn't|could not|won't|wouldn't|doesn't|does not|didn't|"
    r"don't think it) (?:[a-z]+ ){0,2}?(?:give|rate|go|score|award|deserves?|merit) "
    r"(?:\w+ ){0,3}(?:more|less|higher|lower|better) than"
)
_CONDITION = re.compile(
    r"[\s,*_]*(?:if (?!you|anyone|not\b|only for)|had (?:it|they|the|he|she)\b|were it\b|but for\b|if only\b|were i\b)"
)
_WOULD = re.compile(r"\b(?:would|'d|could)\b")
_ARTICLE = re.compile(r"\b(?:an?|every|any) $")
_WOULD_MEAN = re.compile(
    r"[\s\"'*_]*(?:would|means|is reserved|should be|is for|requires|for me (?:is|means|would)|has to)\b"
)
_MAY_I = re.compile(
    r"^\W*(?:(?:so|but|and|then),? )?(?:can|could|should|do|did|would|shall|may|how can) (?:i|we|you|anyone)\b"
)
_QUESTION = re.compile(r"[^.!\n]{0,60}\?")
_AFTER = re.compile(
    r"[\s\"'*_]*(?:if i (?:could|was|were)|if you (?:count|include|add|ignore|forgive|skip|forget)\b|or not\b)"
)


def only_supposed(place: Surroundings) -> str:
    """Return the words that make a grade a mere supposition; empty when none do."""
    part = place.part
    if _HELP_BUT.search(part):
        return ""
    for pattern in (_COULD, _NOT, _COMPARED, _EXPECTED, _ASKED, _INDEFINITE):
        if found := pattern.search(part):
            return f"only supposed (“{found[0].strip()[:40]}”)"
    if _ARTICLE.search(part) and _WOULD_MEAN.match(place.after):
        return "only supposed (what such a grade would mean)"
    if _MAY_I.search(place.clause) and _QUESTION.match(place.after):
        return "only asked"
    if found := _IF.search(place.clause):
        return f"only supposed (“{found[0].strip()[:40]}”)"
    if (_CONDITION.match(place.after) and _WOULD.search(part)) or _AFTER.match(place.after):
        return "only supposed (a condition follows)"
    return ""
