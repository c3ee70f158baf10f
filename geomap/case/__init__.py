"""The case, which the analyst owns: reports and choices in, a checked result out.

Reports, choices and a policy come in, by hand or from a case file; the whole analysis, its files and its explanations go out.
It decides nothing itself: it calls the stages in their order.
"""

from __future__ import annotations

from geomap.case.case import Case, Result

__all__ = ["Case", "Result"]
