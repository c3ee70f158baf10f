"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.5
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = 0.2
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 0.3,
    ("kind", "same"): 0.4,
    ("kind", "akin"): 0.4,
    ("kind", "other"): -1.5,
    ("kind", "unknown"): 0.3,
    ("day", "same"): 1.8,
    ("day", "next"): -1.5,
    ("day", "other"): -4.3,
    ("day", "fits"): 0.8,
    ("day", "as news"): 0.2,
    ("day", "not news"): -2.5,
    ("day", "told before"): -4.2,
    ("day", "published together"): 1.0,
    ("day", "published near"): 0.6,
    ("day", "published apart"): -1.2,
    ("day", "years apart"): -2.5,
    ("names", "many"): 2.6,
    ("names", "several"): 2.3,
    ("names", "one"): 1.1,
    ("names", "common"): -0.2,
    ("names", "none"): -1.1,
    ("names", "none of many"): -2.1,
    ("states", "more"): 1.0,
    ("states", "two"): 0.0,
    ("states", "one"): -0.1,
    ("states", "none"): -0.1,
    ("places", "named"): 0.3,
    ("places", "others"): -0.9,
    ("places", "measured from"): -0.0,
    ("places", "one state"): -0.3,
    ("where", "same"): 0.5,
    ("where", "near"): 1.5,
    ("where", "neighbouring"): 0.3,
    ("where", "off"): -1.5,
    ("where", "far"): -2.5,
    ("where", "remote"): -3.8,
    ("magnitude", "same"): 1.0,
    ("magnitude", "other"): -3.5,
    ("dead", "same"): 2.1,
    ("dead", "close"): 0.5,
    ("dead", "other"): -0.0,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -3.0,
    ("struck", "same"): 0.3,
    ("struck", "other"): -0.4,
    ("things", "same"): 0.3,
    ("things", "other"): -0.4,
    ("way", "other"): -0.2,
    ("way", "aftershock"): -3.8,
    ("words", "close"): 1.4,
    ("words", "alike"): 0.9,
    ("words", "little"): -0.0,
    ("words", "none"): -0.9,
    ("role", "both main"): 1.4,
    ("role", "one main"): -0.9,
    ("role", "both aside"): -0.4,
    ("apart", "new"): -1.3,
    ("apart", "several"): 0.2,
    ("day", "unknown"): -0.6,
    ("states", "unknown"): -0.2,
    ("where", "unknown"): -0.4,
    ("where", "wide"): -0.4,
}
