"""The palette: every verb of the registry that can be used here, found by its name or by what it does."""

from collections.abc import AsyncIterator, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Provider

from tui.app.commands import Command, Place, commands, key_name


class VerbProvider(Provider):
    """Offers the verbs of the screen under the palette and those that work anywhere."""

    async def discover(self) -> AsyncIterator[DiscoveryHit]:
        for command, title in self._verbs():
            yield DiscoveryHit(title, partial(self._do, command), help=command.help)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        matcher = self.matcher(query)
        for command, title in self._verbs():
            score = max(matcher.match(title), 0.8 * matcher.match(command.help))
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self._do, command), help=command.help)

    def _verbs(self) -> Iterator[tuple[Command, str]]:
        places: tuple[Place, ...] = getattr(self.screen, "PLACES", ())
        for command in commands(*places, Place.ANYWHERE):
            if command.name != "command_palette":
                yield command, f"{command.label}  ({' '.join(map(key_name, command.keys[:2]))})"

    async def _do(self, command: Command) -> None:
        name = command.name.split("(")[0]
        owner = self.screen if hasattr(self.screen, f"action_{name}") else self.app
        await self.app.run_action(command.name, owner)
