"""What events are called where the text gives them no name of their own."""

from collections.abc import Mapping
from typing import Protocol

from kg.model import EntityId, Event, Granularity, Role, TimeBounds

_FILLERS = 3
_DATE_LENGTH = {Granularity.DAY: 10, Granularity.MONTH: 7, Granularity.YEAR: 4}
"""How much of an ISO date a label shows."""


class EventType(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def roles(self) -> Mapping[str, object]: ...


class EventTypes(Protocol):
    """What labels ask of the ontology."""

    @property
    def events(self) -> Mapping[str, EventType]: ...


class Labels:
    """Class, main participants, date: "Attack: Norland, Port Sall (2026-03-04)"."""

    def __init__(self, names: Mapping[EntityId, str], types: EventTypes) -> None:
        self._names = names
        self._types = types.events
        self._ranks = {name: {role: n for n, role in enumerate(t.roles)} for name, t in types.events.items()}

    def of(self, event: Event[EntityId]) -> str:
        ranks, names = self._ranks[event.type], self._names
        roles = sorted([(ranks.get(r.name, len(ranks)), r.name, r.filler) for r in event.roles if _is_firm(r)])
        fillers = list(dict.fromkeys([names[filler] for _, _, filler in roles if filler in names]))[:_FILLERS]
        participants = f": {', '.join(fillers)}" if fillers else ""
        return f"{self._types[event.type].label}{participants}{_date(event.time)}"


def _is_firm(role: Role[EntityId]) -> bool:
    return not role.claims or any(c.modality.is_fact for c in role.claims)


def _date(time: TimeBounds) -> str:
    length = _DATE_LENGTH.get(time.granularity, 0)
    return f" ({time.not_before.isoformat()[:length]})" if time.not_before and length else ""
