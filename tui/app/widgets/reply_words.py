"""What came of a reply, in words that say what to do next. Pure."""

from typing import Literal, NamedTuple

from tui.model.reply import Answered, Reply, ReplyOutcome, Stage

Severity = Literal["information", "warning", "error"]


class Told(NamedTuple):
    """Something to say, and how loudly."""

    words: str
    severity: Severity = "warning"


_FAST = 15
"""Seconds WordPress wants between two comments of one person."""


def told(outcome: ReplyOutcome) -> Told:
    """Return what to say of an answer; the site's own words first, where it had any."""
    said = outcome.words.rstrip(".")
    match outcome.kind:
        case Answered.PUBLISHED if outcome.seen:
            return Told("Your reply is published.", "information")
        case Answered.PUBLISHED:
            return Told(
                "The site says that your reply is published; it is not in the thread yet. r looks.", "information"
            )
        case Answered.HELD:
            return Told(
                "The site has your reply; its moderator reads it first. Until then only you see it.", "information"
            )
        case Answered.MISSING:
            return Told("The site took your reply and does not show it: perhaps a word on its list. i on it says more.")
        case Answered.REFUSED:
            return Told(f"The site refused it: {said or 'without a reason'}. Mend it and send it again.")
        case Answered.DUPLICATE:
            return Told("The site has this very text from you already. Leave, and r shows whether it is there.")
        case Answered.TOO_FAST:
            return Told(
                f"The site wants a pause between two comments. Send it again in {outcome.wait or _FAST:.0f} seconds."
            )
        case Answered.CLOSED:
            return Told("This post takes no comments any more. Your text stays here as a draft.")
        case Answered.LOGIN_NEEDED:
            return Told(f"Only members of the site may comment here. {_BY_HAND}")
        case Answered.NO_FORM:
            return Told(f"{said or 'There is no form that Matinee can use'}. {_BY_HAND}")
        case Answered.UNSENT:
            return Told(f"Nothing was sent: {said or 'the site cannot be reached'}. Your text is kept; ^S tries again.")
        case Answered.UNKNOWN:
            return Told(
                f"It was sent, and nobody knows whether it arrived{f' ({said})' if said else ''}."
                " Look before you send it again: i on it looks."
            )


_BY_HAND = "Your text is on the clipboard, and the page opens in the browser: paste it there."


def by_hand(outcome: ReplyOutcome) -> bool:
    """True when only a browser can send it: the text goes to the clipboard."""
    return outcome.kind in (Answered.NO_FORM, Answered.LOGIN_NEEDED)


def goes_on(outcome: ReplyOutcome) -> bool:
    """True when the reader goes on writing: the site has not got it."""
    return outcome.stage is Stage.DRAFT


def looked(outcome: ReplyOutcome) -> Told:
    """Return what to say after looking for a reply that was sent."""
    if outcome.kind is Answered.MISSING:
        return Told("It is not in the thread. i on it lets you write it again.")
    if outcome.kind is Answered.UNKNOWN:
        said = outcome.words.rstrip(".")
        return Told(f"That cannot be told from here{f': {said}' if said else ''}. o opens the page: look there.")
    return told(outcome)


def stands(reply: Reply) -> str:
    """Return how a reply of the reader's stands, and what that means."""
    said = f" {reply.words.rstrip('.')}." if reply.words else ""
    match reply.stage:
        case Stage.SENDING:
            return "It is on its way. When no answer comes within three minutes, you can look for it."
        case Stage.UNKNOWN:
            return (
                f"It was sent, and nobody knows whether it arrived.{said}"
                " Look first: sent again, it may stand there twice."
            )
        case Stage.HELD:
            return "The site has it and shows it to nobody until its moderator agrees. There is nothing to do."
        case Stage.TAKEN:
            return "The site says that it is published; it was not seen in the thread yet."
        case Stage.MISSING:
            return (
                f"The site answered as if it had taken it, and does not show it.{said}"
                " Perhaps a word in it is on the site's list, or it waits for somebody."
            )
        case Stage.DRAFT:
            return f"It is a draft.{said}"
        case Stage.PUBLISHED:
            return "It is published."
