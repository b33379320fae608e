"""The colours of grades reckoned with: contrast, and how far apart eyes of every kind see them."""

from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

import pytest

from tui.app.themes import HOUSE_LIGHTS, PAPER
from tui.app.widgets.grade_colours import DARK, LIGHT, grade_colour
from tui.model.scale import LETTERS, step

EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red cones": (
        (0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998),
    ),
    "without green cones": (
        (0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881),
    ),
    "without blue cones": (
        (1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900),
    ),
}  # fmt: skip
"""Machado, Oliveira and Fernandes (2009), severity 1, on linear light."""
Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    """The light of `#rrggbb`, each part 0-1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    part = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (red, green, blue)]
    return part[0], part[1], part[2]


def luminance(light: Three) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's ratio."""
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


def lab(light: Three) -> Three:
    """CIELAB under D65."""
    red, green, blue = (min(1.0, max(0.0, part)) for part in light)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: Three, other: Three) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - sqrt(mean**7 / (mean**7 + 25**7)))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = degrees(atan2(b1, a1 * stretch)) % 360, degrees(atan2(b2, a2 * stretch)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    ml, mc, mh = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    t = (
        1 - 0.17 * cos(radians(mh - 30)) + 0.24 * cos(radians(2 * mh))
        + 0.32 * cos(radians(3 * mh + 6)) - 0.2 * cos(radians(4 * mh - 63))
    )  # fmt: skip
    sl = 1 + 0.015 * (ml - 50) ** 2 / sqrt(20 + (ml - 50) ** 2)
    sc, sh = 1 + 0.045 * mc, 1 + 0.015 * mc * t
    rotation = -2 * sqrt(mc**7 / (mc**7 + 25**7)) * sin(radians(60 * exp(-(((mh - 275) / 25) ** 2))))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * dc / sc * dh / sh)


def seen(colour: str, eyes: str) -> Three:
    red, green, blue = (sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in EYES[eyes])
    return lab((red, green, blue))


def test_the_distance_is_reckoned_as_published() -> None:
    assert apart((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert apart((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514)) == pytest.approx(0.9082, abs=1e-4)


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("steps", [DARK, LIGHT], ids=["dark", "light"])
def test_any_two_steps_are_told_apart_by_every_kind_of_eyes(steps: tuple[str, ...], eyes: str) -> None:
    assert all(apart(seen(one, eyes), seen(other, eyes)) >= 10 for one, other in combinations(steps, 2))


@pytest.mark.parametrize(("steps", "theme"), [(DARK, HOUSE_LIGHTS), (LIGHT, PAPER)], ids=["dark", "light"])
def test_every_step_can_be_read_on_every_ground(steps: tuple[str, ...], theme: object) -> None:
    grounds = [getattr(theme, name) for name in ("background", "surface", "panel")]
    assert all(contrast(colour, ground) >= 4.5 for colour in steps for ground in grounds)
    cursor = theme.variables["block-cursor-background"]  # type: ignore[attr-defined]
    assert all(contrast(colour, cursor) >= 3.5 for colour in steps)


def test_praise_and_blame_grow_away_from_the_middle() -> None:
    order = [step(score) for score in LETTERS.values()]
    assert order == sorted(order)
    assert set(order) == set(range(5))
    assert grade_colour(None) is None
    assert grade_colour(100, dark=False) == LIGHT[0]
