import asyncio

import pytest

from tui.web.hosts import Hosts


async def starts(hosts: Hosts, *names: str) -> list[float]:
    """Ask all at once; return when each began, in the loop's seconds since the first."""
    clock = asyncio.get_running_loop()
    began: list[float] = []

    async def ask(name: str) -> None:
        async with hosts.turn(name):
            began.append(clock.time())

    await asyncio.gather(*map(ask, names))
    return [at - began[0] for at in began]


async def test_requests_to_one_public_host_begin_a_moment_apart() -> None:
    _, second, third = await starts(Hosts(3, 0.05), "critic.example", "critic.example", "critic.example")
    assert (second > 0.04, third > 0.09) == (True, True)


async def test_hosts_do_not_wait_for_each_other() -> None:
    assert max(await starts(Hosts(3, 60), "critic.example", "other.example", "third.example")) < 50


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "nas.local", "192.168.1.4"])
async def test_the_readers_own_machines_need_no_pause_and_no_peace(name: str) -> None:
    hosts = Hosts(3, 60)
    assert max(await starts(hosts, name, name, name)) < 50
    hosts.close(name, 600)
    assert hosts.wait(name) == 0


async def test_a_closed_host_says_for_how_long_and_at_most_a_day() -> None:
    hosts = Hosts(3, 0)
    assert hosts.wait("critic.example") == 0
    hosts.close("critic.example", 10**9)
    assert 86_000 < hosts.wait("critic.example") <= 86_400
