"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.5
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = -0.3
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 0.9,
    ("kind", "same"): -0.2,
    ("kind", "akin"): 0.7,
    ("kind", "other"): -1.5,
    ("kind", "unknown"): 0.1,
    ("day", "same"): 1.8,
    ("day", "next"): -1.6,
    ("day", "other"): -4.4,
    ("day", "fits"): 0.7,
    ("day", "as news"): 0.4,
    ("day", "not news"): -2.5,
    ("day", "told before"): -4.2,
    ("day", "published together"): 1.1,
    ("day", "published near"): 0.5,
    ("day", "published apart"): -1.2,
    ("day", "years apart"): -2.5,
    ("names", "many"): 2.1,
    ("names", "several"): 1.8,
    ("names", "one"): 1.1,
    ("names", "common"): -0.2,
    ("names", "none"): -0.5,
    ("names", "none of many"): -1.5,
    ("states", "more"): 1.2,
    ("states", "two"): 0.2,
    ("states", "one"): -0.4,
    ("states", "none"): -0.2,
    ("places", "named"): 0.9,
    ("places", "others"): -0.8,
    ("places", "measured from"): 0.4,
    ("places", "one state"): -0.0,
    ("where", "same"): 0.5,
    ("where", "near"): 1.3,
    ("where", "neighbouring"): 0.2,
    ("where", "off"): -1.5,
    ("where", "far"): -2.5,
    ("where", "remote"): -3.7,
    ("magnitude", "same"): 1.0,
    ("magnitude", "other"): -3.5,
    ("dead", "same"): 1.5,
    ("dead", "close"): 0.6,
    ("dead", "other"): -0.1,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -3.0,
    ("struck", "same"): 0.8,
    ("struck", "other"): -0.8,
    ("things", "same"): 0.2,
    ("things", "other"): -0.5,
    ("way", "other"): -0.2,
    ("way", "aftershock"): -5.0,
    ("words", "close"): 1.6,
    ("words", "alike"): 0.6,
    ("words", "little"): -0.1,
    ("words", "none"): -0.7,
    ("role", "both main"): 1.3,
    ("role", "one main"): -1.0,
    ("role", "both aside"): -0.3,
    ("apart", "new"): -1.4,
    ("apart", "several"): -0.4,
    ("day", "unknown"): -0.6,
    ("states", "unknown"): -0.2,
    ("where", "unknown"): -0.3,
    ("where", "wide"): -0.2,
}
