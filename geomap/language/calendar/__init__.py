"""Days and words of time.

Text and a day of publication come in; moments, and days where words fix them, go out.
It does not know what happened then, and never asks the clock.
"""
