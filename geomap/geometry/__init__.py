"""Geometry on the WGS84 ellipsoid: distances, discs, sectors, corridors and their polygons.

Points, lines, areas and lengths come in; distances, exact predicates and outlines that err to a stated side go out.
It knows no claim, no place's name and no file.
"""
