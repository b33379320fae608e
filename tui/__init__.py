"""Matinee, a terminal reader for critics' reviews. This is the map of the house, from the door down.

    cli         the door: one file per family of commands; reads the clock, the paths and the environment
    app         the terminal interface: screens, dialogs, widgets, and the one registry of verbs (`commands.py`)
    refresh     what to fetch and what changed: one outcome per feed, as an async stream
    feeds       discovering and parsing feeds, ways into archives (only `parsing.py` knows feedparser)
    comments    the thread under a review, from wherever a site keeps it
    store       SQLite: schema, migrations, statements (a Query becomes SQL, pure), library
    web         the only door to the network: one httpx client, its limits and its manners
    demo        the sample site: its reviews as package data, and a standard-library server on loopback
    summaries   grades become distributions, profiles, consensus, taste; spellings become works (pure)
    articles    HTML becomes prose, credits and the work reviewed (pure)
    grading     words become grades, one notation a file (pure)
    model       what things are: frozen dataclasses of plain values, and the tree of errors

A floor imports only floors below it; import-linter proves it (`pyproject.toml`). One way through:
bytes -> `feeds.parsing` -> `Entry` -> `articles` + `grading` -> `Review` -> decide (Add, Change, Leave) -> `store` ->
`Library.page(Query)` -> screens. Only intent travels up: key -> command -> message -> screen -> library or refresher.
"""

__version__ = "0.1.0"
