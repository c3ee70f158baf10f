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
