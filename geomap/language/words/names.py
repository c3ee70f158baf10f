"""Words that tell names of places from other names, as plain tables.

All are in lower case but the demonyms' countries. Adding a word here is the way to teach the recogniser.
"""

from __future__ import annotations

from geomap.units import Unit


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> dict[str, str]:
    """A table from each word of lines such as "Syria: syrian syrians" to the name before the colon."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        name, _, words = line.partition(":")
        found.update((word.replace("_", " "), name.strip()) for word in words.split())
    return found


DEMONYMS = _pairs("""
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
Croatia: croatian croatians croat croats
Cuba: cuban cubans
Cyprus: cypriot cypriots
Czechia: czech czechs
Denmark: danish dane danes
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

ABBREVIATIONS = _pairs("""
Alabama: ala.
Alaska: alaska.
Arizona: ariz.
Arkansas: ark.
California: calif. cal.
Colorado: colo.
Connecticut: conn.
Delaware: del.
District of Columbia: d.c.
Florida: fla.
Georgia: ga.
Illinois: ill.
Indiana: ind.
Kansas: kan. kans.
Kentucky: ky.
Louisiana: la.
Maryland: md.
Massachusetts: mass.
Michigan: mich.
Minnesota: minn.
Mississippi: miss.
Missouri: mo.
Montana: mont.
Nebraska: neb. nebr.
Nevada: nev.
New Hampshire: n.h.
New Jersey: n.j.
New Mexico: n.m.
New York: n.y.
North Carolina: n.c.
North Dakota: n.d.
Oklahoma: okla.
Oregon: ore.
Pennsylvania: pa. penn.
Rhode Island: r.i.
South Carolina: s.c.
South Dakota: s.d.
Tennessee: tenn.
Texas: tex.
Vermont: vt.
Virginia: va.
Washington: wash.
West Virginia: w.va. w.v.
Wisconsin: wis.
Wyoming: wyo.
Alberta: alta.
British Columbia: b.c.
Manitoba: man.
New Brunswick: n.b.
Nova Scotia: n.s.
Ontario: ont.
Prince Edward Island: p.e.i.
Quebec: que.
Saskatchewan: sask.
Newfoundland and Labrador: n.l. nfld.
New South Wales: nsw n.s.w.
""")
"""Abbreviated states and provinces of news writing."""

PARTS = {
    "northern": "N", "north": "N", "southern": "S", "south": "S", "eastern": "E", "east": "E", "western": "W", "west": "W",
    "northeastern": "NE", "northeast": "NE", "north-eastern": "NE", "north-east": "NE", "northwestern": "NW", "northwest": "NW",
    "north-western": "NW", "north-west": "NW", "southeastern": "SE", "southeast": "SE", "south-eastern": "SE", "south-east": "SE",
    "southwestern": "SW", "southwest": "SW", "south-western": "SW", "south-west": "SW", "central": "C", "downtown": "C",
}  # fmt: skip
"""Words for a part of a place, as compass points or "C" for its middle."""

FEATURES = _words(
    """province provinces governorate governorates state oblast region prefecture district county municipality city town village hamlet suburb
    territory peninsula island islands border crossing post checkpoint garrison base airbase camp outpost airport port harbour harbor
    neighbourhood neighborhood valley desert mountains area enclave canton commune countryside outskirts suburbs"""
)
"""Common nouns that follow the name of a place, in small letters, and say what sort it is."""
FEATURE_FIRST = _words("border air military naval refugee army police international")
"""Words that may stand before such a noun."""

NAMING = _words(
    """city town village hamlet province governorate state county district region island port suburb municipality capital outskirts
    neighbourhood neighborhood oasis settlement republic kingdom borough township parish community commune streets coast shores people
    residents mayor governor university camp north south east west northwest northeast southwest southeast"""
)
"""Nouns that name a place with "of": "the town of Zeila"."""

PLACING = _words(
    """in at near from around outside across toward towards via throughout beside inside within through between leaving reached entering
    into visiting visited to around off nearby neighboring neighbouring reach capture captured seized retook besieged bombed shelled struck hit
    recaptured liberated stormed overran bombarded shelling bombing bombarding evacuated occupied surrounded encircled fled retaking besieging storming
    retake recapture capturing recapturing seizing seize overrun overrunning liberate liberating besiege shell bombard raided regained
    """
)
"""Words after which a name is likely to be a place's."""

PLACING_SURELY = _words(
    "near around toward towards outside retook recaptured besieged shelled bombarded overran liberated shelling besieging retaking recapturing"
)
"""Of these, the ones after which a name that nobody knows is a place's too."""

SUFFERED = _words(
    """shelled bombed bombarded captured recaptured retaken taken seized overrun stormed besieged encircled surrounded liberated occupied
    evacuated flooded raided attacked hit struck recovered cleared"""
)
"""What is done to places: "Bakhmut was shelled". With a person before, most of it is not said."""
SUFFERING = _words(
    "was were is are been being had has have came come under heavily repeatedly also again largely fully reportedly again not yet still later"
)
"""What may stand between the two."""

OWNED = FEATURES | _words(
    """outskirts suburbs suburb centre center streets port harbour harbor airport countryside residents mayor hospitals hospital squares markets
    market population airspace coast coastline shores defenders defences defenses water skies"""
)
"""What a place has: "Mariupol's port"."""

PLACING_WEAKLY = _words("took take taken left leave hold held holds control controls controlled targeted targeting threatened threatens")
"""Words after which a name is a little likelier to be a place's."""

VAGUE = _words("area state region city")
"""Of these, the ones that stand before other names too: "state Senator"."""

DETACHED = _words("province governorate district region oblast prefecture territory village island city")
"""Nouns written with capitals after a name that gazetteers often have without them."""

BREAKS = PLACING | {"and"}
"""Words that no name holds which only its last word shows to be a place's; capitals in a headline do not join them."""

GEOGRAPHIC = _words(
    """county river lake creek mountain mountains mount island islands bay valley beach park street avenue road highway bridge airport
    peninsula gulf sea ocean strait straits desert province district region forest canyon boulevard lane drive square plaza falls hills
    heights springs harbour harbor basin coast peak glacier fjord cape reservoir dam parish township borough governorate oblast prefecture
    interstate route freeway parkway turnpike trail pass point pond brook swamp plateau range territory territories plain plains zoo
    stadium speedway fairgrounds village cemetery ranch station base camp prison jail"""
)
"""Nouns that end the name of a place written with capitals: "Laurel County"."""

ROADS = _words("highway interstate route freeway motorway")
"""Nouns that make a name with a number after them: "Highway 19"."""

PEOPLE = _words(
    """man woman men women resident residents native natives police officials official firefighters firefighter council councillors councilor
    councilman mayor student students school schools teen teenager boy girl couple family families native business businesses officer officers
    authorities voters investigators lawmakers detectives community deputies suburb campus
    hospital court courthouse prosecutors lawyer attorney jury judge church club clubs fans store stores factory office offices headquarters
    metro area-based based born neighbourhood neighborhood neighborhoods downtown metropolitan""",
)
"""Common nouns after the name of a place where they live, work or stand: "a Berea man", "Newark officials"."""

NOT_NAMES = frozenset(
    ("white house", "space station", "international space station", "m.d.", "ph.d.", "super bowl", "red cross", "main street")
)
"""What looks like the name of a place and is none for a map."""

GEOGRAPHIC_FIRST = _words("mount lake cape fort port gulf strait bay isle river mt camp rio puerto monte lac highway interstate")
"""Nouns that begin one."""

ORGANISATIONS = _words(
    """university college school academy institute department ministry bureau agency administration commission committee council board
    association federation union party front movement brigade army navy force forces corps guard militia police sheriff sheriff's court
    parliament congress senate assembly bank company corp corporation inc ltd llc co group holdings industries systems services service
    hospital clinic church cathedral mosque temple news times post herald tribune gazette journal press daily star observer chronicle
    telegraph guardian magazine radio television tv network fc united city rovers athletic club league cup championship games olympics
    open festival museum theatre theater library gallery foundation trust society fund program programme project act law treaty accord
    agreement protocol convention resolution report award prize center centre office authority organisation organization airlines airways
    hotel mall store restaurant cafe orchestra band crown office chamber coalition alliance network lab laboratory laboratories
    spokesman spokeswoman command division regiment battalion squad team tigers lions eagles bears bulls giants cowboys"""
)
"""Nouns that end the name of an organisation, a newspaper, a team or the like."""

TITLES = _words(
    """mr mrs ms miss dr prof professor sir lord lady dame president premier chancellor minister secretary senator sen rep representative
    governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt cpl corporal private officer
    deputy detective inspector chief sheriff reverend rev father sister brother pope bishop archbishop cardinal rabbi imam sheikh sheik king
    queen prince princess emperor duke coach director chairman chairwoman spokesman spokeswoman spokesperson attorney commissioner
    commander admiral adm ambassador envoy councilman councilwoman councilor councillor superintendent principal manager actor actress
    singer author editor analyst economist physician pastor trooper driver named called saint son daughter wife husband uncle aunt
    st.-sgt trustee treasurer candidate congressman congresswoman congressperson justice leader founder ceo cfo coordinator lawyer"""
)
"""Words before a person's name."""

SPEAKING = _words(
    """said says told tells added adds explained noted wrote writes argued claimed asked replied testified tweeted insisted recalled
    who whose whom laughed smiled thinks believes thought joked pleaded died"""
)
"""Words after a person's name."""

ACTING = _words(
    """said says told tells accused accuses denied denies announced announces insisted insists warned warns rejected rejects claimed claims
    blamed blames vowed vows urged urges condemned condemns agreed agrees refused refuses wants confirmed confirms demanded demands
    threatened threatens responded responds retaliated supports backs considers believes argues argued maintains pledged recognised
    recognized recognises recognizes summoned expelled"""
)
"""What governments do: after the name of a capital or a country it stands for the one that sits there."""
ACTING_ADVERBS = _words("has have had also again repeatedly later long strongly officially publicly quickly immediately flatly since never")
"""What may stand between the two."""

GIVEN = _words(
    """aaron abbas abdel abdul abdullah abigail abraham abu adam adel adrian agnes ahmad ahmed aidan aisha akbar akira alan albert alberto
    alejandro aleksandr alex alexander alexandra alexei alexis alfred alfredo ali alice alicia alison allan allen allison alma alvin amanda
    amber amelia amina amir amit amy ana anatoly andre andrea andreas andrei andres andrew andy angel angela angelina anita ann anna anne
    annette annie anthony anton antonio april ariel arlene arnold art arthur ashley ashraf asif audrey austin ayman aziz bahram barack
    barbara barry bart bashar ben benedict benjamin bernard bernardo bernice bert beth betty beverly bill billy bo bob bobby bonnie boris
    brad bradley brandon breanna brenda brendan brent brett brian bridget britney brooke bruce bruno bryan bud byron caleb calvin cameron
    carl carla carlos carmen carol carole caroline carolyn carrie casey catherine cathy cecil chad charlene charles charlie charlotte
    chelsea cheryl chester chris christian christina christine christopher chuck cindy claire clara clarence claude claudia clayton
    clifford clinton clyde cody colin colleen connie connor constance corey craig cristina crystal curtis cynthia daisy dale damian dan
    dana daniel danielle danny darlene darren darryl dave david dawn dean deanna deborah debra dennis derek derrick desmond diana diane
    diego dimitri dmitri dmitry dolores dominic don donald donna donnie doris dorothy doug douglas duane dustin dylan earl ebrahim ed eddie
    edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella ellen elmer elsie emil emily emma
    emmanuel enrique eric erica erik erin ernest ernesto esther ethan ethel eugene eva evan evelyn faisal faith farah fatima felipe felix
    fernando fidel florence floyd frances francesca francesco francis francisco frank franklin fred frederick fritz gabor gabriel gary gavin
    gene geoffrey george georgia gerald gerard gilbert gina giovanni gladys glen glenn gloria gordon grace graham grant greg gregory guy
    hafez haider hakan hal hamid harold harriet harry harvey hasan hassan heather hector heidi helen helena henry herbert herman hillary
    holly hosni howard hugh hugo hussein ian ibrahim igor imran ingrid irene iris irma isaac isabel isabella ismail ivan jack jackie jackson
    jacob jacqueline jaime jake jalal jamal james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffery jeffrey
    jennifer jenny jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy joan joann joanna joanne joe joel joey johan johannes john
    johnny jon jonathan jorge jose joseph josh joshua joyce juan juanita judith judy julia julian julie julio june justin kamal karen karim
    karl kate katherine kathleen kathryn kathy katie kay keith kelly ken kenneth kenny kerry kevin khaled khalid kim kimberly kirk kofi
    konstantin kristen kristin kumar kurt kyle lance larry laura lauren laurie lawrence leah lee leigh lena leo leon leonard leonid leroy
    leslie lester lewis liam lillian linda lindsay lindsey lisa lloyd lois lori lorraine louis louise lucas lucia lucille lucy luis luke
    lydia lynn mahmoud malcolm manuel marc marcel marcia marco marcus margaret maria marian marie marilyn mario marion marissa marjorie mark
    marlene marsha marshall martha martin marvin mary mathew matt matthew maureen maurice max maxine megan mehdi mehmet melanie melinda
    melissa melvin mercedes michael michel michele michelle miguel mikael mike mikhail mildred milton minnie miranda mitch mitchell mitt
    mohamed mohammad mohammed molly mona monica morgan morris moses muammar muhammad murray mustafa myron nabil nadia nancy naomi natalie
    natasha nathan nathaniel neil nelson newt nicholas nick nicola nicolas nicole nikita nikolai nina noah noel nora norma norman olga oliver
    olivia omar oscar osama otto owen pablo pamela pat patricia patrick patty paul paula pauline pedro peggy penny percy perry pete peter
    petro phil philip phillip phyllis pierre pranab priya rachel rafael rahul raj rajiv ralph ramon randall randy raul ray raymond rebecca
    recep reggie regina reginald rene rex rhonda ricardo richard rick ricky rita rob robert roberta roberto robin rod rodney rodrigo roger
    roland ron ronald ronnie rosa rose rosemary ross roy royce ruben ruby rudolf russell ruth ryan sabrina saddam sally salman salvador sam
    samantha samir samuel sandra sandy sanjay sara sarah saul scott sean sebastian selma sergei sergey sergio seth shannon sharon shaun shawn
    sheila shelly sherry shirley sidney silvia simon sofia sonia sophia sophie spencer stacey stacy stan stanley stefan stella stephanie
    stephen steve steven stewart stuart sue susan suzanne svetlana sylvia tamara tammy tanya tara tariq taylor ted terence teresa terrance
    terrence terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy tony tracey tracy travis trevor troy tyler tyrone
    ursula valerie vanessa vera vernon veronica vicki vickie victor victoria vincent viola violet virgil virginia vishnu vivian vladimir
    wade wallace wally walter wanda warren wayne wendy wesley whitney wilfred will willard william willie wilma winston xavier yasser yolanda
    yosef youssef yuri yusuf yvette yvonne zachary zeynep zoe angus bryce chloe cleve deng dirk donovan duncan elon erica ezra garrett
    gennady gerry glenda hank heinz hubert ilya jana janis joachim jodi joyce kanye klaus kristina kyra ladonna laverne liz lorenzo luigi lyle
    marty mateo matteo maya meghan mick moira monique murali nigel oleg paolo pavel petra pippa rafiq rajesh ravi reza rhys rory rowan rupert
    salvatore sanjeev shane sheryl siobhan skip sonny sven tad tatiana trent ulrich viktor wes wilbur yitzhak zack asad nikki tyra alec
    """
)
"""Given names."""

NOT_PLACES = _words(
    """a about above academy accord across act after again against age ago aid air all allah almost along already also although always am amid among an
    and angel another answer any anyone anything apart april are army art as ask at august aunt author autumn away baby back bad ball band
    bank bar base battle bay be bear beautiful because been before begin behind being believe below best better between beyond big bill bird
    black bless blue board body book both boy bridge bright bring brother brown bus business but buy by call can cancer capital captain car
    card care case cash cat center central chance change charge chief child children choice christian christmas church city class clean clear
    close club cold college come common community company complete congress consider continue cook cool corn council count country county court
    cross crown cup current dad daily dark data date daughter day days dead deal dear death december deep democracy department deputy did
    different do does dog done door down dream drive drop during each early earth east easter eastern easy education eight either eleven else
    end energy enough entry especially eternal even evening ever every everybody everyone everything evil example except experts exit eye face
    facebook fact fair faith fall family far farm fast father february federal few field fifteen fifth fifty final finally find fine fire
    first fish five flag flower follow food foot football for force ford forest former forty forward four fourth free freedom fresh friday
    friend friends from full fun future game games garden gas gave general get girl give given glad global go god goes gold golden good google
    got government grace grand great green grey ground group grow guard guest gulf gun had half hall hand happy hard has have he head health hear
    heart heavy hell hello help hence her here hero hers high hill him his history hit hold holiday holy home honest hope horse hospital hot hotel
    hour house how however human hundred i ice if immediate important in inc include indeed independence independent inside instead internet into is island
    it its itself january job join joint judge july june junior just justice keep key kid kids kind king know labor labour lady lake land
    large last late later latest law lead leader league learn least leave left legal less let letter liberal liberty library life light like line
    lion list little live local long look lord lost lot love low luck mad made magazine mail main major make male man manager many march mark
    market marriage mars mass master match may maybe me mean meanwhile media medical meet member memorial men mercy mercury metro middle might mile
    military milk million mine minister minor miss mobile model modern mom moment monday money month moon more moreover morning most mother mount
    mountain mouth move movie mr mrs ms much museum music must my name nation national native natural nature navy near need neither net never
    new news next nice night nine no nobody none nor normal north northern not note nothing november now number obama october of off offer office
    officer officials often oh oil okay old on once one only open opposition or orange orchard order original other others otherwise our out outside
    over own page paper parents park part party past path patrol pay peace people perhaps person photo pine place plan plant play please plus point
    police polish poor pope popular port position post power pray prayer present president press price pride prime prince princess private prize
    problem professor progress project property protestant public pure put queen question quick quiet race radio rain rather read reader reading real really
    red region register related relief religion remember report republic republican rescue research residents rest return rev rice rich ride
    right river road rock role room rose royal rule run sacred safe said sailor saint sale same sand santa saturday save saw say says school science
    sea search season second secret section security see seek seems senate senior sent september serious service set seven several shall she ship shop
    short should show side sign silver similar simple since singer single sister six small smart so social some somebody someone something
    sometimes son song soon sorry sound source south southern space special speed spirit spokesman sport sports spring square staff stage stand star
    start state states station stay still stone stop store storm story street strong student students study such summer sun sunday sunrise super support
    sure surprise survey system table take talk tax team tell temple ten test than thank thanks that the their them then there therefore these they
    thing things think third thirty this those though thought thousand three through thursday thus tiger time times title to today together
    tomorrow tonight too top total tour toward town trade tree trust truth try tuesday turn twelve twenty twitter two under union united
    university unless until up upon us use usually valley van very via victim victims victory video village vision visit vote wait walk wall
    want war was watch water way we weather web wednesday week welcome well were west western what when where whether which while white who
    whole whom whose why wife wild will wind window winter wise with within without woman women won wonder wood word words work worker workers world worth
    would write wrong year years yellow yes yesterday yet you young your youth zone
    assembly bishop chancellor chapel charity colonel commander creation daniel diamond dolphin eagle eden echo eclipse emerald epic
    eureka excel fame flash fortune fox frost fusion galaxy genesis gift gospel grill guess harmony harvest hawk heritage hobby hunter
    ideal imperial jet jewel journal joy jump jury lotus lucky lunch magic magnet manor marble mason matrix mayor merit midway mirror mission
    mustang nice noble nova oasis oracle palace palm panther parade paradise parole patient phoenix pilot pioneer planet plaza premier prince
    puma quest rainbow ranger raven regent regal relay republic rocket roman ruby sage salmon saturn sheriff silence sigma solo sparks spectrum
    speaker spruce steel stellar sterling sugar sunset surprise swan target teacher thunder tide titan torch trinity triumph tulip twin
    tyson universal valor vector venture venus vista vital volcano warden warrior waves wealth willow wing wolf young zen
    al la le de el san mo in as is us so no ha un une les des del una das les los las der die das den van von
    breaking footage featured theme articles copyright disclaimer comment become photo image related share print email
    according additional analysts anti authorities avian beside briefly cases coverage critics currently democrats despite documents doctors
    due earlier elsewhere explain fans farmers further furthermore given hundreds ironically islam jewish judaism kremlin last latin lawmakers
    likewise muslim muslims nevertheless none nonetheless ordinary overall parts pentagon perhaps previous prosecutors protesters rebels recently
    republicans results scientists seven soldiers sources sunni shia taliban thousands tens together troops typically under unlike witnesses"""
)
"""Words that are no place's name where they stand alone, however many hamlets are called so."""

UNITS = frozenset((*Unit.KILOMETRE.traits.spellings, *Unit.MILE.traits.spellings))
"""Units of the distances that stand before and after a place's name."""
CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter ramadan
    thanksgiving halloween gmt est utc"""
)

ARTICLES = _words("al el as ash at ad ar an az ez es et ed er en el al ul il")
"""Arabic articles as they are joined to a name by a hyphen."""
LINKS = _words("of au aux de la le du des del da do dos di y al el ez ash at as az upon on sur the den der van von am an bin and ed")
"""Small words inside the name of a place."""
LEADING = _words(
    "the a an in on at by for from to of with as and but or if when while where after before since until near this that these those its his her"
)
"""Words that a sentence may start with before a name."""
