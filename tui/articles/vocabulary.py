"""The words headlines of reviews are built from, as patterns: reviews, media, festivals, columns, seasons."""

REVIEW = (
    r"(?:re-?)?reviews?|reviewed|recap|(?:film|serien|kino|buch)?kritik|rezension|critique|cr[ií]tica|reseña|recensione|"
    r"recensie|"
    r"recension|anmeldelse|recenzja|arvostelu|resenha|an[aá]lisis|im\s+(?:kurz)?test"
)
_FESTIVALS = (
    r"sundance|slamdance|tiff|cannes|berlinale|sxsw|tribeca|nyff|lff|bfi(?: london| flare)?|fantasia|fantastic fest|"
    r"beyond fest|frightfest|gff|afi fest|telluride|locarno|iffr|karlovy vary|san sebasti[aá]n|miff|siff|sitges|"
    r"hot docs|"
    r"annecy|ciff|eiff|raindance|outfest|newfest|frameline|true/false|cph:?dox|idfa|doc ?nyc|nd/nf|panic fest|viff|"
    r"popcorn frights|nightstream|fantaspoa|screamfest|reel asian|directors[’'] fortnight|critics[’'] week|iff boston"
)
_PLACES = (
    r"toronto|berlin|venice|venezia|london|glasgow|rotterdam|busan|new york|chicago|philadelphia|milwaukee|seattle|"
    r"edinburgh|"
    r"sheffield|overlook|brooklyn horror|middleburg|mill valley|palm springs|santa barbara|denver|savannah|scad|"
    r"hamptons|"
    r"montclair|virginia|austin|calgary|vancouver|whistler|dublin|melbourne|sydney|tokyo|zurich|munich|warsaw|fantastic"
)
_FEST = r"\s+(?:international\s+)?(?:film\s+)?fest(?:ival)?"
_EDITION = r"\s*(?:['’]?\d{2}|(?:19|20)\d\d)(?!\d)"
FESTIVAL = rf"(?:(?:{_FESTIVALS})(?:{_FEST})?(?:{_EDITION}|\d+)?|(?:{_PLACES})(?:{_FEST}(?:{_EDITION})?|{_EDITION}))"
MEDIA = (
    r"4k(?:\s*(?:uhd|ultra[\s-]?hd|hdr))?|uhd|ultra[\s-]?hd|blu-?\s?ray|dvd|steelbook|vhs|laserdisc|"
    r"criterion(?:\s+collection)?|"
    r"arrow(?:\s+(?:video|films))?|kino lorber|imax(?:\s+3d)?|vod|limited edition|collector[’']?s edition|"
    r"special edition|"
    r"box\s?set|director[’']?s cut|extended (?:cut|edition)|remastered|(?:4k )?restoration"
)
STREAMERS = (
    r"netflix|hulu|amazon(?:\s+prime)?(?:\s+video)?|prime\s+video|disney\s?\+|disney plus|apple\s?tv\s?\+?|"
    r"hbo(?:\s+max)?|"
    r"shudder|peacock|paramount\s?\+|mubi|fx|amc\+?|starz|showtime|bbc|itv|crunchyroll|tubi|screambox"
)
CONSOLES = r"ps[45]|xbox(?:\s+(?:one|series\s+x\S*))?|(?:nintendo\s+)?switch|pc|steam"
PLAIN = (
    rf"(?:{MEDIA}|{STREAMERS}|tv\s+(?:series|show|mini-?series)|tv|television|video\s?game|mini-?series|"
    r"limited\s+series|"
    r"docuseries|short\s+film|spoiler[\s-]?free|non[\s-]?spoiler|no[\s-]spoilers?|spoiler|first[\s-]look|early|advance|quick|mini|"
    r"movie|film|"
    r"season\s+(?:\d+|one|two|three|four|five|six|finale|premiere)|episode\s+\d+|graphic\s+novel|motion picture)"
)
"""What may stand between a title and `Review` without a sign; titles hardly end in these."""
DOUBTFUL = r"(?:show|series|book|novel|game|album|music|soundtrack|documentary|anime|manga|play|musical|concert)"
"""… in these they may: `Squid Game Review`."""
QUALIFIERS = (
    rf"(?:{PLAIN}|{DOUBTFUL}|{FESTIVAL}|{CONSOLES}|theat(?:er|re)|stage|doc|short|horror|sci-fi|indie|foreign|"
    r"classic|retro|"
    r"vintage|capsule|spoilers?|spoiler-filled|festival|film\s+festival|fest|home\s+(?:video|entertainment)|finale|"
    r"premiere|"
    r"pilot|special|comic(?:\s+book)?|podcast|guest|weekend|midweek|new|full|world\s+premiere|exclusive|"
    r"critic[’']?s?|staff|"
    r"reader|double|board\s?game|single|ep|exhibition|arc|gig|opera|theatre|comics?|manga|(?:mon|tues|wednes|thurs|fri|satur|sun)day|halloween|christmas|holiday|throwback|flashback|rewind|"
    r"rewatch|kids?|family|parent[’']?s?|live|digital|record|max|sky|3d)"
)
"""What may stand before `Review:`, or between a sign and `Review`."""
COLUMNS = (
    r"(?:(?:[\w’']+\s+){1,4}#\s?\d+|(?:[\w’']+\s+){0,3}top\s+\d+|(?:a\s+)?look(?:ing)?\s+back(?:\s+at)?|"
    r"(?:movie|film|show|book|game|pick|review|horror|classic|film pick|movie pick)\s+of\s+the\s+(?:week|day|"
    r"month|night)|"
    r"(?:throwback|flashback|tbt)\s+\w+day|throwback|(?:quick|short|hot)\s+takes?|(?:second|another)\s+looks?|(?:tasting|viewing|reading)\s+notes|first\s+(?:impressions?|thoughts?|watch)|"
    r"just\s+watched|"
    r"at\s+the\s+(?:movies|cinema)|in\s+(?:theaters?|cinemas?)(?:\s+now)?|now\s+(?:streaming|playing|showing|watching)|"
    r"(?:streaming|new)\s+on\s+[\w+ ]{2,20}|on\s+(?:netflix|hulu|dvd|blu-?ray|vod|prime|disney\+|shudder)|capsule|"
    r"(?:\d+\s+(?:days|nights)\s+of\s+[\w’' ]{3,30})(?:[,:]?\s*(?:day|night)?\s*#?\d+)?|"
    r"(?:day|night|film|movie|entry|week|number|no\.?|nr\.?|review)\s*#?\d+|#\s?\d+|double\s+feature|midnight\s+movie|"
    r"blind\s?spot(?:\s+series)?(?:\s+\d+)?|rewatch(?:ed|ing)?|revisit(?:ed|ing)?|retro(?:spective)?|"
    r"guilty\s+pleasures?|"
    r"(?:horror|noir|western|cult|classic|criterion|film|movie|cinema|sci-fi|anime)\s+(?:club|corner|night|fest|"
    r"month|mondays?|"
    r"a-thon|challenge|classics?|files?|vault|crypt)|(?:schlocktober|noirvember|hooptober|shocktober)(?:\s+#?\d+)?|"
    r"from\s+the\s+(?:vault|archives?|shelf|crypt)(?:,\s+(?:18|19|20)\d\d)?|last\s+night[’']s\s+tv|"
    r"(?:[\w’']+\s+){0,2}month!?\s+(?:week|day)\s+\d+|cinema|movies?|films?|watch\s+this|"
    r"stream\s+(?:it\s+or\s+skip\s+it|this))"
)
SEASON = (
    r"(?:season|series|staffel|saison|temporada|stagione)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|"
    r"i{1,3}|iv|vi{0,3})"
)
