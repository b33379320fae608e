"""Posts that review nothing: lists, interviews, news, trailers, obituaries, podcasts, the blog about itself.

Two strengths. Some headlines can be nothing else, even with the word review in them (`The Year in Review`). Others are
only likely (`… Wins the Golden Bear`) and give way to any sign of a review: a grade, credits, a path `/reviews/`.
Both are looked for outside quotation marks, and never in a bare name, so `The Interview` and `Top Gun` stay films.
"""

import re

_THINGS = (
    r"movies?|films?|shows?|series|reasons|ways|directors?|actors|actresses|performances|moments|scenes|books|novels|games|albums|"
    r"songs|sequels|remakes|characters|villains|documentaries|shorts|picks|titles|releases|trailers|posters|recommendations|facts"
)
_YEAR = r"(?:19|20)\d\d"
_CERTAIN = re.compile(
    rf"""
    \b(?:year|week|month|decade|summer|season|{_YEAR})\ in\ (?:review|film|movies|horror|cinema|tv)\b
    | \b(?:reviews?|movie|film|news|festival|weekly|monthly|link|reading)\s*(?:round|wrap)[-\s]?ups?\b | \bround-?up\b
    | ^(?:the\ |my\ |our\ |[\w’']+[’']s\ )?(?:top|best|worst|favou?rite|most\ anticipated|greatest)\ (?:\d+|ten|five|twenty|fifty)\b
    | ^(?:the\ |my\ |our\ |[\w’']+[’']s\ )?(?:\d+|ten|five|twenty|fifty|hundred)\ (?:[\w’'-]+\ ){{0,4}}(?:{_THINGS})\b
    | ^(?:the\ |my\ |our\ |[\w’']+[’']s\ )?(?:[\w’'-]+\ ){{0,2}}(?:best|worst|favou?rites?|greatest|most\ anticipated)\b.*\b(?:of|from|in|for)\ (?:the\ )?
      (?:{_YEAR}|all[\s-]time|year|decade|century|month|week|(?:twen|thir|for|fif|six|seven|eigh|nine)ties|aughts|so\ far)
    | ^(?:the\ )?best\ (?:and\ worst\ )?(?:{_THINGS})\b | \b(?:{_YEAR})(?:\ so\ far)?[’']s?\ (?:best|worst|top)\b
    | ^(?:{_YEAR})\ ranked\b | [,:–—-]\s*ranked\b | \branked(?:\ from\b.*|\ by\b.*|\ in\ order.*)?$ | ^(?:a\ )?ranking\b | \b(?:power\ )?rankings?\b
    | ^(?:(?:an?\ |the\ |our\ |exclusive\ )*(?:video\ |audio\ )?interview|q\ ?&\ ?a)\s*(?:[:|–—-]|\b(?:with|mit|avec|con)\b(?!\ (?:the|a)\ (?:vampire|assassin|hitman)))
    | [:|–—-]\s*(?:an?\ |the\ |exclusive\ )*interview\b | \binterview\)?$(?<!^the\ interview)(?<!^interview) | \bin\ conversation\ with\b
    | \binterviews?\ (?:with|mit|avec)\b(?!\ (?:the|a)\ (?:vampire|assassin|hitman)) | \bq\s?&\s?a\b
    | \b(?:official|first|new|teaser|final|red[-\s]band|full|latest)\ (?:teaser\ |full\ )?(?:trailers?|teasers?|posters?|stills|images|clips?|look)\b
    | ^(?:trailers?|teasers?|posters?|clips?|first\ look|watch|video|listen|photos?|gallery|news|casting|breaking)\s*[:|–—] | \btrailers?\s*(?:[:|!–—-]|$|(?:is|has)\ (?:here|out|dropped|arrived))
    | ^r\.?i\.?p\.?\b | \bobituary\b | ^in\ memoriam\b | \bin\ memory\ of\b | \b(?:dies|died|dead|passes\ away)\ (?:at|aged)\b | ^remembering\ [A-Z]
    | \((?:b\.\ )?{_YEAR}\s?[-–—]\s?{_YEAR}\) | \bpodcast\b | ^(?:pod|episode|ep\.?|podcast)\s*\#?\d+ | \bepisode\ \#?\d+\s*[:|–—-].*\bpod
    | \bbox[-\s]office\b | \b(?:oscars?|academy\ awards?|golden\ globes?|baftas?|emmys?|grammys?|tonys?|razzies)\b.*\b(?:nominat\w+|nominees|winners?|predictions?|ballot|snubs|live|race|contenders)\b
    | \b(?:nominees|nominations|winners|predictions)\b | ^(?:giveaway|contest|competition|poll|quiz|announcement|housekeeping|site\ news|open\ thread|links?|newsletter)\b
    | \b(?:giveaway|win\ (?:tickets|a\ copy))\b | \bmost\ anticipated\b | \b(?:ending|twist|post-credits?\ scenes?|finale)\ explained\b | \beaster\ eggs\b
    | ^(?:what\ (?:to\ (?:watch|see|stream|read)|i[’']?(?:m|ve)?\ (?:been\ )?(?:watch|read|saw|seen)|we[’']?(?:re|ve)?\ (?:been\ )?(?:watch|read))|where\ to\ (?:watch|stream)|how\ to\ watch|recently\ watched)
    | \b(?:weekend|weekly|monthly)\ (?:watch(?:list)?|viewing|box|movie\ guide|update|preview|picks|recap|reading)\b | \bmasterpost\b | \bwatch\ ?list\b
    | \b(?:release|streaming|viewing|watching)\ (?:guide|calendar|schedule)\b | \bnew\ (?:on|to)\ .{{2,30}}\b(?:in|this)\ (?:january|february|march|april|may|june|july|august|september|october|november|december|week|month)\b
    | ^(?:january|february|march|april|may|june|july|august|september|october|november|december)\ (?:{_YEAR}|watch|view|movies|films|wrap|recap|in)\b
    | ^(?:about(?:\ (?:me|us|this|the\ (?:site|blog|author)))?|contact(?:\ (?:me|us))?|archives?|index|faq|privacy\ policy|favou?rites?|ratings?|reviews?|home|search|welcome|hello\ world!?|disclaimer|now|links|blogroll|colophon|subscribe)$
    | \b(?:explaining|about)\ (?:my|our|the)\ (?:ratings?|grad\w+|scor\w+|scale)\b | \b(?:my|our|the)\ (?:rating|grading|scoring)\ (?:system|scale)\b
    | \b(?:festival|fest)\ (?:report|diary|dispatch|recap|wrap|preview|coverage|line-?up|notes|journal)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LIKELY = re.compile(
    rf"""
    ^(?:why|how|when|what|who|where|should|does|did|is|are|can|do)\b.+\b(?:is|are|was|were|matters?|works?|became|should|can|do|does|will|need|movies|films|cinema|hollywood)\b
    | ^(?:an?\ )?(?:essay|appreciation|open\ letter|ode|love\ letter|letter|tribute|defen[cs]e|history|brief\ history|guide|primer|beginner|celebration|meditation|look\ (?:at|back))\b
    | ^in\ (?:defen[cs]e|praise|search|celebration)\ of\b | ^(?:on|notes\ on|reflections\ on|thoughts\ on|towards?)\ (?:the\ )?(?:art|state|future|death|nature|cinema|film|movies|criticism|watching|writing)\b
    | \b(?:retrospective|deep\ dive|think\ ?piece|the\ (?:films|movies|cinema|works)\ of|filmography|career|director\ spotlight|spotlight\ on|legacy)\b
    | \b(?:casts?|cast\ in|to\ (?:star|direct|produce|write)|joins?|signs?\ on|in\ talks|release\ date|sets?\ (?:a\ )?(?:release|date)|greenl\w+|renewed|cancell?ed|wins?|won|announces?d?|announcement|reveals?|confirms?|acquires?|bought|buys|picks?\ up|debuts?|heads\ to|returns?\ (?:to|for)|gets\ (?:a|an|new)|drops|grosses|opens\ (?:to|with|at)|line-?up|premieres?\ (?:on|at|in)|joins\ the\ cast|officially|reportedly|exclusive|update|sneak\ peek|behind\ the\ scenes|set\ visit|talks?\ (?:about|to|with)|discuss\w*|chats?\ with|on\ (?:making|directing|writing|playing)|tells|says|explains|opens\ up)\b
    | \b(?:future|death|state|rise|fall|history|evolution|politics|art|problem|trouble|importance|power|state)\ of\ (?:the\ )?(?:movies?|films?|cinema|criticism|hollywood|horror|tv|television|theaters?|streaming|marvel|franchises?)\b
    | \b(?:critics?|filmmakers?|moviegoers?|audiences?|hollywood|criterion\ sale|physical\ media|blogathon|anniversary)\b
    | ^(?:my|our)\ (?:year|week|month|life|favou?rite|love|list|thoughts\ on\ the\ year|journey|collection|letterboxd|\d+)\b | \b(?:list|collection|owned|marathon|challenge|wishlist|haul)$
    | ^(?:all|every)\ (?:the\ )?(?:[\w’'-]+\ ){{0,3}}(?:{_THINGS})\b | \bof\ all\ time$ | ^(?:{_THINGS})\ (?:about|with|that|where|i|to|you|for|set)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUOTED = re.compile(r"[“\"][^“”\"]{1,90}[”\"]|(?<!\w)[‘'][^‘’']{1,90}(?:[’'](?=\w)[^‘’']{1,60})?[’'](?!\w)")


def is_certainly_no_review(headline: str) -> bool:
    """Tell whether a headline can only be that of something else."""
    return _CERTAIN.search(_outside_quotes(headline)) is not None


def is_likely_no_review(headline: str) -> bool:
    """Tell whether a headline sounds like something else, should nothing speak for a review."""
    return _LIKELY.search(_outside_quotes(headline)) is not None


def _outside_quotes(headline: str) -> str:
    """Return the headline without the titles it quotes, since those may say anything."""
    return " ".join(_QUOTED.sub(" ", headline).split()) or ("" if _QUOTED.search(headline) else headline)
