"""Common nouns for kinds of places and of things, in lower case.

Claims look for anchors, zones and routes by them, names for what a name is the name of.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

_FEATURES = word_set(
    """city cities town towns township village villages hamlet settlement settlements suburb suburbs neighbourhood neighborhood quarter district
    districts province provinces governorate region county state capital country island islands islet peninsula cape headland bay gulf strait
    straits sea ocean lake river creek stream canal dam reservoir reserve valley mountain mountains mount hill hills ridge range volcano crater
    peak summit plateau desert forest park oasis plain port ports harbour harbor marina anchorage terminal jetty pier lighthouse buoy airport
    airbase airfield aerodrome airstrip base bases outpost garrison camp camps barracks checkpoint checkpoints crossing post station junction
    intersection roundabout interchange bridge tunnel road roads highway motorway freeway street avenue route railway border borders frontier
    boundary coast coastline coasts shore shores shoreline beach cliff reef rig platform oilfield field mine plant refinery pipeline dump depot
    factory cinema monastery shrine mill farm ranch homestead hospital clinic school university college church mosque temple cemetery prison stadium mall market embassy
    consulate headquarters fence wall front frontline frontlines zone area site location position positions epicentre epicenter centre center
    facility complex compound building house home hotel residence property municipality commune parish canton prefecture oblast raion enclave
    exclave territory mainland airspace waters seamount atoll archipelago delta estuary mouth glacier fjord waterfall falls cave gorge canyon
    pass rd st ave hwy jct entrance exit gate stronghold strongholds landmark monument tower castle fort fortress locality spring springs grounds
    outlet trough tracks reactor wreck wreckage hometown office store shop land resort theatre theater library museum courthouse
    hall palace square plaza jail slum corridor pond pool restaurant restaurants cafe café pub nightclub graveyard kindergarten supermarket warehouse arena courthouse steps
    line lines door doors doorstep porch driveway kerb curb stage threshold centreline centerline wharf quay dock slipway sluice levee embankment turnoff campground campsite barn trailhead fairway runway ramp lock weir well wells quarry landfill airfields"""
)
FEATURES = _FEATURES | {f"{word}s" for word in _FEATURES if not word.endswith("s")}
"""Nouns for kinds of places that an anchor may be, or that follow or precede its name."""

FEATURE_MODIFIERS = word_set(
    """border military naval air army police refugee displaced civilian oil gas power nuclear train railway bus airport port fire coast guard
    launch missile test pumping research power-plant oasis coastal river lake sea town city village frontier ski gas-field wastewater water
    customs fairway pilot signal light security mountain beach mining industrial shipping front desert international national provincial regional state district county
    psychiatric general medical elementary primary secondary community gas subway metro swimming"""
)
"""Words that may stand between a name and its feature noun: "Al-Tanf border crossing"."""

NAMING_HEADS = word_set(
    """city town township village hamlet port island islands state province governorate district county region municipality commune capital camp
    suburb neighbourhood neighborhood settlement peninsula gulf bay strait straits oasis republic kingdom isle cape mount lake river valley
    commune prefecture enclave resort hometown locality parish mountain mountains airport airbase base dam"""
)
"""Heads whose "of" names the place itself: "the city of Homs", "the island of Lampedusa"."""

COAST_HEADS = word_set("coast coasts coastline coastlines shore shores shoreline seashore seaboard")
"""Heads of anchors that are lines beside the sea."""

BORDER_HEADS = word_set("border borders frontier frontiers boundary boundaries borderline")
"""Heads of anchors that are lines between countries."""

TERRITORIES = word_set("territory soil airspace waters skies")
"""Nouns for what a state holds: "Malian soil", "Omani territorial waters"."""

ISLANDS = word_set("island islands isle isles islet peninsula atoll plateau mount reef")
"""Kinds of places that things are "on"."""

OPEN_COUNTRY = word_set(
    """area areas field fields farmland farmlands countryside hill hills mountain mountains wood woods forest forests village villages settlement
    settlements water waters sea desert land lands"""
)
"""Nouns for country that lies around a place: "the fields around Arvo"."""

MOVING_HEADS = word_set(
    """ship ships vessel vessels boat boats tanker carrier frigate destroyer submarine dinghy raft trawler freighter yacht convoy aircraft plane jet
    helicopter drone missile car truck bus train storm hurricane cyclone typhoon tornado whirlwind fire wildfire blaze troops soldiers forces fighters men
    man woman people crowd child stern bow sloop barge ferry iceberg asteroid comet protesters police officers officer victim rebels column"""
)
"""Heads of anchors that move."""

ROUTE_NOUNS = word_set(
    """road route highway motorway freeway railway railroad rail line pipeline track path trail tunnel canal corridor stretch section drive street way
    expressway lane journey crossing frontier front border coast coastline strip supply-line link bridge ferry line lines routes roads area region territory land frontline shoreline"""
)
"""Nouns for what leads from one place to another, or lies between two."""

ZONE_HEADS = word_set("zone zones radius perimeter cordon circle ring buffer belt bubble limit corridor")
"""Nouns that make a zone by themselves."""

ZONE_WEAK_HEADS = word_set("area areas exclusion waters sector region strip swath space airspace range band ban block")
"""Nouns that make a zone only with "around X" after them, or a telling adjective before."""

ZONE_TELLING = word_set(
    """exclusion evacuation security safety safe buffer no-go no-fly no go fly de-confliction deconfliction confliction demilitarized demilitarised quarantine danger
    restricted protection protected surveillance control economic territorial contiguous closed closure warning hazard infected containment tactical
    military forbidden prohibited standoff stand-off maritime fishing radiation contamination blast keep-out alienation"""
)
"""Adjectives of zones."""

AREA_NOUNS = word_set(
    """province provinces governorate governorates state oblast region prefecture district county municipality city town village hamlet suburb
    territory peninsula island islands border crossing post checkpoint garrison base airbase camp outpost airport port harbour harbor
    neighbourhood neighborhood valley desert mountains area enclave canton commune countryside outskirts suburbs"""
)
"""Nouns in small letters that follow a name on a map and say what sort of place it is."""

AREA_MODIFIERS = word_set("border air military naval refugee army police international")
"""Words that may stand before such a noun."""

VAGUE_NOUNS = word_set("area state region city")
"""Of these nouns, the ones that stand before other names too: "state Senator"."""

NAMING_NOUNS = word_set(
    """city town village hamlet province governorate state county district region island port suburb municipality capital outskirts
    neighbourhood neighborhood oasis settlement republic kingdom borough township parish community commune streets coast shores people
    residents mayor governor university camp north south east west northwest northeast southwest southeast"""
)
"""Nouns that show a place by "of": "the town of Zeila", "the people of Zeila"."""

DETACHED = word_set("province governorate district region oblast prefecture territory village island city")
"""Nouns written with capitals after a name that gazetteers often have without them."""

GEOGRAPHIC = word_set(
    """county river lake creek mountain mountains mount island islands bay valley beach park street avenue road highway bridge airport
    peninsula gulf sea ocean strait straits desert province district region forest canyon boulevard lane drive square plaza falls hills
    heights springs harbour harbor basin coast peak glacier fjord cape reservoir dam parish township borough governorate oblast prefecture
    interstate route freeway parkway turnpike trail pass point pond brook swamp plateau range territory territories plain plains zoo
    stadium speedway fairgrounds village cemetery ranch station base camp prison jail"""
)
"""Nouns that end the name of a place written with capitals: "Laurel County"."""

OWNED = AREA_NOUNS | word_set(
    """outskirts suburbs suburb centre center streets port harbour harbor airport countryside residents mayor hospitals hospital squares markets
    market population airspace coast coastline shores defenders defences defenses water skies"""
)
"""What a place has: "Mariupol's port"."""
