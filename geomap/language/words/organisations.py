"""Organisations: names of actors and the nouns that organisations' names end with, in lower case.

Claims and names ask which capitals are actors and no places.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

AGENCIES = word_set("ap afp reuters upi dpa tass xinhua irna sana kuna wam ansa efe pti ani cnn bbc npr")
"""News agencies and broadcasters that stand in the dateline of a report."""

ORGANISATIONS = AGENCIES | word_set(
    """isis isil is daesh hezbollah hizbollah hizbullah hamas fatah taliban al-qaeda nato un u.n. eu fsa sdf saa ypg ypj pkk pyd hts idf police army navy
    unhcr unicef ukmto usgs unrwa coalition congress parliament government senate republicans democrats"""
)
"""Actors, which are no places."""

PRESS_NOUNS = word_set(
    """news times post herald guardian press agency journal tribune daily gazette telegraph chronicle observer magazine radio tv television network
    star institute centre center foundation ministry office command bureau service report"""
)
"""Nouns that end the name of one who publishes news or reports."""

MASTHEADS = word_set(
    """today review standard independent mail mirror monitor media channel wire bulletin dispatch examiner globe sun express weekly reporter mercury
    courier record research observatory bellingcat jazeera arabiya sputnik politico axios"""
)
"""Other words of such names, which beside a date show a publisher and elsewhere may be much else: "the Channel"."""

MASTHEAD_TOWNS = word_set("the metro nation orient time sur van of hill view")
"""Words of newspapers' names that are also names of towns."""

ORGANISATION_NOUNS = PRESS_NOUNS | word_set(
    """university college school academy department administration commission committee council board association federation union party front
    movement brigade army navy force forces corps guard militia police sheriff sheriff's court parliament congress senate assembly bank company
    corp corporation inc ltd llc co group holdings industries systems services hospital clinic church cathedral mosque temple fc united city
    rovers athletic club league cup championship games olympics open festival museum theatre theater library gallery trust society fund program
    programme project act law treaty accord agreement protocol convention resolution award prize authority organisation organization airlines
    airways hotel mall store restaurant cafe orchestra band crown chamber coalition alliance lab laboratory laboratories spokesman spokeswoman
    division regiment battalion squad team tigers lions eagles bears bulls giants cowboys"""
)
"""Nouns that end the name of an organisation, a newspaper, a team or the like."""

FIRMS = word_set("company firm maker manufacturer builder operator owner owners carrier airline corporation concern shipyard utility")
"""Nouns for a business, any of which may take up another: "the company" for "the state arms maker Norco"."""

VOICES = word_set(
    """statement statements communiqué communiqués communique communiques letter letters text bulletin bulletins tweet tweets post release note message
    spokesman spokeswoman spokesperson spokesmen spokespeople officials authorities account version advisory website briefing"""
)
"""Words for the voice of a body: a text in its name, those who speak in its name."""

FINDINGS = word_set(
    """report reports account accounts estimate estimates statement calculation calculations data tally count figures analysis communiqué communique text
    bulletin version reconstruction study survey chart map log reckoning findings track document documents"""
)
"""What somebody has found or written, which says where something was as its author does."""

WRITINGS = VOICES - word_set("spokesman spokeswoman spokesperson spokesmen spokespeople officials authorities") | word_set(
    """report update updates notice notices information knowledge findings document documents declaration announcement announcements video footage
    pictures images verdict judgment ruling decree resolution dispatch newsletter memo memorandum paper study"""
)
"""Texts and pictures, which are of another day than what they tell."""
PUBLISHING = word_set(
    "released published issued posted updated presented circulated signed sent distributed broadcast unveiled handed dated tabled filed"
)
"""What is done with them on a day."""
