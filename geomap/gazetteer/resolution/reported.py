"""Reported coordinates as places: a point whose extent is the precision of the figures."""

from __future__ import annotations

from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.geometry.pluscodes import completed
from geomap.model import Candidate, Location, Mention, Place


def reported(mention: Mention, located: Overlaps[Location], company: Company, *, far_km: float) -> Location:
    """The location of reported coordinates; where their figures have two senses, the one near the report's places.

    `located` are the locations of the report's names, `company` their places. Where both senses or none are within `far_km` of one of
    these, it is unresolved.
    """
    if mention.lonlat is None:
        return _completed(mention, located)
    senses = [_position(mention, lonlat, mention.precision_m) for lonlat in (mention.lonlat, *mention.otherwise)]
    if len(senses) == 1:
        return _located_at(mention, senses[0], "reported coordinates")
    near = [place for place in senses if any(away <= far_km for away, _ in company.nearest(place))]
    if len(near) == 1:
        return _located_at(mention, near[0], "reported coordinates, in the sense that is near other places of the report")
    candidates = tuple(Candidate(place=place, score=1 / len(senses), reasons=("one sense of the coordinates",)) for place in senses)
    points = " or ".join(f"{place.lat:.4f}, {place.lon:.4f}" for place in senses)
    return Location(mention=mention, candidates=candidates, why=f"the figures have two senses: {points}")


def _completed(mention: Mention, located: Overlaps[Location]) -> Location:
    """The location of a short plus code, which the place named with it completes."""
    town = mention.antecedent
    if town is None:
        return Location(mention=mention, why="a short plus code needs the name of a town")
    first = located.first(town)
    named = None if first is None else first.resolved
    cell = None if named is None else completed(mention.span.text, named.lonlat)
    if named is None or cell is None:
        return Location(mention=mention, why=f"the short plus code needs “{town.text}”, which is not resolved")
    return _located_at(mention, _position(mention, cell.lonlat, cell.precision_m), f"the plus code of this ending nearest to {named.name}")


def _located_at(mention: Mention, place: Place, why: str) -> Location:
    return Location(mention=mention, candidates=(Candidate(place=place, score=1.0, reasons=(why,)),), resolved=place, why=why)


def _position(mention: Mention, lonlat: tuple[float, float], precision_m: float | None) -> Place:
    """Reported coordinates as a place; its extent is the precision of the figures."""
    lon, lat = lonlat
    return Place(
        id=f"position:{lat:.6f},{lon:.6f}",
        name=" ".join(mention.span.text.split()),
        lon=lon,
        lat=lat,
        kind="position",
        country=None,
        extent_m=precision_m or 0.0,
        extent_stated=precision_m is not None,
        source="the report",
    )
