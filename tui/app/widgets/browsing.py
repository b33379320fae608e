"""The way out to the browser and the clipboard: only addresses a browser should get, and a word when there is none."""

import asyncio

from textual import on
from textual.message_pump import MessagePump

from tui.app.messages import BrowserAsked, CopyAsked


class Browsing(MessagePump):
    """For the App: what any screen may ask of the desktop around the terminal."""

    @on(CopyAsked)
    def copy(self, message: CopyAsked) -> None:
        """Copy an address to the clipboard, through the terminal."""
        if message.url:
            self.app.copy_to_clipboard(message.url)
        words = f"Copied {message.url}" if message.url else "This review has no address"
        self.app.notify(words, markup=False, timeout=3)

    @on(BrowserAsked)
    def browse(self, message: BrowserAsked) -> None:
        """Open an address in the browser."""
        if message.url.startswith(("http://", "https://")):
            self.app.run_worker(self._browse(message.url), group="browser", exit_on_error=False)
        else:
            self.app.notify(f"Not an address for a browser: {message.url or 'none given'}", markup=False)

    async def _browse(self, url: str) -> None:
        if not await asyncio.to_thread(_open, url):
            self.app.notify(f"No browser found. The address: {url}", markup=False, timeout=10)


def _open(url: str) -> bool:
    import webbrowser

    try:
        return webbrowser.open(url)
    except webbrowser.Error:
        return False
