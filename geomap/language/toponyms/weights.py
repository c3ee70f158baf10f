"""The weights of evidence that a stretch of words is the name of a place, each with its reason.

They are added up, and from `ACCEPTED` on a name counts as a place's. They are a policy, set by hand to one decimal on news text and the same
for every report: 1 is about what one clear sign is worth.
"""

from __future__ import annotations

ACCEPTED = 1.0
"""The sum from which a name counts as a place's."""
SURE = 2.5
"""The sum from which the same name counts as one everywhere in the report."""

# What the gazetteer knows of the name.
COUNTRY = 3.5
"""Countries and continents, which are hardly ever anything else; no other place is known better than that."""
REGION = 2.5
"""Regions, seas and oceans: nearly as sure, but other things are called after them."""
AREA = 0.8
"""A division or a landform of `LEAST_EXTENT_M`, which has small namesakes of every kind."""
LEAST_EXTENT_M = 5000.0
"""From which extent on a larger area is known better."""
DIVISION_TENFOLD = 0.9
"""More for each tenfold extent of a division."""
LANDSCAPE_TENFOLD = 0.7
"""The same of a landform, which is told of less often than a division of its size."""
VILLAGE_LOG = 3.4
"""Decimal logarithm of the inhabitants, 2500, of a place that is known so little that its name says nothing."""
TOWN_TENFOLD = 0.9
"""More for each tenfold number of inhabitants."""
CAPITAL = 1.0
"""More for a capital, for it stands for its country too."""
FEATURE_PLACE = 0.6
"""Any other kind, such as an airport or a dam: called by a name of several words as a rule."""
SMALL_PLACE = 0.0
"""A populated place of which nothing is known."""
OTHER_NAME = -0.7
"""The name is not the main one of its place, but a variant, which may as well be another word."""
WELL_KNOWN = 0.8
"""Fame from which a name is first of all a place's."""
FAMOUS = 1.0
"""Fame from which a name is a place's and no person's though a given name begins it."""

# The name itself.
KNOWN = -0.5
"""Where the count of a known name begins: a capital and a place of that name are not enough."""
UNKNOWN = 1.2
"""A name that nobody knows, where the words round it show a place: accepted, but not sure."""
PLAIN = 3.0
"""What needs no further evidence: a nationality word, a state's abbreviation after a comma."""
GEOGRAPHIC = 1.5
"""The name ends with a noun such as River or County."""
LONG = 0.6
"""The name has several words, and few other things share all of them."""
LONG_WITH_ARTICLE = 1.4
"""It begins with an Arabic article in small letters, as hardly any but places do."""
COMPASS = -6.0
"""Compass letters before "of" are a bearing, whatever is called so: "10 km NE of"."""
ACRONYM = -2.5
"""A short word in capitals is an acronym, unless it is a country's or a state's."""
COMMON_WORD = -4.0
"""A word that is no place's name where it stands alone; only the clearest words round it can outweigh that."""
GIVEN = -0.8
"""A given name by itself may be a person's."""
WRITTEN_SMALL = -1.5
"""The report writes the same word in small letters too, so it may be a common noun with a capital."""

# The words before it.
PART = 1.5
"""A word for a part of a place: "eastern Homs"."""
NAMING = 2.0
"""A noun that names places by "of": "the town of"; nothing is clearer."""
FEATURE = 1.5
"""A noun for a kind of place stands beside it: "village Zeila", "Deir ez-Zor province"."""
DISTANCE = 2.0
"""A distance leads up to it or follows it: "30 km from"."""
PLACING = 1.3
"""A preposition or verb of place: "in", "shelled"."""
PLACING_WEAKLY = 0.5
"""A verb that takes places, and much else: "held"."""
OF_CAPITAL = 1.0
"""A capital and "of": "Bishop of", "Battle of"."""
OF = 0.4
"""Another word and "of", which may be of a person as well."""
PARTY = 2.0
"""A party's letter before a hyphen, for a member of parliament's home follows: "D-Chicopee"."""
COURTESY = -4.0
"""Mr, Mrs, Ms or Dr: a person."""
SENTENCE_START = -0.5
"""The one word begins a sentence, where every word has a capital."""

# The words after it.
GOES_ON = -0.7
"""The run of capitals goes on, so it may be something else's name: "Paris Hilton"."""
GOES_ON_AS_ORGANISATION = -0.3
"""It goes on with an organisation's noun, which places' names often stand before: "Boston Police"."""
NEWS_AGENCY = -4.0
"""“News agency” follows: the publisher's name."""
PEOPLE = 1.3
"""A noun for people follows who live or work there: "Newark officials"."""
OWNING = 1.2
"""What places have follows, or what is done to places: "'s port", "was shelled"."""
SPEAKING = -1.5
"""A verb of speaking follows one word, which may be a surname."""
DATELINE = 2.0
"""Capitals and a dash begin a report: "HUME – "."""
BEFORE_CAPITAL = 0.5
"""A comma and a capital follow, as the larger area does: "Severn, Maryland"."""
AGED = -1.0
"""A comma and a number follow one word, as the age of a person does."""

# The rest of the report.
IN_AREA = {",": 1.5, "in": 1.0}
"""A country or division follows after this word: "Severn, Maryland", "Tokmak in Zaporizhzhia"."""
IN_ROW = 1.2
"""A place stands in the same row of names."""
NEIGHBOUR = 0.7
"""The next name of the row may be that of a place near by, as surnames in a row seldom are."""
SAME_PARTS = 0.5
"""One of its places lies near a place that the report surely names."""
REPEATED = 1.0
"""The report surely names the same place elsewhere."""
SURNAME = -2.5
"""The report names a person so: only a word that shows a place outweighs that."""
