"""Findings in words: what a comparison came to, as sentences that an editor can print.

Claims, regions and comparisons come in; a summary of one or two sentences and the rest of what is to say go out.
It works out no verdict.
"""
