"""Places of the analyst's own: GeoNames dumps, tables with a header, vector files.

Files come in; a gazetteer beside the embedded one, and rows that could not be used, go out.
It knows no report.
"""
