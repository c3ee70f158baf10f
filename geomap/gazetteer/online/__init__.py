"""Online geocoders, asked where the analyst says so.

Names come in; their places, kept with source and day, and what could not be asked, go out.
It sends names and nothing else of a report.
"""
