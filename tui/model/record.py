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
        compared = [field.name for field in fields if field.compare]
        made._compared = staticmethod(attrgetter(*compared) if compared else lambda _: ())
        for name, method in _SHARED.items():
            if name not in own:
                setattr(made, name, method)
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

    class _Shared:
        def __repr__(self):
            shown = [f"{each.name}={getattr(self, each.name)!r}" for each in dataclasses.fields(self) if each.repr]
            return f"{self.__class__.__qualname__}({', '.join(shown)})"

        def __eq__(self, other):
            if other.__class__ is not self.__class__:
                return NotImplemented
            return self._compared(self) == self._compared(other)

        def __hash__(self):
            return hash(self._compared(self))

        def __setattr__(self, name, value):
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

        def __delattr__(self, name):
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

        def __getstate__(self):
            return [getattr(self, each.name) for each in dataclasses.fields(self)]

        def __setstate__(self, state):
            for each, value in zip(dataclasses.fields(self), state, strict=True):
                object.__setattr__(self, each.name, value)

    _SHARED = {name: method for name, method in vars(_Shared).items() if callable(method)}
    """Methods every record has, unless it has its own."""
