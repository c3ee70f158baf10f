"""Nouns for things that move, by how fast they can.

A word more here teaches geomap the sort of one more thing; the speeds stand in the policy.
"""

from __future__ import annotations

from geomap.language.words.tables import pairs, word_set

SORTS = pairs(
    """
cargo ship: freighter freighters bulker bulkers cargo_ship cargo_ships cargo_vessel bulk_carrier bulk_carriers merchant_ship merchant_vessel
container ship: boxship container_ship container_ships container_vessel box_ship
tanker: tanker tankers supertanker
ferry: ferry ferries
fishing boat: trawler trawlers fishing_boat fishing_boats fishing_vessel longliner
migrant boat: dinghy dinghies migrant_boat rubber_boat refugee_boat
speedboat: speedboat speedboats skiff skiffs fast_boat
warship: warship warships frigate frigates destroyer destroyers corvette cruiser patrol_vessel patrol_boat gunboat
submarine: submarine submarines
drifting hulk: hulk hulks lifeboat lifeboats raft rafts
sailing boat: yacht yachts sailboat sailing_boat
helicopter: helicopter helicopters chopper
airliner: airliner airliners passenger_plane passenger_jet
fighter jet: warplane warplanes fighter_jet fighter_jets fighter_plane bomber bombers
propeller plane: turboprop light_aircraft light_plane transport_plane
drone: drone drones uav uavs
convoy: convoy convoys motorcade
infantry: infantry patrol foot_patrol
train: train trains
"""
)
"""From a noun, or two words, to the sort of thing; all else that moves is known by its class alone."""
SORT_CLASSES = pairs(
    """
vessel: cargo_ship container_ship tanker ferry fishing_boat migrant_boat speedboat warship submarine sailing_boat drifting_hulk
aircraft: helicopter airliner fighter_jet propeller_plane drone
force: convoy infantry
vehicle: train
"""
)
"""From a sort to its class."""
SHIP_TITLES = word_set("mv mt ms hms uss ins hmas hmcs rfa uscgc sv fv")
"""Letters before the name of a ship: "HMS Montrose"."""
REMAINS = word_set("wreck wreckage hull")
"""Nouns for what is left of a thing that was told of before."""
FRESH = word_set("a an another one second third several two three four five six seven eight nine ten other")
"""Words that bring a thing in that was not told of before."""
THEN = word_set("then")
"""Words that say after "was" that it was when what was told before happened."""
AT_THE_TIME = ("at the time", "at that time", "at the same time", "at that moment", "at that point")
"""Words that say so anywhere in a clause."""
LINKS = word_set("contact communication communications signal signals transponder radio")
"""What ties a thing to those who follow it."""
LOSING = word_set("lost losing broke broken ceased stopped cut severed")
"""What becomes of that when they do not know any more where it is."""
SEEING = word_set("seen heard known reported tracked located contact position signal call")
"""What stands behind "last": "last seen", "last known position"."""
VANISHING = word_set("disappeared vanished dropped")
ON_SCREENS = word_set("radar radars screen screens")
"""From where things vanish: "off the radar screens"."""
ENDINGS = word_set("wreck wreckage wrecked debris remains crash crashed sank sunk capsized foundered")
"""Words for where something went down, and for what is left of it there."""
FALLING = {**dict.fromkeys(("came", "come"), word_set("down")), **dict.fromkeys(("went", "gone", "go"), word_set("down under"))}
"""Two words that say that it went down."""
BETWEEN_FATES = word_set("; , . : and but before while then")
"""Between where a thing was last seen and where it went down stands one of these."""
