"""Records are the standard library's frozen dataclasses in everything but what they take to be made."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any, ClassVar

import pytest

from tui.model.record import record


@record(frozen=True, slots=True)
class Grade:
    """One of ours."""

    written: str
    best: float | None = None
    others: list[str] = field(default_factory=list, compare=False)
    hidden: str = field(default="", repr=False)
    length: int = field(init=False, compare=False)
    KINDS: ClassVar[int] = 3

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.written))

    @property
    def plain(self) -> str:
        """The first sign."""
        return self.written[:1]


@dataclass(frozen=True, slots=True)
class Usual:
    """The same by the standard library."""

    written: str
    best: float | None = None
    others: list[str] = field(default_factory=list, compare=False)
    hidden: str = field(default="", repr=False)
    length: int = field(init=False, compare=False)
    KINDS: ClassVar[int] = 3

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", len(self.written))


@record(frozen=True, slots=True)
class Longer(Grade):
    """A record made of another."""

    more: int = 0


class Nothing:
    """For what nothing equals."""


def values(one: Any) -> list[object]:
    return [getattr(one, each.name) for each in fields(one)]


def test_fields_defaults_and_factories_are_those_of_a_dataclass() -> None:
    assert values(Grade("B-", 4.0)) == values(Usual("B-", 4.0)) == ["B-", 4.0, [], "", 2]
    assert Grade("B-").others is not Grade("B-").others
    assert Grade.__match_args__ == Usual.__match_args__
    assert Grade.KINDS == 3


def test_it_prints_as_a_dataclass_does() -> None:
    assert repr(Grade("7", hidden="x")) == repr(Usual("7", hidden="x")).replace("Usual", "Grade")


def test_equality_and_hash_look_at_what_is_compared_alone() -> None:
    one, same, other = Grade("7", others=["8"]), Grade("7"), Grade("7", 5.0)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != Longer("7")
    assert one.__eq__(Nothing()) is NotImplemented


@pytest.mark.parametrize("made", [Grade("7"), Longer("7", more=2)])
def test_nothing_in_it_can_be_changed(made: Grade) -> None:
    with pytest.raises(FrozenInstanceError, match="written"):
        made.written = "8"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="written"):
        del made.written
    with pytest.raises(FrozenInstanceError):
        made.unheard_of = 1  # type: ignore[attr-defined]
    assert not hasattr(made, "__dict__")


def test_it_is_replaced_copied_and_pickled() -> None:
    one = Longer("7", 10.0, ["x"], more=4)
    assert replace(one, written="eight") == Longer("eight", 10.0, ["x"], more=4)
    assert replace(one, written="eight").length == 5
    for again in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert values(again) == values(one)


def test_what_is_missing_or_too_much_is_said_as_always() -> None:
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'written'"):
        Grade()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'of'"):
        Grade("7", of=10)  # type: ignore[call-arg]


def test_methods_of_its_own_stay() -> None:
    @record(frozen=True, slots=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return self.name

    assert repr(Named("Foghorn")) == "Foghorn"


def test_other_kinds_are_refused() -> None:
    with pytest.raises(TypeError, match=r"dataclasses\.dataclass"):
        record(frozen=False, slots=True)
