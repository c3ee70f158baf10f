"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero.
"""

from __future__ import annotations

JOINED = 0.5
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = -0.5
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 0.6,
    ("kind", "same"): 0.3,
    ("kind", "akin"): 0.5,
    ("kind", "other"): -1.4,
    ("kind", "unknown"): -0.0,
    ("day", "same"): 1.7,
    ("day", "next"): -1.5,
    ("day", "other"): -5.1,
    ("day", "fits"): 0.5,
    ("day", "as news"): 0.7,
    ("day", "not news"): -2.8,
    ("day", "published together"): 0.7,
    ("day", "published near"): 0.6,
    ("day", "published apart"): -1.2,
    ("names", "many"): 2.1,
    ("names", "several"): 2.3,
    ("names", "one"): 0.9,
    ("names", "common"): -0.2,
    ("names", "none"): -1.1,
    ("names", "none of many"): -1.3,
    ("states", "more"): 1.1,
    ("states", "two"): 0.2,
    ("states", "one"): -0.2,
    ("states", "none"): -0.5,
    ("places", "named"): 0.7,
    ("places", "others"): -0.9,
    ("places", "measured from"): 0.6,
    ("where", "same"): 0.7,
    ("where", "near"): 1.1,
    ("where", "neighbouring"): 0.1,
    ("where", "off"): -1.6,
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
    ("things", "same"): -0.0,
    ("things", "other"): -0.5,
    ("way", "other"): -0.1,
    ("way", "aftershock"): -5.0,
    ("words", "close"): 1.6,
    ("words", "alike"): 0.7,
    ("words", "little"): -0.1,
    ("words", "none"): -0.8,
    ("role", "both main"): 0.6,
    ("role", "one main"): -0.2,
    ("role", "both aside"): -0.4,
    ("apart", "new"): 0.3,
    ("apart", "several"): -0.5,
    ("aboard", "close"): -0.0,
    ("day", "unknown"): 0.4,
    ("states", "unknown"): -0.0,
    ("where", "unknown"): -0.1,
    ("where", "wide"): -0.2,
}
