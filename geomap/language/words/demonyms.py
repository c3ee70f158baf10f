"""Nationality words, and words like them for peoples and faiths, in lower case.

Claims take them for adjectives before a noun and for no places of events; names and borders ask which country one means.
"""

from __future__ import annotations

from geomap.language.words.tables import pairs, word_set

COUNTRY_OF = pairs("""
Afghanistan: afghan afghans
Albania: albanian albanians
Algeria: algerian algerians
United States: american americans
Angola: angolan angolans
Argentina: argentine argentines argentinian argentinians argentinean
Armenia: armenian armenians
Australia: australian australians aussie aussies
Austria: austrian austrians
Azerbaijan: azerbaijani azerbaijanis azeri azeris
Bahamas: bahamian bahamians
Bahrain: bahraini bahrainis
Bangladesh: bangladeshi bangladeshis
Barbados: barbadian barbadians
Belarus: belarusian belarusians belarussian
Belgium: belgian belgians
Benin: beninese
Bermuda: bermudian bermudians
Bolivia: bolivian bolivians
Bosnia and Herzegovina: bosnian bosnians bosniak bosniaks
Botswana: botswanan
Brazil: brazilian brazilians
United Kingdom: british briton britons brits brit
Bulgaria: bulgarian bulgarians
Myanmar: burmese
Burundi: burundian burundians
Cambodia: cambodian cambodians
Cameroon: cameroonian cameroonians
Canada: canadian canadians
Chad: chadian chadians
Chile: chilean chileans
China: chinese
Colombia: colombian colombians
Democratic Republic of the Congo: congolese
Corsica: corsican
Croatia: croatian croatians croat croats
Cuba: cuban cubans
Cyprus: cypriot cypriots
Czechia: czech czechs
Denmark: danish dane danes
Djibouti: djiboutian
Netherlands: dutch dutchman
Dominican Republic: dominican dominicans
Ecuador: ecuadorian ecuadorians ecuadorean
Egypt: egyptian egyptians
United Arab Emirates: emirati emiratis
England: english englishman englishmen
Eritrea: eritrean eritreans
Estonia: estonian estonians
Ethiopia: ethiopian ethiopians
Fiji: fijian fijians
Philippines: filipino filipinos philippine filipina
Finland: finnish finn finns
France: french frenchman frenchmen
Gabon: gabonese
Gambia: gambian gambians
Georgia: georgian georgians
Germany: german germans
Ghana: ghanaian ghanaians
Greece: greek greeks
Greenland: greenlandic
Guatemala: guatemalan guatemalans
Guinea: guinean guineans
Guyana: guyanese
Haiti: haitian haitians
Honduras: honduran hondurans
Hungary: hungarian hungarians
Iceland: icelandic icelanders
India: indian indians
Indonesia: indonesian indonesians
Iran: iranian iranians
Iraq: iraqi iraqis
Ireland: irish irishman
Israel: israeli israelis
Italy: italian italians
Ivory Coast: ivorian ivorians
Jamaica: jamaican jamaicans
Japan: japanese
Jordan: jordanian jordanians
Kazakhstan: kazakh kazakhs kazakhstani
Kenya: kenyan kenyans
Kosovo: kosovar kosovars kosovan
Kuwait: kuwaiti kuwaitis
Kyrgyzstan: kyrgyz
Laos: laotian laotians
Latvia: latvian latvians
Lebanon: lebanese
Liberia: liberian liberians
Libya: libyan libyans
Lithuania: lithuanian lithuanians
Luxembourg: luxembourgish
Madagascar: malagasy
Malawi: malawian malawians
Malaysia: malaysian malaysians
Mali: malian malians
Malta: maltese
Mauritania: mauritanian mauritanians
Mexico: mexican mexicans
Moldova: moldovan moldovans
Mongolia: mongolian mongolians
Montenegro: montenegrin montenegrins
Morocco: moroccan moroccans
Mozambique: mozambican mozambicans
Namibia: namibian namibians
Nepal: nepali nepalis nepalese
New Zealand: kiwi kiwis
Nicaragua: nicaraguan nicaraguans
Niger: nigerien
Nigeria: nigerian nigerians
North Macedonia: macedonian macedonians
Norway: norwegian norwegians
Oman: omani omanis
Pakistan: pakistani pakistanis
Palestinian Territory: palestinian palestinians
Panama: panamanian panamanians
Paraguay: paraguayan paraguayans
Peru: peruvian peruvians
Poland: polish pole poles
Portugal: portuguese
Puerto Rico: puerto_rican puerto_ricans
Qatar: qatari qataris
Romania: romanian romanians
Russia: russian russians
Rwanda: rwandan rwandans
El Salvador: salvadoran salvadorans salvadorean
Sardinia: sardinian
Saudi Arabia: saudi saudis
Scotland: scottish scots scot
Senegal: senegalese
Serbia: serbian serbians serb serbs
Sierra Leone: sierra_leonean
Singapore: singaporean singaporeans
Slovakia: slovak slovaks slovakian
Slovenia: slovenian slovenians slovene slovenes
Somalia: somali somalis somalian
South Africa: south_african south_africans
South Korea: south_korean south_koreans
North Korea: north_korean north_koreans
Spain: spanish spaniard spaniards
Sri Lanka: sri_lankan sri_lankans
Sudan: sudanese
South Sudan: south_sudanese
Sweden: swedish swede swedes
Switzerland: swiss
Syria: syrian syrians
Taiwan: taiwanese
Tajikistan: tajik tajiks
Tanzania: tanzanian tanzanians
Thailand: thai thais
Tibet: tibetan tibetans
Togo: togolese
Tunisia: tunisian tunisians
Turkey: turkish turk turks
Turkmenistan: turkmen turkmens
Uganda: ugandan ugandans
Ukraine: ukrainian ukrainians
Uruguay: uruguayan uruguayans
Uzbekistan: uzbek uzbeks
Venezuela: venezuelan venezuelans
Vietnam: vietnamese
Wales: welsh welshman
Yemen: yemeni yemenis
Zambia: zambian zambians
Zimbabwe: zimbabwean zimbabweans
Africa: african africans
Asia: asian asians
Europe: european europeans
South America: south_american south_americans latin_american latin_americans
Texas: texan texans
California: californian californians
Crimea: crimean
Chechnya: chechen chechens
Hong Kong: hongkonger hongkongers
Catalonia: catalan catalans
Basque Country: basque basques
Sicily: sicilian sicilians
Brittany: breton
Bavaria: bavarian bavarians
Siberia: siberian
Korea: korean koreans
""")
"""From a nationality word to the name that a gazetteer is asked for."""

_PEOPLES = word_set(
    """alawite arab christian druze islamic jewish kurdish muslim persian shi'ite shia shiite soviet sunni western us u.s u.s. uk u.k."""
)
"""Words that stand before a noun as nationality words do and mean no one country, or are a country's name as well."""

DEMONYMS = frozenset(word for word in COUNTRY_OF if " " not in word) - {"dominican"} | _PEOPLES
"""All words that are adjectives before a noun by themselves; "Dominican" is left out, for it begins the name of a country."""
