"""The weight of each level of agreement, in log-odds, and from which probability on accounts are joined.

Fitted by `evaluation/joins.py` on the gold sets (logistic regression with an L2 penalty) and rounded; where the sets say nothing, zero. They are
of the sets as they were read when that was last done: a later fit that gave less on every set was not taken.
"""

from __future__ import annotations

JOINED = 0.6
"""Accounts are one from this probability on."""
POSSIBLE = 0.2
"""Accounts may be one from this probability on."""
PRIOR = 1.6
"""Log-odds of two accounts that nothing is known of."""
WEIGHTS: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 1.1,
    ("kind", "same"): 0.5,
    ("kind", "akin"): 0.2,
    ("kind", "other"): -1.7,
    ("kind", "unknown"): -0.2,
    ("day", "same"): 1.5,
    ("day", "next"): -4.6,
    ("day", "nearly news"): -1.0,
    ("day", "other"): -6.8,
    ("day", "fits"): 1.0,
    ("day", "as news"): -0.0,
    ("day", "not news"): -2.9,
    ("day", "told before"): -6.6,
    ("day", "published together"): 0.8,
    ("day", "published near"): 0.2,
    ("day", "published apart"): -1.4,
    ("day", "years apart"): -2.1,
    ("names", "many"): 2.4,
    ("names", "several"): 1.3,
    ("names", "one"): 0.6,
    ("names", "common"): -0.1,
    ("names", "none"): -0.6,
    ("names", "none of many"): -1.0,
    ("states", "more"): 1.1,
    ("states", "two"): 1.1,
    ("states", "one"): -0.6,
    ("states", "none"): -0.5,
    ("places", "named"): 0.9,
    ("places", "others"): 0.0,
    ("places", "measured from"): -0.3,
    ("places", "one state"): -0.4,
    ("where", "same"): 0.1,
    ("where", "near"): 1.3,
    ("where", "neighbouring"): -0.4,
    ("where", "off"): -0.6,
    ("where", "far"): -2.3,
    ("where", "remote"): -3.6,
    ("magnitude", "same"): 1.1,
    ("magnitude", "other"): -5.7,
    ("dead", "same"): 1.2,
    ("dead", "close"): 0.6,
    ("dead", "other"): -0.2,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -6.0,
    ("struck", "same"): 0.7,
    ("struck", "other"): -0.6,
    ("things", "same"): 0.2,
    ("things", "other"): -0.3,
    ("way", "other"): -0.3,
    ("way", "aftershock"): -5.0,
    ("words", "close"): 1.5,
    ("words", "alike"): 0.7,
    ("words", "little"): -0.0,
    ("words", "none"): -0.8,
    ("role", "both main"): 1.3,
    ("role", "one main"): -0.8,
    ("role", "both aside"): -0.4,
    ("apart", "new"): -1.4,
    ("apart", "several"): -0.8,
    ("ties", "none"): -1.4,
    ("ties", "none elsewhere"): -1.5,
    ("day", "unknown"): -1.1,
    ("states", "unknown"): -0.4,
    ("where", "unknown"): -0.2,
    ("where", "wide"): -0.3,
}
