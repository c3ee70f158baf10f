"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.5
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = 0.1
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 0.6,
    ("kind", "same"): 0.1,
    ("kind", "akin"): 0.3,
    ("kind", "other"): -0.9,
    ("kind", "unknown"): -0.2,
    ("day", "same"): 1.8,
    ("day", "next"): -1.6,
    ("day", "other"): -4.9,
    ("day", "fits"): 0.6,
    ("day", "as news"): 0.2,
    ("day", "not news"): -2.0,
    ("day", "told before"): -4.7,
    ("day", "published together"): 1.1,
    ("day", "published near"): 0.6,
    ("day", "published apart"): -1.2,
    ("day", "years apart"): -2.1,
    ("names", "many"): 2.2,
    ("names", "several"): 1.8,
    ("names", "one"): 1.1,
    ("names", "common"): -0.0,
    ("names", "none"): -1.0,
    ("names", "none of many"): -1.4,
    ("states", "more"): 1.1,
    ("states", "two"): 0.4,
    ("states", "one"): -0.6,
    ("states", "none"): -0.3,
    ("places", "named"): 0.7,
    ("places", "others"): -0.9,
    ("places", "measured from"): 0.3,
    ("places", "one state"): 0.1,
    ("where", "same"): 0.7,
    ("where", "near"): 1.2,
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
    ("struck", "same"): 0.7,
    ("struck", "other"): -0.5,
    ("things", "same"): 0.1,
    ("things", "other"): -0.8,
    ("way", "other"): -0.1,
    ("way", "aftershock"): -5.0,
    ("words", "close"): 1.7,
    ("words", "alike"): 0.7,
    ("words", "little"): -0.1,
    ("words", "none"): -0.9,
    ("role", "both main"): 0.9,
    ("role", "one main"): -0.6,
    ("role", "both aside"): -0.3,
    ("apart", "new"): -0.3,
    ("apart", "several"): -0.5,
    ("day", "unknown"): -0.3,
    ("states", "unknown"): 0.0,
    ("where", "unknown"): -0.2,
    ("where", "wide"): -0.3,
}
