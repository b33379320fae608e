"""Manners towards hosts, on a clock of the test's own."""

import asyncio

from tui.refresh.page_manners import Manners

A, B = "https://a.example/1", "https://b.example/1"


async def visit(manners: Manners, url: str, log: list[str]) -> None:
    async with manners.turn(url):
        log.append(f"in {url}")
        await asyncio.sleep(0)
        log.append(f"out {url}")


async def test_one_page_of_a_host_is_asked_at_a_time() -> None:
    log: list[str] = []
    manners = Manners(pause=0)
    await asyncio.gather(*(visit(manners, f"https://a.example/{number}", log) for number in range(3)))
    assert [line.split()[0] for line in log] == ["in", "out"] * 3


async def test_two_hosts_do_not_wait_for_each_other() -> None:
    log: list[str] = []
    manners = Manners(pause=0)
    await asyncio.gather(visit(manners, A, log), visit(manners, B, log))
    assert log[:2] == [f"in {A}", f"in {B}"]


async def test_there_is_a_pause_between_two_pages_of_a_host() -> None:
    clock, log = asyncio.get_running_loop(), list[str]()
    manners = Manners(pause=0.05)
    began = clock.time()
    await visit(manners, A, log)
    await visit(manners, A, log)
    assert clock.time() - began >= 0.05


async def test_this_machine_needs_no_pause() -> None:
    clock, log = asyncio.get_running_loop(), list[str]()
    manners = Manners(pause=30)
    began = clock.time()
    for _ in range(3):
        await visit(manners, "http://127.0.0.1:8000/a", log)
    assert clock.time() - began < 10


def test_a_host_that_fails_twice_in_a_row_is_left_alone() -> None:
    manners = Manners()
    manners.failed(A)
    assert not manners.tired(A)
    manners.worked(A)
    manners.failed(A)
    assert not manners.tired(A)
    manners.failed(A)
    assert manners.tired("https://a.example/other")
    assert not manners.tired(B)


def test_a_host_that_asks_us_to_wait_is_left_alone_at_once() -> None:
    manners = Manners()
    manners.failed(A, asked_to_wait=True)
    assert manners.tired(A)
