"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.7
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = -0.5
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 1.0,
    ("kind", "same"): 0.7,
    ("kind", "akin"): -0.1,
    ("kind", "other"): -1.7,
    ("kind", "unknown"): -0.1,
    ("day", "same"): 1.5,
    ("day", "next"): -1.5,
    ("day", "other"): -4.2,
    ("day", "fits"): 0.9,
    ("day", "as news"): 0.3,
    ("day", "not news"): -2.6,
    ("day", "published together"): 0.4,
    ("day", "published near"): 0.6,
    ("day", "published apart"): -1.2,
    ("names", "many"): 2.3,
    ("names", "several"): 2.2,
    ("names", "one"): 0.7,
    ("names", "common"): -0.1,
    ("names", "none"): -1.0,
    ("names", "none of many"): -1.3,
    ("places", "named"): 0.9,
    ("places", "others"): -0.9,
    ("places", "measured from"): 0.7,
    ("where", "same"): 1.0,
    ("where", "near"): 1.0,
    ("where", "neighbouring"): -0.1,
    ("where", "off"): -1.3,
    ("where", "far"): -2.8,
    ("where", "remote"): -3.6,
    ("magnitude", "same"): 1.0,
    ("magnitude", "other"): -3.5,
    ("dead", "same"): 1.4,
    ("dead", "other"): -0.5,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -3.0,
    ("struck", "same"): 0.8,
    ("struck", "other"): -0.8,
    ("things", "same"): -0.2,
    ("things", "other"): -0.2,
    ("way", "other"): -1.9,
    ("words", "close"): 1.7,
    ("words", "alike"): 0.6,
    ("words", "little"): -0.0,
    ("words", "none"): -0.8,
    ("role", "both main"): 0.9,
    ("role", "one main"): 0.1,
    ("role", "both aside"): -0.9,
    ("apart", "new"): 0.2,
    ("apart", "several"): -0.6,
    ("day", "unknown"): 0.0,
    ("where", "unknown"): 0.1,
    ("where", "wide"): -0.5,
}
