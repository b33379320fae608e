"""Frozen dataclasses that are made in a third of the time: the standard library's, but for methods all of them share.

`dataclasses` writes and compiles six functions for each frozen class, 0.2-0.9 ms; we load more than a hundred classes
before the first paint, an eighth of all that start takes. Here each class has one function compiled for it, the one
that must be fast: `__init__`. What type checkers see is the standard library's decorator.
"""

from typing import TYPE_CHECKING

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    import dataclasses
    from operator import attrgetter

    def record(*, frozen, slots):
        """Make a dataclass, frozen and with slots: fields, `replace`, equality, hash, pickling as any other's."""
        if not (frozen and slots):
            raise TypeError("a record is frozen and has slots; for any other use `dataclasses.dataclass`")
        return _made

    def _made(cls):
        own = cls.__dict__
        made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
        fields = dataclasses.fields(made)
        made.__init__ = _init(made, fields)
        made._compared = _getter([field.name for field in fields if field.compare])
        for method in _SHARED:
            if method.__name__ not in own:
                setattr(made, method.__name__, method)
        return made

    def _init(made, fields):
        """Compile `__init__`: it sets slots directly, which takes less than `object.__setattr__` does."""
        known, given, body = {"_missing": dataclasses.MISSING}, ["self"], []
        for field in fields:
            name, value = field.name, field.name
            known[f"_set_{name}"] = getattr(made, name).__set__
            if field.default is not dataclasses.MISSING:
                known[f"_default_{name}"] = field.default
                otherwise = f"_default_{name}"
            elif field.default_factory is not dataclasses.MISSING:
                known[f"_make_{name}"] = field.default_factory
                otherwise = "_missing"
                value = f"_make_{name}() if {name} is _missing else {name}"
            else:
                otherwise = ""
            if field.init:
                given.append(f"{name}={otherwise}" if otherwise else name)
            elif otherwise:
                body.append(f" {name} = {otherwise}")
            else:
                continue
            body.append(f" _set_{name}(self, {value})")
        if hasattr(made, "__post_init__"):
            body.append(" self.__post_init__()")
        exec(f"def __init__({', '.join(given)}):\n" + "\n".join(body or [" pass"]), known)  # noqa: S102 - names only
        known["__init__"].__qualname__ = f"{made.__qualname__}.__init__"
        return known["__init__"]

    def _getter(names):
        return staticmethod(attrgetter(*names) if names else lambda _: ())

    def __repr__(self):  # noqa: N807
        shown = [f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr]
        return f"{self.__class__.__qualname__}({', '.join(shown)})"

    def __eq__(self, other):  # noqa: N807
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self._compared(self) == self._compared(other)

    def __hash__(self):  # noqa: N807
        return hash(self._compared(self))

    def __setattr__(self, name, value):  # noqa: N807
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name):  # noqa: N807
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __getstate__(self):  # noqa: N807
        return [getattr(self, each.name) for each in dataclasses.fields(self)]

    def __setstate__(self, state):  # noqa: N807
        for each, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, each.name, value)

    _SHARED = (__repr__, __eq__, __hash__, __setattr__, __delattr__, __getstate__, __setstate__)
