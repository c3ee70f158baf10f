"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.7
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = -2.5
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 1.3,
    ("kind", "same"): 0.8,
    ("kind", "akin"): 0.0,
    ("kind", "other"): -2.0,
    ("kind", "unknown"): -0.2,
    ("day", "same"): 2.2,
    ("day", "next"): -1.0,
    ("day", "other"): -5.0,
    ("day", "fits"): 0.7,
    ("day", "as news"): 0.8,
    ("day", "not news"): -3.0,
    ("day", "published together"): 1.0,
    ("day", "published near"): 0.3,
    ("day", "published apart"): -2.0,
    ("names", "many"): 2.0,
    ("names", "some"): 1.0,
    ("names", "common"): 0.2,
    ("names", "none"): -0.5,
    ("names", "none of many"): -1.2,
    ("places", "shared"): 1.0,
    ("where", "same"): 1.8,
    ("where", "near"): 1.2,
    ("where", "neighbouring"): 0.3,
    ("where", "off"): -1.5,
    ("where", "far"): -3.0,
    ("where", "remote"): -5.0,
    ("magnitude", "same"): 1.0,
    ("magnitude", "other"): -3.5,
    ("dead", "same"): 1.0,
    ("dead", "other"): -0.7,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -3.0,
    ("struck", "same"): 0.7,
    ("struck", "other"): -0.6,
    ("things", "same"): 0.5,
    ("things", "other"): -0.7,
    ("way", "other"): -1.5,
    ("words", "close"): 1.5,
    ("words", "alike"): 0.7,
    ("words", "little"): 0.0,
    ("words", "none"): -0.8,
    ("role", "both main"): 0.7,
    ("role", "one main"): 0.0,
    ("role", "both aside"): -0.7,
    ("apart", "new"): -1.5,
    ("apart", "several"): -1.0,
}
