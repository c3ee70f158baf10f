"""Where the claims about each event leave room for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.areas.covers import area_km2
from geomap.checks.located.sets import puts_somewhere, resting_on, rooms_of
from geomap.model import Event, Evidence, Located


def located_events(events: Sequence[Event], evidence: Sequence[Evidence], names: Sequence[Located] = ()) -> Iterator[Located]:
    """One area for each event whose claims can all hold, else one for each of the largest sets that can; events without a figure have none.

    `names` are those that the reports locate.
    """
    areas = {each.place.id: each.area for each in names if each.place is not None}
    by_event: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.claim.event is not None and puts_somewhere(item):
            by_event.setdefault(item.claim.event, []).append(item)
    for event in events:
        rooms = rooms_of(by_event.get(event.id, ()), areas)
        for room in rooms:
            bounded = room.cover.limit_m is None
            yield Located(
                event=event.id,
                claims=tuple(item.claim.id for item in room.items),
                rests_on=resting_on(room.items),
                area=room.cover.area,
                area_km2=area_km2(room.cover.area) if bounded else None,
                limit_m=room.cover.limit_m,
                why="" if len(rooms) == 1 else f"the claims about it cannot all hold, and leave {len(rooms)} such areas",
            )
