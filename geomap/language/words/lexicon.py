"""Words that the rules look up, as plain tables.

Adding a word here is the way to teach geomap one more phrase of a known kind.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("the a an this that these those both either another any each every some one")
POSSESSIVES = _words("its his her their our my your")
PRONOUNS = _words("it them him us me there here")

FEATURES = _words(
    """city cities town towns township village villages hamlet settlement settlements suburb suburbs neighbourhood neighborhood quarter district
    districts province provinces governorate region county state capital country island islands islet peninsula cape headland bay gulf strait
    straits sea ocean lake river creek stream canal dam reservoir reserve valley mountain mountains mount hill hills ridge range volcano crater
    peak summit plateau desert forest park oasis plain port ports harbour harbor marina anchorage terminal jetty pier lighthouse buoy airport
    airbase airfield aerodrome airstrip base bases outpost garrison camp camps barracks checkpoint checkpoints crossing post station junction
    intersection roundabout interchange bridge tunnel road roads highway motorway freeway street avenue route railway border borders frontier
    boundary coast coastline coasts shore shores shoreline beach cliff reef rig platform oilfield field mine plant refinery pipeline dump depot
    factory mill farm ranch homestead hospital clinic school university college church mosque temple cemetery prison stadium mall market embassy
    consulate headquarters fence wall front frontline frontlines zone area site location position positions epicentre epicenter centre center
    facility complex compound building house home hotel residence property municipality commune parish canton prefecture oblast raion enclave
    exclave territory mainland airspace waters seamount atoll archipelago delta estuary mouth glacier fjord waterfall falls cave gorge canyon
    pass rd st ave hwy jct entrance exit gate stronghold strongholds landmark monument tower castle fort fortress locality spring springs grounds
    outlet trough tracks reactor wreck wreckage hometown office store shop land resort theatre theater library museum courthouse
    hall palace square plaza jail slum corridor pond pool restaurant restaurants cafe café pub nightclub graveyard kindergarten supermarket warehouse arena courthouse steps
    line lines door doors doorstep porch driveway kerb curb stage threshold centreline centerline wharf quay dock slipway sluice levee embankment turnoff campground campsite barn trailhead fairway runway ramp lock weir well wells quarry landfill airfields"""
)
FEATURES |= {f"{word}s" for word in FEATURES if not word.endswith("s")}
"""Nouns for kinds of places that an anchor may be, or that follow or precede its name."""

FEATURE_MODIFIERS = _words(
    """border military naval air army police refugee displaced civilian oil gas power nuclear train railway bus airport port fire coast guard
    launch missile test pumping research power-plant oasis coastal river lake sea town city village frontier ski gas-field wastewater water
    customs fairway pilot signal light security mountain beach mining industrial shipping front desert international national provincial regional state district county
    psychiatric general medical elementary primary secondary community gas subway metro swimming"""
)
"""Words that may stand between a name and its feature noun: "Al-Tanf border crossing"."""

NAMING_HEADS = _words(
    """city town township village hamlet port island islands state province governorate district county region municipality commune capital camp
    suburb neighbourhood neighborhood settlement peninsula gulf bay strait straits oasis republic kingdom isle cape mount lake river valley
    commune prefecture enclave resort hometown locality parish mountain mountains airport airbase base dam"""
)
"""Heads whose "of" names the place itself: "the city of Homs", "the island of Lampedusa"."""

COAST_HEADS = _words("coast coasts coastline coastlines shore shores shoreline seashore seaboard")
BORDER_HEADS = _words("border borders frontier frontiers boundary boundaries borderline")
MOVING_HEADS = _words(
    """ship ships vessel vessels boat boats tanker carrier frigate destroyer submarine dinghy raft trawler freighter yacht convoy aircraft plane jet
    helicopter drone missile car truck bus train storm hurricane cyclone typhoon tornado whirlwind fire wildfire blaze troops soldiers forces fighters men
    man woman people crowd child stern bow sloop barge ferry iceberg asteroid comet protesters police officers officer victim rebels column"""
)
"""Heads of anchors that move."""


WEEKDAYS_MONTHS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec gmt utc est edt cet"""
)

STOPS = _words(
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
"""Words that no name or noun phrase runs across."""

NAME_LINKS = _words(
    "de del della dello di da do dos das du des la le les lo los las el al ez es bin ibn ben abu umm den der von van ter ten y e bei sur am"
)
ARABIC_ARTICLES = _words("al el ad ar as ash at an az ed er es et ez esh us ul adh ath as-")
NAMES_WITH_AND = {
    ("tome", "principe"), ("tomé", "príncipe"), ("bosnia", "herzegovina"), ("trinidad", "tobago"), ("antigua", "barbuda"), ("turks", "caicos"),
    ("kitts", "nevis"), ("newfoundland", "labrador"), ("jammu", "kashmir"), ("tyne", "wear"), ("andaman", "nicobar"), ("pierre", "miquelon"),
    ("wallis", "futuna"), ("chuuk", "pohnpei"), ("vincent", "the"), ("sistan", "baluchestan"), ("dumfries", "galloway"), ("perth", "kinross"),
}  # fmt: skip
"""Names that hold an "and"."""

DEMONYMS = _words(
    """afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani azeri bahraini bangladeshi belarusian
    belgian bolivian bosnian brazilian british bulgarian burmese burundian cambodian cameroonian canadian chadian chilean chinese colombian congolese
    croatian cuban cypriot czech danish djiboutian dutch ecuadorean ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino
    finnish french gambian georgian german ghanaian greek guatemalan guinean haitian honduran hungarian icelandic indian indonesian iranian iraqi irish
    israeli italian ivorian jamaican japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz laotian latvian lebanese liberian libyan
    lithuanian malagasy malawian malaysian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali
    nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan persian peruvian philippine polish portuguese qatari romanian
    russian rwandan salvadoran saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik
    tanzanian thai tibetan togolese tunisian turkish turkmen ugandan ukrainian uruguayan us u.s u.s. uk u.k. uzbek venezuelan vietnamese welsh yemeni zambian
    zimbabwean african asian arab islamic muslim christian jewish druze sunni shia shiite shi'ite alawite crimean chechen siberian soviet western
    sicilian sardinian corsican greenlandic californian texan"""
)
"""Nationality and similar words, which are adjectives before a noun and no places of events."""

ORGANISATIONS = _words(
    """isis isil is daesh hezbollah hizbollah hizbullah hamas fatah taliban al-qaeda nato un u.n. eu fsa sdf saa ypg ypj pkk pyd hts idf police army navy
    ap afp reuters bbc cnn unhcr unicef irna sana ukmto usgs unrwa coalition congress parliament government senate republicans democrats"""
)
"""Actors, which are no places."""

ZONE_HEADS = _words("zone zones radius perimeter cordon circle ring buffer belt bubble limit corridor")
ZONE_WEAK_HEADS = _words("area areas exclusion waters sector region strip swath space airspace range band ban block")
"""Nouns that make a zone only with "around X" after them, or a telling adjective before."""
ZONE_TELLING = _words(
    """exclusion evacuation security safety safe buffer no-go no-fly no go fly de-confliction deconfliction confliction demilitarized demilitarised quarantine danger
    restricted protection protected surveillance control economic territorial contiguous closed closure warning hazard infected containment tactical
    military forbidden prohibited standoff stand-off maritime fishing radiation contamination blast keep-out alienation"""
)
AROUND = _words("around round surrounds surround surrounded-by surrounding encircling encompassing")

ROUTE_NOUNS = _words(
    """road route highway motorway freeway railway railroad rail line pipeline track path trail tunnel canal corridor stretch section drive street way
    expressway lane journey crossing frontier front border coast coastline strip supply-line link bridge ferry line lines routes roads area region territory land frontline shoreline"""
)
SPATIAL_BEFORE_BETWEEN = _words(
    """road roads route routes highway motorway freeway railway railroad line lines pipeline track path trail tunnel canal corridor stretch section area areas
    region zone point place spot location located situated lies lie lay lying halfway half-way midway way sits sit sat somewhere anywhere village villages town towns camp
    waters strait channel anchorage buffer gap located intersection crossing checkpoint checkpoints position positions sandwiched wedged nestled squashed
    stretching stretches running runs land valley desert reserve island islands sea passage lane street bridge motorway miles kilometres sector front
    countryside farmland forest mountains hills site junction reach river drive fields territory district radius based built underway anchored stranded
    crashed exploded collided collision accident attacked ambushed occurred happened sank capsized shot discovered recovered
    spotted struck hit landed fell derailed overturned intercepted disappeared vanished"""
)
"""Words after which "between A and B" places something."""

COMPASS_HOURS = _words("hour hours minute minutes day days drive walk flight")

PERCEPTION = _words(
    """see saw seen seeing hear heard hearing visible audible felt feel detect detected detecting smell smelt smelled spotted-from range ranged reach reached-by
    signal signals watch watched broadcast"""
)
TRAVEL = _words(
    """walk walked walking walks travel travelled traveled travelling traveling travels drive drove driven driving drives run ran running swim swam swum swimming
    swims hike hiked hiking march marched marching fly flew flown flying ride rode ridden riding cycle cycled cycling crawl crawled crawling drag dragged
    cover covered covering covers sail sailed sailing row rowed trek trekked trekking commute commuted commuting clock clocked haul hauled jog jogged
    paddle paddled skate skated pedal pedalled pedaled wade waded stagger staggered carry carried advance advanced retreat retreated move moved journey journeyed
    extend extended extending extends stretch stretched stretching stretches flows flow flowed flowing fall fell fallen dropped climb climbed descend
    descended slid skidded chased chase towed tow pushed push hiked haul hauled tunnelled tunneled burrowed come go goes gone came went drifted ran race raced lap search searched swept traverse
    traversed trip meander meanders meandered snake snakes wind winds span spans spanned"""
)
SPORT = _words(
    """race races racing running run swim swimming cycling cycle walk marathon relay speedskating speedskate freestyle butterfly backstroke breaststroke hurdles
    sprint dash trial trials title final finals record champion championship event medley steeplechase medal skiing ski biathlon triathlon course
    individual pursuit mens men's women's women men heat distance runner runners"""
)
EXTENT_AFTER = _words(
    "long wide tall thick broad length width height depth diameter altitude elevation wingspan in-length high-altitude square"
)
TIME_UNITS = _words("hour hr h second s sec day minute min week session month year night lap gallon litre liter")

EVENTS = _words(
    """strike strikes struck airstrike airstrikes air-strike raid raids raided attack attacks attacked assault ambush ambushed bomb bombs bombed bombing bombings
    bombardment shell shelled shelling explosion explosions exploded explode blast blasts detonated killed kill kills killing wounded injured died dead death deaths
    crash crashed crashes collided collision sank sunk capsized shipwreck fire fires fired firing burned burning burnt blaze wildfire shot shoot shooting
    gunfire clash clashes clashed fighting battle battles fought offensive kidnapped abducted hijacked hijacking quake earthquake tremor aftershock flood
    floods flooded flooding landslide avalanche storm tornado cyclone eruption erupted occurred happened held evacuated rescued rescue arrested downed
    intercepted recovered missile missiles rocket rockets drone drones derailed derailment destroyed damaged jets convoy robbed boarded landed fell
    stabbed stabbing accident accidents incident robbery robberies burglary shootout standoff stampede collapsed collapse drowned overturned plunged
    quakes earthquakes tremors aftershocks landslides avalanches cyclones hurricanes typhoons hurricane typhoon tornadoes mudslide sinkhole rampage riot riots beheaded executed detained sighting poisoned massacred mortar mortars
    stabbings shootings murders murdered murder massacre protest protests outbreak siege besieged deployed stationed stormed hit targeted captured seized""",
)
"""Words that speak of an event, so that "in X" near them says where it was."""

COUNTRIES = {
    "afghanistan", "africa", "albania", "algeria", "america", "angola", "antarctica", "argentina", "armenia", "asia", "australia", "austria",
    "azerbaijan", "bahrain", "bangladesh", "belarus", "belgium", "belize", "benin", "bhutan", "bolivia", "bosnia", "bosnia and herzegovina", "botswana",
    "brazil", "britain", "great britain", "bulgaria", "burkina faso", "burma", "burundi", "cambodia", "cameroon", "canada", "central african republic",
    "central america", "chad", "chile", "china", "colombia", "congo", "democratic republic of congo", "democratic republic of the congo", "drc",
    "dr congo", "costa rica", "croatia", "cuba", "cyprus", "czech republic", "czechia", "denmark", "dominican republic", "east africa", "east timor",
    "eastern europe", "ecuador", "egypt", "el salvador", "england", "eritrea", "estonia", "ethiopia", "europe", "far east", "fiji", "finland", "france",
    "gabon", "gambia", "germany", "ghana", "greece", "guatemala", "guinea", "guyana", "haiti", "honduras", "hungary", "iceland", "india", "indonesia",
    "iran", "iraq", "ireland", "israel", "italy", "ivory coast", "jamaica", "japan", "jordan", "kazakhstan", "kenya", "kosovo", "kuwait", "kyrgyzstan",
    "laos", "latin america", "latvia", "lebanon", "lesotho", "liberia", "libya", "lithuania", "madagascar", "malawi", "malaysia", "mali", "mauritania",
    "mexico", "middle east", "moldova", "mongolia", "montenegro", "morocco", "mozambique", "myanmar", "namibia", "nepal", "netherlands", "new zealand",
    "nicaragua", "niger", "nigeria", "north africa", "north america", "north korea", "north macedonia", "northern ireland", "norway", "oman", "pakistan",
    "panama", "papua new guinea", "paraguay", "peru", "philippines", "poland", "portugal", "qatar", "romania", "russia", "rwanda", "saudi arabia",
    "scotland", "senegal", "serbia", "sierra leone", "singapore", "slovakia", "slovenia", "solomon islands", "somalia", "south africa", "south america",
    "south asia", "south korea", "south sudan", "southeast asia", "spain", "sri lanka", "sub-saharan africa", "sudan", "suriname", "sweden",
    "switzerland", "syria", "taiwan", "tajikistan", "tanzania", "thailand", "togo", "tunisia", "turkey", "turkmenistan", "uganda", "u.k", "u.k.", "uk",
    "ukraine", "united arab emirates", "united kingdom", "united states", "united states of america", "uruguay", "u.s", "u.s.", "u.s.a", "u.s.a.", "us",
    "usa", "uzbekistan", "venezuela", "vietnam", "wales", "west africa", "western europe", "yemen", "zambia", "zimbabwe", "earth", "world",
}  # fmt: skip
"""Names of countries, continents and the like: a place of an incident that only says which country the story is of."""

STRIKING = _words(
    """hit hits struck strikes bombed bombs shelled bombarded targeted attacked raided captured seized recaptured retook overran stormed entered reached
    invaded devastated flattened rocked shook battered lashed"""
)
"""Verbs whose object, where it is a place, is where the event was."""

REACHING = _words(
    "missile missiles rocket rockets weapon weapons gun guns artillery howitzer howitzers signal signals sonar radar radars transmitter laser drones"
)
"""Things that act over a distance."""
