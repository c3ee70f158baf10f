"""Function words and what stands before places, in lower case.

Claims ask where a phrase ends and what places something; names ask what leads up to one.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

DETERMINERS = word_set("the a an this that these those both either another any each every some one")
"""Articles and the like, which begin a noun phrase."""

POSSESSIVES = word_set("its his her their our my your")
"""Possessive determiners."""

PRONOUNS = word_set("it them him us me there here")
"""Pronouns, and "there" and "here", that may stand for an anchor."""

STOPS = word_set(
    """, . ; : ! ? ( ) [ ] { } " “ ” … / | * _ = + < > « » — –
    and or but nor so yet because although though while whereas unless until till since as if when whenever where whereby after before once than
    that which who whom whose what why how whether
    in on at by to from with without within into onto upon over under above below beneath behind beyond between among amid around round about across
    along against toward towards through throughout during via per near off out up down inside outside past for of except despite like unlike plus
    is are was were be been being am has have had having do does did will would shall should can could may might must 's ’s
    i you he she it we they me him us them this these those there here
    not no never also only just even still already again then now today yesterday tomorrow tonight overnight early late later earlier ago soon
    said says say told tells added reported reports according claimed claims killing killed wounding injuring leaving causing including
    making forcing saying adding using following known called named located situated lies lay lie stands stood sits set left hit struck began begins
    became become took came went got get put made took fell run ran found felt saw held kept fled died remain remains remained
    each other another both very too more most much many few several all""",
)
"""Words and marks that no name or noun phrase runs across."""

LEADING = word_set(
    "the a an in on at by for from to of with as and but or if when while where after before since until near this that these those its his her"
)
"""Words that a sentence may start with before a name."""

AROUND = word_set("around round surrounds surround surrounded-by surrounding encircling encompassing")
"""Prepositions and verbs between a zone and what it lies round."""

SPATIAL_BEFORE_BETWEEN = word_set(
    """road roads route routes highway motorway freeway railway railroad line lines pipeline track path trail tunnel canal corridor stretch section area areas
    region zone point place spot location located situated lies lie lay lying halfway half-way midway way sits sit sat somewhere anywhere village villages town towns camp
    waters strait channel anchorage buffer gap located intersection crossing checkpoint checkpoints position positions sandwiched wedged nestled squashed
    stretching stretches running runs land valley desert reserve island islands sea passage lane street bridge motorway miles kilometres sector front
    countryside farmland forest mountains hills site junction reach river drive fields territory district radius based built underway anchored stranded
    crashed exploded collided collision accident attacked ambushed occurred happened sank capsized shot discovered recovered
    spotted struck hit landed fell derailed overturned intercepted disappeared vanished trap mine buried"""
)
"""Words after which "between A and B" places something."""

PLACING = word_set(
    """in at near from around outside across toward towards via throughout beside inside within through between leaving reached entering
    into visiting visited to around off nearby neighboring neighbouring reach capture captured seized retook besieged bombed shelled struck hit
    recaptured liberated stormed overran bombarded shelling bombing bombarding evacuated occupied surrounded encircled fled retaking besieging storming
    retake recapture capturing recapturing seizing seize overrun overrunning liberate liberating besiege shell bombard raided regained
    """
)
"""Prepositions and verbs after which a name is likely to be a place's."""

PLACING_SURELY = word_set(
    "near around toward towards outside retook recaptured besieged shelled bombarded overran liberated shelling besieging retaking recapturing"
)
"""Of these, the ones after which a name that nobody knows is a place's too."""

PLACING_WEAKLY = word_set("took take taken left leave hold held holds control controls controlled targeted targeting threatened threatens")
"""Words after which a name is a little likelier to be a place's."""

NAME_BREAKS = PLACING | {"and"}
"""Words that no name holds which only its last word shows to be a place's; capitals in a headline do not join them."""
