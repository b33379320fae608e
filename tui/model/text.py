"""Cleaning what comes from outside, in three grades: prose, a single-line field, and visible controls.

A feed is hostile until cleaned. What goes: terminal escape sequences whole (`ESC ]2;title BEL` would retitle the
reader's window), C0 and C1 controls, bidirectional overrides and isolates (they reorder what follows on the line),
zero-width and other invisible format characters, Unicode's line separators, lone surrogates and non-characters. What
stays: ZERO WIDTH JOINER and NON-JOINER between visible characters (emoji families, Persian), variation selectors
(they tell ⭐️ from ⭐).
"""

import re

# ESC and its C1 twins, with what they carry: OSC/DCS/SOS/PM/APC strings up to their terminator (or the line's end when
# there is none), CSI sequences, and two-character escapes. Each string body excludes its own terminators: linear time.
_ESCAPE = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 but TAB, LF, CR and NEL, which become white space
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_JOINERS = re.compile(
    "(?<![^\\W_])(?<![\U0001f000-\U0001faff\u2600-\u27bf\ufe0f])[\u200c\u200d]+|[\u200c\u200d]+(?=\\s|$)"
)
_SPACES = re.compile(r"\s+")
_SUSPECT = re.compile(f"[{_INVISIBLE}\r\x85\u2028\u2029\u200c\u200d]")


def prose(text: str) -> str:
    """Return `text` safe to show over several lines: line feeds and tabs stay, everything unseen goes."""
    if (text.isascii() and text.isprintable()) or not _SUSPECT.search(text):
        return text
    text = _BREAKS.sub("\n", _ESCAPE.sub("", text))
    return _JOINERS.sub("", _UNSEEN.sub("", text))


def field(text: str, most: int = 2_000) -> str:
    """Return `text` as one clean line of at most `most` characters, white space folded."""
    line = _SPACES.sub(" ", prose(text[: most * 4])).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def visible(text: str) -> str:
    """Return `text` on one line with each control shown as `\\x1b`-like escapes: for showing what was wrong in it."""
    return "".join(
        character if not _SUSPECT.match(character) and character not in "\n\t" else ascii(character)[1:-1]
        for character in text
    )
