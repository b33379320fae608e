"""Posts that review nothing: lists, interviews, news, trailers, obituaries, podcasts, the blog about itself.

Two strengths. Some headlines can be nothing else, even with the word review in them (`The Year in Review`). Others are
only likely (`… Wins the Golden Bear`) and give way to any sign of a review: a grade, credits, a path `/reviews/`.
Both are looked for outside quotation marks.
"""

import re

from tui.articles.quotation import QUOTED

_THINGS = (
    r"(?:movies?|films?|shows?|series|reasons|ways|directors?|actors|actresses|performances|moments|scenes|books|"
    r"novels|games|"
    r"albums|songs|sequels|remakes|characters|villains|documentaries|shorts|picks|titles|releases|trailers|posters|"
    r"recommendations|facts)"
)
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_WHOSE = r"(?:the |my |our |[\w’']+[’']s )?"
_DECADE = r"(?:twen|thir|for|fif|six|seven|eigh|nine)ties|aughts"
_SPAN = rf"(?:{_YEAR}|all[\s-]time|year|decade|century|month|week|{_DECADE}|so far)"
_BEST = r"(?:best|worst|favou?rites?|greatest|most anticipated|coolest|scariest|funniest)"
_COUNT = r"(?:\d+|ten|five|twenty|fifty)"
_VAMPIRE = r"(?! (?:the|a) (?:vampire|assassin|hitman))"

_CERTAIN = (
    # years, weeks, round-ups
    rf"\b(?:year|week|month|decade|summer|season|{_YEAR}) in (?:review|film|movies|horror|cinema|tv)\b",
    r"\b(?:reviews?|movie|film|news|festival|weekly|monthly|link|reading)\s*(?:round|wrap)[-\s]?ups?\b",
    r"\bround-?up\b",
    r"\b(?:weekend|weekly|monthly) (?:watch(?:list)?|viewing|box|movie guide|update|preview|picks|recap|reading)\b",
    r"\b(?:festival|fest) (?:report|diary|dispatch|recap|wrap|preview|coverage|line-?up|notes|journal)\b",
    rf"^{_MONTH} (?:{_YEAR}|watch|view|movies|films|wrap|recap|in)\b",
    r"\b(?:release|streaming|viewing|watching) (?:guide|calendar|schedule)\b",
    rf"\bnew (?:on|to) .{{2,30}}\b(?:in|this) (?:{_MONTH}|week|month)\b",
    r"^what (?:to (?:watch|see|stream|read)|(?:i|we)[’']?(?:m|re|ve)? (?:been )?(?:watch|read|saw|seen))",
    r"^(?:(?:where|how) to (?:watch|stream)|recently watched)\b",
    r"\bmasterpost\b|\bwatch ?list\b",
    # lists
    rf"^{_WHOSE}(?:top|{_BEST}) (?:{_COUNT})\b",
    rf"^{_WHOSE}(?:{_COUNT}|hundred) (?:[\w’'-]+ ){{0,4}}{_THINGS}\b",
    rf"^{_WHOSE}(?:[\w’'-]+ ){{0,2}}{_BEST}\b.*\b(?:of|from|in|for) (?:the )?{_SPAN}\b",
    rf"^(?:the )?best (?:and worst )?{_THINGS}\b|\b{_YEAR}(?: so far)?[’']s? (?:best|worst|top)\b",
    r"\bmost anticipated\b",
    rf"^{_YEAR} ranked\b|[,:–—-]\s*ranked\b|\branked(?: from\b.*| by\b.*| in order.*)?$",
    r"^(?:a )?ranking\b|\b(?:power )?rankings?\b",
    # talks
    r"^(?:(?:an?|the|our|exclusive|video|audio) )*(?:interview|q ?& ?a)\s*(?:[:|–—-]|\b(?:with|mit|avec|"
    rf"con)\b{_VAMPIRE})",
    r"[:|–—-]\s*(?:(?:an?|the|exclusive) )*interview\b|.{3} interview\)?$(?<!the interview)",
    rf"\binterviews? (?:with|mit|avec)\b{_VAMPIRE}|.{{3}}\bq\s?&\s?a\b|\bin conversation with\b",
    r"\bpodcast\b|^(?:pod|episode|ep\.?|podcast)\s*#?\d+|\bepisode #?\d+\s*[:|–—-].*\bpod",
    # trailers and news
    r"\b(?:official|first|new|teaser|final|red[-\s]band|full|latest) (?:(?:teaser|full) )?"
    r"(?:trailers?|teasers?|posters?|stills|images|clips?|look(?! review))\b",
    r"^(?:trailers?|teasers?|posters?|clips?|first look|watch|video|listen|photos?|gallery|news|casting|"
    r"breaking)\s*[:|–—]",
    r".{3}\btrailers?\s*(?:[:|!–—-]|$|(?:is|has) (?:here|out|dropped|arrived))",
    r"\bbox[-\s]office\b",
    r"\b(?:oscars?|academy awards?|golden globes?|baftas?|emmys?|grammys?|tonys?|razzies)\b.*"
    r"\b(?:nominat\w+|nominees|winners?|predictions?|ballot|snubs|live|race|contenders)\b",
    r"\b(?:nominees|nominations|predictions)\b|.{3}\bwinners\b",
    r"\b(?:ending|twist|post-credits?(?: scenes?)?|finale) explained\b|\beaster eggs\b",
    # lives
    r"^r\.?i\.?p\.?\b|\bobituary\b|^in memoriam:|\bin memory of\b|\b(?:dies|died|dead|passes away) (?:at|aged)\b",
    rf"\((?:b\. )?{_YEAR}\s?[-–—]\s?{_YEAR}\)",
    # the blog itself
    r"^(?:giveaway|contest|competition|poll|quiz|announcement|housekeeping|site news|open thread|links?|"
    r"newsletter)\b(?! show)",
    r"\b(?:giveaway|win (?:tickets|a copy))\b",
    r"\bblog (?:news|updates?|schedule|break)\b|\b(?:schedule|site) updates?\b|\bnew year[’']?s? resolutions?\b|"
    r"^from the editor\b|^introductions?$|\b(?:ratings?|grades|scores?) explained\b|^(?:my |our |the )?review scale$",
    r"\|\s*(?:tributes?|interviews?|festivals?(?: & awards)?|features?|news|lists?|essays?|podcasts?|awards?|"
    r"obituar\w+)$",
    r"^(?:about(?: (?:me|us|this|(?:the|this) (?:site|blog|author)))?|contact(?: (?:me|us))?|archives?|index|faq|"
    r"privacy policy|"
    r"favou?rites?|ratings?|reviews?|home|search|welcome|hello world!?|disclaimer|now|links|blogroll|colophon|"
    r"subscribe)$",
    r"\b(?:explaining|about) (?:my|our|the) (?:ratings?|grad\w+|scor\w+|scale)\b",
    r"\b(?:my|our|the) (?:rating|grading|scoring) (?:system|scale)\b",
)
_LIKELY = (
    r"^(?:why|how|when|what|who|where|should|does|did|is|are|can|do)\b.+"
    r"\b(?:is|are|was|were|matters?|works?|became|should|can|does|will|need|movies|films|cinema|hollywood)\b",
    r"^(?:an? )?(?:essay|appreciation|open letter|ode|love letter|letter|tribute|defen[cs]e|history|brief history|"
    r"guide|primer|"
    r"beginner|celebration|meditation|look (?:at|back))\b",
    r"^in (?:defen[cs]e|praise|search|celebration) of\b",
    r"^(?:on|notes on|reflections on|thoughts on) (?:the )?(?:art|state|future|death|nature|cinema|film|movies|"
    r"criticism)\b",
    r"\b(?:retrospective|deep dive|think ?piece|the (?:films|movies|cinema|works) of|filmography|spotlight on)\b",
    r"\b(?:casts?|cast in|to (?:star|direct|produce|write)|joins?|signs? on|in talks|release date|greenl\w+|renewed|"
    r"cancell?ed)\b",
    r"\bsets? (?:a )?(?:release|date)\b|\b(?:wins?|won|announces?d?|announcement|reveals?|confirms?|acquires?|bought|"
    r"buys)\b",
    r"\b(?:picks? up|debuts?|heads to|returns? (?:to|for)|gets (?:a|an|new)|drops|grosses|opens (?:to|with|at)|"
    r"line-?up)\b",
    r"\b(?:premieres? (?:on|at|in)|officially|reportedly|exclusive|update|sneak peek|behind the scenes|set visit)\b",
    r"\b(?:talks? (?:about|to|with)|discuss\w*|chats? with|on (?:making|directing|writing|playing)|tells|explains|"
    r"opens up)\b",
    r"\b(?:future|state|rise|fall|evolution|politics|problem|trouble|importance|power) of (?:the )?"
    r"(?:movies?|films?|cinema|criticism|hollywood|horror|tv|television|theaters?|streaming|marvel|franchises?)\b",
    r".\b(?:filmmakers?|moviegoers?|audiences?|hollywood|criterion sale|physical media|blogathon|anniversary)\b",
    r"^critics\b.|^(?:my|our) (?:year|week|month|favou?rite|love|list|journey|collection|letterboxd|\d+)\b",
    r"^remembering [A-Z]|.{3}\b(?:list|collection|owned|marathon|challenge|wishlist|haul)$",
    rf"^(?:all|every) (?:the )?(?:[\w’'-]+ ){{0,3}}{_THINGS}\b|\bof all time$",
    rf"^{_THINGS} (?:about|with|that|where|i|to|you|for|set)\b",
)
_CERTAINLY = re.compile("|".join(_CERTAIN), re.IGNORECASE)
_PROBABLY = re.compile("|".join(_LIKELY), re.IGNORECASE)


def is_certainly_no_review(headline: str) -> bool:
    """Tell whether a headline can only be that of something else."""
    return _CERTAINLY.search(_unquoted(headline)) is not None


def is_likely_no_review(headline: str) -> bool:
    """Tell whether a headline sounds like something else, should nothing speak for a review."""
    return _PROBABLY.search(_unquoted(headline)) is not None


def _unquoted(headline: str) -> str:
    """Return what a headline says outside the titles it quotes, since those may say anything."""
    return QUOTED.sub("‘’", headline)
