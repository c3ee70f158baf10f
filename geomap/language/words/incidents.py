"""Words that tell of incidents and of those who take part in them, as plain tables.

A word more here teaches geomap one more way to tell of a strike, a quake or a wreck.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set, word_table

KINDS = word_table(
    attack="""strike strikes airstrike airstrikes air-strike raid raids raided bombing bombings bombed bombard bombarded bombardment attack attacks attacked
    attacking shelled shelling shell targeted engaged ambush ambushed assault missile missiles rocket rockets rocketed torpedoed looted looting
    ransacked torched flattened stormed overran""",
    shooting="gunfire shooting shootings fired firing shoot shoots",
    explosion="explosion explosions blast blasts exploded explodes explode exploding blown-up detonated detonates detonation bomb bombs car-bomb",
    quake="quake quakes earthquake earthquakes tremor tremors aftershock aftershocks epicentre epicenter temblor seismic",
    crash="crash crashed crashes crashing collision collided collides colliding rammed rams ramming derailed derailment wreck wreckage nose-dived ditched plunged plunges",
    landing="landed landing landings lands",
    loss="missing disappeared vanished disappearance disappear vanishes",
    sinking="sank sunk sinking sinks capsized capsizes capsizing foundered shipwreck wrecked overturned overturns grounding aground",
    blaze="wildfire wildfires blaze bushfire forest-fire ablaze alight burned burnt burns burning",
    eruption="eruption erupted erupts",
    slide="landslide landslides landslip landslips avalanche avalanches mudslide mudslides rockslide rockslides",
    hijack="hijacked hijacking hijacks hijack boarded boarding pirates piracy skiffs seized seizes seizure seizing detained arrested",
    abduction="kidnapped kidnaps abducts abducted kidnapping kidnappings abduction abductions kidnap hostage hostages",
    search="searched searching searches",
    storm="landfall hurricane typhoon cyclone tornado",
    flood="flood floods flooding flooded",
    spill="spill spilled spilt leak leaks leaked leaking slick",
    find="found recovered discovered rescued rescue washed retrieved salvaged freed",
    movement="""advanced advance advances advancing moved moving reached entered strayed withdrew withdrawn retreated retreat deployed captured
    arrived approaching approached pushed towed drifted limped evacuated escorted
    airlifted ferried transferred""",
    fighting="clash clashes clashed fighting battle battles fought fight fights gunfight firefight engagement engagements skirmish skirmishes",
    harm="killed kills killing died dies perished drowned lives casualties massacre murdered executed wounded injured",
    violation="violated violates violating violation breached breach breaches intruded intrusion incursion penetrated penetrates",
)
"""From a word to the kind of incident that it tells of."""
KIND_NOUNS = {
    "attack": "attack",
    "shooting": "shooting",
    "explosion": "explosion",
    "quake": "earthquake",
    "crash": "crash",
    "landing": "landing",
    "loss": "disappearance",
    "sinking": "sinking",
    "blaze": "fire",
    "eruption": "eruption",
    "slide": "landslide",
    "hijack": "seizure",
    "abduction": "abduction",
    "storm": "storm",
    "flood": "flood",
    "spill": "spill",
    "fighting": "fighting",
    "violation": "violation",
    "shootdown": "shooting down",
    "hit": "attack",
}
"""From a kind of incident to a noun for one, where a verb tells of it."""
NAMING_NOUNS = word_set(
    """strike airstrike raid bombing attack shelling ambush assault shooting gunfire explosion blast quake earthquake tremor aftershock crash collision
    derailment shipwreck sinking wildfire blaze eruption landslide avalanche mudslide hijacking piracy seizure kidnapping abduction hurricane typhoon
    cyclone tornado flood spill clash battle engagement incursion violation massacre shootdown"""
)
"""Nouns that name an incident."""
NOUN_MODIFIERS = word_set(
    "air missile drone rocket car suicide truck mortar artillery plane helicopter train bus ferry ship oil forest gas"
)
"""Nouns that say of which sort: "air strike"."""
HITS = word_set("hit hits struck strikes destroyed")
"""Words that tell of an attack by what they do or are done by."""
DOWNING = word_set("downed downing intercept intercepts intercepted shootdown")
"""Words that tell of an aircraft brought down."""
INFORMATION = word_set(
    """signal signals message messages call calls communication communications conversation conversations order orders document documents memo memos
    report reports cable cables email emails transcript transcripts recording recordings audio footage video photo photos image images track plan plans
    name names"""
)
"""What is intercepted or leaked without an incident."""
BRINGING_DOWN = word_set("shot shoot shooting shoots brought bring")
"""Verbs that do so with "down" after them."""
WITH_UP = word_set("blew blow blows blown blowing")
"""Verbs that tell of an explosion with "up" or "out" after them."""
WITH_DOWN = word_table(crash="came went coming going comes goes fell go gone come", landing="put puts putting touched touches set")
"""From a verb with "down" after it to the kind of incident that it tells of."""
MAGNITUDES = word_set("m mw ml mb ms magnitude")
"""Words before the size of a quake."""
BEFORE_FIRE = word_set("aircraft opened arms exchanged under hostile")
"""Words before "fire" that tell of shots and not of flames."""
NO_LAUNCHES = word_set("test base launch program programme")
"""Words after "missile" and "rocket" that tell of no attack."""
AIMED = word_set("attack hit shootdown explosion")
"""Kinds of incidents that something is hit in."""
AIMED_BY_HAND = word_set("attack hit shootdown shooting")
"""Kinds of incidents whose verb may have a pronoun for what it hits: "the missile struck it"."""
RESULTS = word_set("find movement search landing harm launch")
"""Kinds that tell of what was before or came after, rather than of the incident itself."""
OUTCOMES = word_table(
    reading="measured registered recorded detected gauged logged reconstructed surveyed sampled sample samples reading readings",
    sensation="heard felt audible smelt",
    damage="broke broken shattered cracked damaged collapsed toppled swayed rattled severed cut blocked uprooted crumbled burst",
)
"""From a verb to what it tells of something that came of an incident, which may be far from it."""
OUTCOME_KINDS = frozenset(OUTCOMES.values())
NO_DAMAGE = word_set("out off in up down away through")
"""Words that make another verb of one for damage: "broke out", "cut off"."""
WEAPONS = word_set("missile missiles rocket rockets torpedo torpedoes shell shells weapon weapons projectile projectiles buk salvo it they")
"""What is fired from a place that is not the one where it hits."""
LAUNCHERS = word_set("launcher launchers launch-site")
TAKING = word_set("taken brought carried flown rushed driven led moved")
"""Words that tell of a movement with "to" after them: "were flown to a hospital"."""
SAVING = word_set("picked pulled dug plucked lifted")
"""Words that tell of a find with "up", "from" or "out" after them: "was pulled from the rubble"."""
FIRES = word_set("a the forest bush wild another this that")
"""Words before "fire" that tell of flames."""
SHOCKS = word_set("shock shocks jolt jolts")
"""Words that tell of a quake where its size or its order is told."""
SIGNS = word_set("contact signal transmission call radar seen heard spotted tracked sighted sighting position")
"""Words that tell, behind "last" or "final", of a point on the way to where something was lost."""
TURNING = word_set("back around round away")
BIDDING = word_set("asked advised urged ordered warned instructed requested recommended allowed permitted forbidden prohibited banned")
"""Participles that tell what is to be done or left."""
LASTING = word_set("war wars conflict conflicts campaign uprising insurgency occupation revolution siege blockade famine drought epidemic")
"""What goes on for long, and over a wide region, so that it is no incident."""
ITINERARIES = word_set(
    "way flight flights passage voyage voyages journey trip route bound sailing flying travelling traveling sailed flew travelled traveled ferry train bus"
)
"""Words before "from A to B" that tell of a journey, and not where something happened."""
PLANNED = word_set("planned intended proposed supposed envisaged")
"""Words for what was to be, and may not have been."""
BOUND = word_set("must should")
NON_COMBATANTS = word_set(
    """expert experts investigator investigators inspector inspectors engineer engineers official officials diver divers rescuer rescuers medic medics
    passenger passengers tourist tourists worker workers crew pilot pilots surveyor surveyors journalist journalists salvors team teams"""
)
"""Those who board without seizing."""
ORDERS = word_set("new main strong second third fresh further powerful earlier later")
PARTS = word_set("bow stern half halves tail wing wings cockpit fuselage engine engines nose rudder raft rafts forward rear front aft")
"""Parts of what broke up, which come to lie in several places."""
PARTAKERS = word_set("hostage hostages pirates skiffs missile missiles rocket rockets bomb bombs shell injured wounded")
"""Nouns that tell of an incident only by what took part in it."""
FITTED_OUT = word_set("attack assault strike missile rocket bomb rescue search landing")
"""Nouns that say what a craft or a force is for: "two attack planes"."""
GROUND = word_set("ground water surface sea runway mountainside hillside")
"""What an aircraft hits when it comes down."""
CONTRASTED = word_set("smaller larger smallest largest latter former western eastern northern southern")
"""Words for one of several things told of in a sentence: "the larger lies at Arvo, the smaller one 2 km away"."""
WAYPOINTS = word_set("point points")
PASSING_BY = word_set("entered crossed came left passed flew")
"""Verbs that tell where something passed by on its way: "entered at a point near Arvo"."""
CROSSING = word_set("crossed crossing entered left")
CROSSED = word_set("river border frontier line fence strait channel country")
"""What is crossed on the way to where something is done: "crossed the river near Arvo"."""

CLASSES = word_table(
    aircraft="""aircraft airliner airliners jetliner boeing airbus plane planes jet jets warplane warplanes drone drones uav helicopter helicopters bomber airliner airplane fighter-jet
    phantom airframe aeroplane""",
    vessel="""ship ships vessel vessels boat boats tanker tankers ferry ferries trawler frigate destroyer submarine corvette tug dinghy yacht freighter carrier
    warship warships cruiser dhow skiff barge lifeboat cutter gunboat""",
    force="""convoy convoys force forces troops soldiers fighters militia militias militiamen column army unit units rebels insurgents militants
    garrison regiment brigade battalion""",
    vehicle="car cars truck trucks bus buses train trains lorry vehicle vehicles",
    quake="quake earthquake tremor aftershock epicentre epicenter temblor",
    storm="storm hurricane cyclone typhoon tornado",
    fire="wildfire blaze bushfire fire",
    strike="strike airstrike raid bombing attack blast explosion shelling",
    person="man woman boy girl body bodies victim hiker",
)
"""From a noun to the class of thing that takes part in an incident."""
PLURAL_EVENTS = word_set(
    """strikes airstrikes raids bombings attacks shootings explosions blasts quakes earthquakes tremors aftershocks crashes collisions fires wildfires
    clashes landslides avalanches bombs"""
)
"""Nouns that tell of several incidents, which are not one."""

WAYS = word_table(
    air="""strike strikes airstrike airstrikes air-strike raid raids bombed bombard bombarded bombardment bombing bombings missile missiles rocket
    rockets jets warplanes""",
    shelling="shelled shelling shell artillery mortar mortars",
    ambush="ambush ambushed gunmen gunfire shooting",
    aftershock="aftershock aftershocks",
    quake="quake quakes earthquake earthquakes tremor temblor",
)
"""From a word to the way that an incident came about; two ways are two incidents."""
PLANTED = word_set("suicide car truck roadside")
"""Words before "bomb" and "bombing" that tell of one not dropped from the air."""
SIDES = word_table(state="army police soldier navy garrison", rebels="rebel insurgent militant")
"""From a noun in the singular to the side of a conflict that it is of."""

LIFE = word_set("born lived grew raised studied buried")
"""Verbs that tell of a person's life and of no incident."""
SET_APART = word_set("new nearest first last latest earlier later similar fresh subsequent following different next year's")
"""Words that set an incident apart where they describe it."""
NEW = word_set(
    "another other second third separate separately elsewhere previous previously already twice occasions meanwhile also unrelated unconnected"
)
"""Words that set an incident apart wherever they stand."""
NOT_NEW = word_set("time day night week month year position place location site version account figure estimate reading")
"""What a word that sets apart may stand before without doing so: "another time", "for a second day"."""
TOLD = frozenset(word for word, kind in KINDS.items() if kind not in ("movement", "find")) | word_set(
    "incident event one same case shock jolt fire accident disaster tragedy"
)
"""Nouns that tell of an incident: "this is not the incident of …"."""
RETELLING = word_set("initially originally")
"""Words that begin an earlier version of what is told; so does "at first"."""
OPENING_APART = word_set("earlier later meanwhile separately elsewhere previously")
"""Words that set a sentence apart which they begin."""
ORDERED = word_set("earlier later before after afterwards")
SHORT_TIMES = word_set("hour hours minute minutes")
"""Words of a time of day that goes before or after another: "six hours earlier"."""
STANDING = word_set("is are lies lie stands stand sits sit remains remain now 's ’s")
"""Words that tell how things are, not what happened."""
POINTING = word_set("the this that these those its his her their it they")
"""Words that begin a phrase for what was told of before."""
ANAPHORS = word_set("he she it they them him her his its their there")
"""Words for what was told of before."""

SITES = word_set(
    """place spot site scene location area position crater craters crash-site wreckage wreck epicentre epicenter hypocentre hypocenter desert
    terrain forest hillside scrubland"""
)
"""Nouns for where the incident itself was, wherever that is."""
WRECKS = word_set("wreckage wreck crash-site debris")
"""Those that what came down or sank leaves."""
SITE_SORTS = word_table(
    post="post outpost checkpoint base garrison camp barracks fort position",
    village="village hamlet settlement",
    town="town city",
    farm="farm farmland farmstead ranch field fields orchard",
    house="house home building compound villa residence",
    plant="plant factory refinery mill depot works facility terminal reactor",
    airfield="airfield airport airbase airstrip runway",
    school="school seminary madrassa university college",
    hospital="hospital clinic",
    mosque="mosque church temple shrine",
    market="market bazaar square",
    mine="mine pit quarry",
    mountain="mountain ridge hill peak slope volcano crater",
    bridge="bridge crossing",
)
"""From a noun to the sort of place that it is; two nouns of a sort may be one place in two accounts."""
NAMING = word_set("named names naming identified identifies called gave")
"""Verbs that say which place it was: "named the place as Arvo"."""
LYING = word_set(
    "lies lie lay lying stands stood standing sits sat sitting located situated perched nestled remains is are was were 's ’s which that itself"
)
"""Words between a place and where it lies."""

COUNTED = word_table(
    dead="killed kills killing dead died die dies death deaths bodies corpses lives perished drowned martyrs fatalities toll",
    hurt="wounded injured hurt wounding injuring casualties",
    aboard="aboard board crew passengers crewmen sailors seafarers",
    missing="missing unaccounted",
)
"""From a word to what a number beside it counts."""
COUNTING_VERBS = word_set("killed kills killing wounded injured hurt wounding injuring")
"""Verbs whose object may be the number."""
CONTENTLESS = word_set(
    """said says saying told tell reported report reports according statement spokesman spokeswoman official officials people person news agency
    here there have been were will would could also more than about some many most much such only very after before while when where which
    this that these those their them they then thus year years month months week weeks hour hours minute minutes time times early late
    morning afternoon evening night today yesterday near north south east west northern southern eastern western miles kilometers kilometres
    nautical metres meters feet least around later earlier since still just what because being into over under another other first last"""
)
"""Words that say little of what a report is about."""

OFFICES = word_set(
    """ministry minister government foreign defence defense interior army navy force forces military air police guard guards coast agency council
    security national people public president prime parliament assembly committee commission office department institute centre center
    service services bureau authority command spokesman spokeswoman official officials union states united republic federation liberation front
    region district province village town city sea ocean gulf bay island islands river mount mountain lake port airport base international
    world central news press television radio daily times post journal our its his her their hence"""
)
"""Words of offices and sorts of places, which are capitals in many names and say little by themselves."""

NAME_STEMS = {"american": "us", "america": "us", "usa": "us", "british": "uk", "britain": "uk"}
"""From a nationality or name of a country to the letters that stand for it, where these are its usual name."""
