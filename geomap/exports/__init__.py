"""Results for other programs: JSON records, GeoDataFrame, GeoJSON, GeoPackage, KML and CSV.

An analysis comes in; records, frames and files with stable keys go out.
It works nothing out: what is not in the analysis is not in a file.
"""
