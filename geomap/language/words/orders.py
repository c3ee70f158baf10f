"""Orders, advice and bans, in lower case: what makes "within 20 km of the plant" an area where nobody may be, and no position.

Claims ask who is told what, what is closed, and what is forbidden.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

BIDDING = word_set(
    """told tell tells telling ordered order orders ordering urged urge urges urging advised advise advises advising asked ask asks asking instructed instruct
    instructs instructing warned warn warns warning directed direct directs directing required require requires requiring requested request requests
    encouraged encourages recommended recommend recommends recommending demanded demand demands called obliged"""
)
"""Verbs that lead to what shall be done."""

BINDING = word_set("must should shall will")
"""Verbs before what shall be done."""

ALLOWING = word_set("may can must should shall will would to allowed permitted")
"""Words beside a "no" or "not" that make it a ban: "no ship may come"."""

ALLOWED = word_set("allowed permitted admitted tolerated authorised authorized")
"""What is not done to somebody who is banned."""

OBEYING = word_set(
    """leave evacuate go get move relocate flee shelter hide stay remain keep close shut avoid seek take lock suspend withdraw depart vacate abandon prepare
    isolate"""
)
"""What people in a zone are told to do."""

CLEARED = word_set(
    """evacuated cleared emptied vacated closed shut sealed cordoned banned barred forbidden prohibited outlawed suspended restricted relocated resettled removed
    withdrawn quarantined isolated confined off"""
)
"""What is done to those in a zone, or to what is there."""

CLOSING = word_set(
    """evacuate evacuates evacuating evacuated clear clears clearing cleared empty emptied close closes closing closed shut shuts shutting seal seals sealing sealed
    cordon cordoning cordoned ban bans banning banned bar bars barring barred forbid forbids forbidding forbade forbidden prohibit prohibits prohibiting
    prohibited outlawed suspend suspends suspending suspended restrict restricts restricting restricted relocate relocating relocated avoid avoiding"""
)
"""Verbs whose object is what is cleared or forbidden: "evacuated everyone within"."""

CLOSURE = word_set(
    "evacuation evacuations closure closures ban bans prohibition prohibitions lockdown curfew moratorium quarantine shelter indoors restrictions"
)
"""Nouns and adverbs of what holds in a zone."""

GOING = word_set(
    """go come get approach enter sail fly travel move fish swim dive venture pass operate anchor drive walk transit navigate live return stay remain loiter settle
    build camp climb hike gather protest kayak trawl farm hunt graze"""
)
"""What nobody may do in a zone."""

NOBODY = word_set("no nobody none")
"""Subjects that make of an order a ban."""

STAYING = word_set("stay keep remain steer")
"""Verbs of being elsewhere: "stay clear of the area within 5 km"."""

ALOOF = word_set("away clear out off indoors inside")
"""Where they lead."""

DWELLING = word_set(
    """living live lives lived residing reside resides located situated lying lie staying based dwelling who that which are is were inhabited sailing operating
    flying still currently"""
)
"""Words between what is in a zone and its figure: "citizens who live within"."""

WHOLES = word_set(
    """people population area areas airspace waters sea traffic shipping navigation access entry travel livestock poultry cattle land everyone everybody anyone
    anybody everything anything those all fishermen men women children crew staff personnel aircraft force effect place way"""
)
"""Nouns for all that is in an area, though they end in no s."""

SINGLE = word_set("a an one two three four five six seven eight nine ten eleven twelve dozen dozens several some another both many few")
"""Words before things of a number: those were somewhere, and are not all that is there."""
