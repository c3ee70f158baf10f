"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.5
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = -0.2
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 0.6,
    ("kind", "same"): 0.2,
    ("kind", "akin"): 0.4,
    ("kind", "other"): -1.2,
    ("kind", "unknown"): -0.1,
    ("day", "same"): 1.8,
    ("day", "next"): -1.6,
    ("day", "other"): -4.9,
    ("day", "fits"): 0.6,
    ("day", "as news"): 0.2,
    ("day", "not news"): -2.0,
    ("day", "told before"): -4.7,
    ("day", "published together"): 0.8,
    ("day", "published near"): 0.8,
    ("day", "published apart"): -1.2,
    ("day", "years apart"): -2.1,
    ("names", "many"): 2.2,
    ("names", "several"): 2.0,
    ("names", "one"): 1.1,
    ("names", "common"): 0.0,
    ("names", "none"): -1.3,
    ("names", "none of many"): -1.3,
    ("states", "more"): 1.1,
    ("states", "two"): 0.4,
    ("states", "one"): -0.5,
    ("states", "none"): -0.4,
    ("places", "named"): 0.9,
    ("places", "others"): -0.9,
    ("places", "measured from"): 0.3,
    ("where", "same"): 0.7,
    ("where", "near"): 1.2,
    ("where", "neighbouring"): 0.2,
    ("where", "off"): -1.5,
    ("where", "far"): -2.7,
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
    ("things", "other"): -0.7,
    ("way", "other"): -0.3,
    ("way", "aftershock"): -5.0,
    ("words", "close"): 1.7,
    ("words", "alike"): 0.6,
    ("words", "little"): -0.1,
    ("words", "none"): -0.8,
    ("role", "both main"): 0.9,
    ("role", "one main"): -0.6,
    ("role", "both aside"): -0.3,
    ("apart", "new"): -0.1,
    ("apart", "several"): -0.5,
    ("day", "unknown"): -0.1,
    ("states", "unknown"): -0.1,
    ("where", "unknown"): -0.2,
    ("where", "wide"): -0.2,
}
