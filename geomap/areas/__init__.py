"""Claims with their places → readings → regions: each fair way to understand a claim, and where it allows the thing to be.

Claims, located mentions and a policy come in; readings, regions with an inner and an outer bound, and their polygons go out.
It compares no two claims and draws nothing; of the words it knows only what the claim has kept.
"""
