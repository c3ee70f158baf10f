"""Verbs and nouns of events, in lower case.

Claims ask what happened, moved or was perceived; names ask what is done to places and by governments.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

EVENTS = word_set(
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

STRIKING = word_set(
    """hit hits struck strikes bombed bombs shelled bombarded targeted attacked raided captured seized recaptured retook overran stormed entered reached
    invaded devastated flattened rocked shook battered lashed"""
)
"""Verbs whose object, where it is a place, is where the event was."""

PERCEPTION = word_set(
    """see saw seen seeing hear heard hearing visible audible felt feel detect detected detecting smell smelt smelled spotted-from range ranged reach reached-by
    signal signals watch watched broadcast"""
)
"""Words of seeing and hearing: their distances are how far something reached."""

TRAVEL = word_set(
    """walk walked walking walks travel travelled traveled travelling traveling travels drive drove driven driving drives run ran running swim swam swum swimming
    swims hike hiked hiking march marched marching fly flew flown flying ride rode ridden riding cycle cycled cycling crawl crawled crawling drag dragged
    cover covered covering covers sail sailed sailing row rowed trek trekked trekking commute commuted commuting clock clocked haul hauled jog jogged
    paddle paddled skate skated pedal pedalled pedaled wade waded stagger staggered carry carried advance advanced retreat retreated move moved journey journeyed
    extend extended extending extends stretch stretched stretching stretches flows flow flowed flowing fall fell fallen dropped climb climbed descend
    descended slid skidded chased chase towed tow pushed push hiked haul hauled tunnelled tunneled burrowed come go goes gone came went drifted ran race raced lap search searched swept traverse
    traversed trip meander meanders meandered snake snakes wind winds span spans spanned"""
)
"""Verbs of way and extent: their distances are how far something went."""

SUFFERED = word_set(
    """shelled bombed bombarded captured recaptured retaken taken seized overrun stormed besieged encircled surrounded liberated occupied
    evacuated flooded raided attacked hit struck recovered cleared"""
)
"""What is done to places: "Bakhmut was shelled". With a person before, most of it is not said."""

SUFFERING = word_set(
    "was were is are been being had has have came come under heavily repeatedly also again largely fully reportedly again not yet still later"
)
"""What may stand between a place and that."""

SPEAKING = word_set(
    """said says told tells added adds explained noted wrote writes argued claimed asked replied testified tweeted insisted recalled
    who whose whom laughed smiled thinks believes thought joked pleaded died"""
)
"""Words after a person's name."""

ACTING = word_set(
    """said says told tells accused accuses denied denies announced announces insisted insists warned warns rejected rejects claimed claims
    blamed blames vowed vows urged urges condemned condemns agreed agrees refused refuses wants confirmed confirms demanded demands
    threatened threatens responded responds retaliated supports backs considers believes argues argued maintains pledged recognised
    recognized recognises recognizes summoned expelled"""
)
"""What governments do: after the name of a capital or a country it stands for the one that sits there."""

ACTING_ADVERBS = word_set(
    "has have had also again repeatedly later long strongly officially publicly quickly immediately flatly since never"
)
"""What may stand between the two."""

ROUTE_JOINING = word_set("linking connecting joining links connects joins")
"""Verbs between a road and its ends: "the road that links A with B"."""

ROUTE_RUNNING = word_set("leading running extending stretching runs leads extends stretches going")
"""Verbs between a road and "from A to B" or "between A and B"."""

PUTTING = word_set("put puts placed places")
"""Verbs whose subject tells where something is: "the survey put the epicentre 11 km east of …"."""

LOCATING = word_set("located locates pinpointed pinpoints")
"""Others, of what has been looked for."""

GIVING = word_set("gave gives given giving radioed")
"""Verbs whose subject tells a position: "an official gave her position as …"."""

NAMING = word_set("named names identified identifies")
"""Verbs whose subject tells which place it is: "residents named the village as …"."""

TALLYING = word_set("counts counted count reckons reckoned tallied tallies")
"""Verbs whose subject tells how many or how far."""

MEASURING = word_set("registered registers recorded records measured measures detected detects located locates")
"""Verbs by which instruments and those who read them tell of something."""

ZONING = word_set(
    "set sets established establishes imposed imposes declared declares drew drawn draws closed closes created creates issued issues"
)
"""Verbs whose subject makes a zone by saying so."""

SHOWING = word_set("took takes led leads showed shows guided guides")
"""Verbs by which somebody shows a place to those who report."""

WITNESSING = word_set("saw see heard hear watched watch felt feel noticed spotted")
"""Verbs whose subject, where it is a witness, tells what follows."""

SPEAKING_OF = word_set("spoke speak speaks spoken told tells talked talks talk wrote writes warned warns")
"""Verbs after which "of" leads to what is told."""

ASKING = word_set("asked asks wondered wonders shouted recounted joked quipped allowed")
"""Verbs that say who speaks a quotation before them, and nothing without one."""

ACCUSING = word_set("accused accuses blamed blames")
"""Verbs whose subject says what another did."""

RULING = word_set("found finds established determined determines calculated calculates ruled radioed signalled held")
"""Verbs that say what somebody found, where "that" follows."""

DIRECTING = word_set(
    "directed directs ordered orders recommended recommends instructed instructs advised advises urged urges demanded demands"
)
"""Verbs whose subject says what shall be, where "that" follows."""
AFTERWARDS = word_set(
    """visited visits visit mourned mourn mourns buried vote voted votes opened open opens launched arrested arrest detained charged sentenced met meet
    meets resigned resigns quit summoned summons protested protest protests demanded demand demands condemned condemns praised promised promises
    imposed urged urges appealed apologised apologized thanked honoured honored prayed gathered wept debated agreed ordered orders sacked dismissed
    fired called rose rang phoned telephoned wrote addressed flew travelled traveled arrived marked commemorated remembered"""
)
"""Verbs of what people do when something has happened: its day is not that of what happened."""
