"""Which place is meant: candidates weighed by evidence, with reasons.

The mentions and claims of one report come in; each mention's candidates, and one place where the evidence suffices, go out.
It reads no text beyond the mentions, and opens no file.
"""
