"""The words headlines of reviews are built from: reviews, media, festivals, columns, seasons."""

REVIEW = (
    r"(?:re-?)?reviews?|reviewed|kritik|filmkritik|serienkritik|rezension|critique|cr[ií]tica|reseña|recensione|recensie|"
    r"recension|anmeldelse|recenzja|arvostelu|resenha"
)
FESTIVALS = (
    r"sundance|slamdance|tiff|toronto|cannes|berlinale|berlin|venice|venezia|sxsw|tribeca|nyff|lff|bfi(?: london| flare)?|london|"
    r"fantasia|fantastic fest|beyond fest|frightfest|glasgow|gff|afi(?: fest)?|telluride|locarno|rotterdam|iffr|karlovy vary|"
    r"san sebasti[aá]n|busan|miff|siff|sitges|hot docs|annecy|new york|chicago|ciff|philadelphia|milwaukee|seattle|edinburgh|"
    r"eiff|raindance|outfest|newfest|frameline|true/false|cph:?dox|idfa|sheffield|docnyc|doc nyc|new directors|nd/nf|"
    r"rendez-vous|panic fest|overlook|popcorn frights|nightstream|fantaspoa|screamfest|brooklyn horror|fantafestival|"
    r"directors[’'] fortnight|critics[’'] week|un certain regard|middleburg|mill valley|palm springs|santa barbara|denver|"
    r"savannah|scad|hamptons|montclair|virginia|austin|dances with films|calgary|vancouver|viff|whistler|reel asian"
)
FESTIVAL = (
    rf"(?:{FESTIVALS})(?:\s+(?:international\s+)?(?:film\s+)?fest(?:ival)?)?(?:\s+(?:film\s+)?festival)?"
    r"(?:\s*(?:['’]?\d{2,4}|\d+))?"
)
MEDIA = (
    r"4k(?:\s*(?:uhd|ultra[\s-]?hd|hdr))?|uhd|ultra[\s-]?hd|blu-?\s?ray|dvd|steelbook|vhs|laserdisc|criterion(?:\s+collection)?|"
    r"arrow(?:\s+(?:video|films))?|kino lorber|imax(?:\s+3d)?|3d|vod|digital|limited edition|collector[’']?s edition|"
    r"special edition|box\s?set|director[’']?s cut|extended (?:cut|edition)|remastered|restoration"
)
STREAMERS = (
    r"netflix|hulu|amazon(?:\s+prime)?(?:\s+video)?|prime(?:\s+video)?|disney\s?\+|disney plus|apple\s?tv\s?\+?|hbo(?:\s+max)?|max|"
    r"shudder|peacock|paramount\s?\+|mubi|fx|amc\+?|starz|showtime|bbc|itv|channel 4|sky|crunchyroll|tubi|roku|screambox"
)
QUALIFIERS = (
    rf"(?:{MEDIA}|{STREAMERS}|{FESTIVAL}|movie|film|motion picture|tv|television|tv show|series|show|book|novel|game|video\s?game|"
    r"album|music|record|soundtrack|theat(?:er|re)|stage|concert|documentary|doc|docuseries|short(?:\s+film)?|anime|horror|sci-fi|"
    r"indie|foreign|classic|retro|vintage|quick|mini|capsule|early|advance|spoiler[\s-]?free|non[\s-]?spoiler|no[\s-]spoilers?|"
    r"spoilers?|spoiler-filled|festival|film\s+festival|fest|home\s+(?:video|entertainment)|finale|premiere|pilot|limited\s+series|"
    r"mini-?series|special|comic(?:\s+book)?|graphic\s+novel|manga|ps[45]|xbox(?:\s+(?:one|series\s+x\S*))?|switch|pc|steam|guest|"
    r"weekend|midweek|new|full|live|world\s+premiere|exclusive|critic[’']?s?|staff|reader|double|friday|monday|tuesday|wednesday|"
    r"thursday|saturday|sunday|halloween|christmas|holiday|throwback|flashback|rewind|rewatch|kid|family|parent[’']?s?|"
    r"season\s+(?:\d+|one|two|three|four|five|six|finale|premiere)|episode\s+\d+)"
)
COLUMNS = (
    r"(?:(?:movie|film|show|book|game|pick|review|horror|classic|film pick|movie pick)\s+of\s+the\s+(?:week|day|month|night)|"
    r"(?:throwback|flashback|tbt)\s+\w+day|throwback|quick\s+takes?|first\s+(?:impressions?|thoughts?|watch)|"
    r"at\s+the\s+(?:movies|cinema)|in\s+(?:theaters?|cinemas?)(?:\s+now)?|now\s+(?:streaming|playing|showing|watching)|"
    r"(?:streaming|new)\s+on\s+[\w+ ]{2,20}|on\s+(?:netflix|hulu|dvd|blu-?ray|vod|prime|disney\+|shudder)|just\s+watched|"
    r"(?:\d+\s+(?:days|nights)\s+of\s+[\w’' ]{3,30})(?:,?\s*(?:day|night)?\s*#?\d+)?|(?:day|night|film|movie|entry|week|number|no\.?|nr\.?)\s*#?\d+|"
    r"#\s?\d+|\d{1,4}[.)]|blind\s?spot(?:\s+series)?(?:\s+\d+)?|rewatch(?:ed|ing)?|revisit(?:ed|ing)?|retro(?:spective)?|"
    r"(?:horror|noir|western|cult|classic|criterion|film|movie|cinema|sci-fi|anime)\s+(?:club|corner|night|fest|month|mondays?|"
    r"vember|a-thon|challenge|classics?|files?|vault|crypt|a\s+go\s+go)|(?:october|halloween|christmas|schlocktober|noirvember|hooptober)"
    r"(?:\s+horror)?(?:\s+\w+)?(?:\s+#?\d+)?|from\s+the\s+(?:vault|archives?|shelf|crypt)|cinema|movies?|films?|film\s+\d+|"
    r"watch\s+this|stream\s+(?:it\s+or\s+skip\s+it|this)|capsule|double\s+feature|midnight\s+movie|guilty\s+pleasures?)"
)
SEASON = (
    r"(?:season|series|staffel|saison|temporada|stagione|book|vol(?:ume|\.)?)\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|i{1,3}|iv|vi{0,3})"
)
