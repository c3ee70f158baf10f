"""Names of places: well-known ones, small words inside them, abbreviations, and look-alikes; in lower case.

Claims and names ask where a name ends and whether it is one.
"""

from __future__ import annotations

from geomap.language.words.calendar import CALENDAR, FEASTS
from geomap.language.words.tables import pairs, word_set

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

RIVERS = word_set(
    """euphrates tigris khabur orontes litani yarmouk jordan nile danube dnieper dnipro dniester donets oskil oskol inhulets prut bug vistula oder
    elbe rhine rhone rhône seine loire thames ebro tagus po volga don ob yenisei lena amur ural terek kura aras amu syr helmand kunar indus jhelum
    chenab ganges brahmaputra irrawaddy salween mekong yangtze yalu tumen congo zambezi limpopo senegal volta benue shebelle jubba awash tekeze
    amazon orinoco magdalena paraná mississippi missouri colorado yukon"""
)
"""Rivers that are told of without the word: "on the Euphrates"."""

US_STATES_SHORT = pairs("""
Alabama: ala.
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
""")
"""Abbreviated states of the US, to their names."""

STATES_SHORT = US_STATES_SHORT | pairs("""
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
"""Abbreviated states and provinces of news writing, to their names."""

NAME_LINKS = word_set(
    "de del della dello di da do dos das du des la le les lo los las el al ez es bin ibn ben abu umm den der von van ter ten y e bei sur am"
)
"""Particles that stand in small letters inside a name and join it."""

LINKS = NAME_LINKS | word_set("of au aux upon on sur the and as ash at az ed an")
"""These, and the prepositions and articles that names of places have inside: "Stoke on Trent", "Isle of the Dead"."""

ARABIC_ARTICLES = word_set("al el ad ar as ash at an az ed en er es et ez esh il us ul adh ath as-")
"""Arabic articles as they are joined to a name by a hyphen."""

NAMES_WITH_AND = {
    ("tome", "principe"), ("tomé", "príncipe"), ("bosnia", "herzegovina"), ("trinidad", "tobago"), ("antigua", "barbuda"), ("turks", "caicos"),
    ("kitts", "nevis"), ("newfoundland", "labrador"), ("jammu", "kashmir"), ("tyne", "wear"), ("andaman", "nicobar"), ("pierre", "miquelon"),
    ("wallis", "futuna"), ("chuuk", "pohnpei"), ("vincent", "the"), ("sistan", "baluchestan"), ("dumfries", "galloway"), ("perth", "kinross"),
}  # fmt: skip
"""Words before and after the "and" of names that hold one."""

NOT_NAMES = frozenset(
    ("white house", "space station", "international space station", "m.d.", "ph.d.", "super bowl", "red cross", "main street")
)
"""What looks like the name of a place and is none for a map."""

NOT_PLACES = (
    CALENDAR
    | FEASTS
    | word_set(
        """a about above academy accord across act after again against age ago aid air all allah almost along already also although always am amid among an
        and angel another answer any anyone anything apart are army art as ask at aunt author autumn away baby back bad ball band
        bank bar base battle bay be bear beautiful because been before begin behind being believe below best better between beyond big bill bird
        black bless blue board body book both boy bridge bright bring brother brown bus business but buy by call can cancer capital captain car
        card care case cash cat center central chance change charge chief child children choice christian church city class clean clear
        close club cold college come common community company complete congress consider continue cook cool corn council count country county court
        cross crown cup current dad daily dark data date daughter day days dead deal dear death deep democracy department deputy did
        different do does dog done door down dream drive drop during each early earth east eastern easy education eight either eleven else
        end energy enough entry especially eternal even evening ever every everybody everyone everything evil example except experts exit eye face
        facebook fact fair faith fall family far farm fast father federal few field fifteen fifth fifty final finally find fine fire
        first fish five flag flower follow food foot football for force ford forest former forty forward four fourth free freedom fresh
        friend friends from full fun future game games garden gas gave general get girl give given glad global go god goes gold golden good google
        got government grace grand great green grey ground group grow guard guest gulf gun had half hall hand happy hard has have he head health hear
        heart heavy hell hello help hence her here hero hers high hill him his history hit hold holiday holy home honest hope horse hospital hot hotel
        hour house how however human hundred i ice if immediate important in inc include indeed independence independent inside instead internet into is island
        it its itself job join joint judge junior just justice keep key kid kids kind king know labor labour lady lake land
        large last late later latest law lead leader league learn least leave left legal less let letter liberal liberty library life light like line
        lion list little live local long look lord lost lot love low luck mad made magazine mail main major make male man manager many mark
        market marriage mars mass master match maybe me mean meanwhile media medical meet member memorial men mercy mercury metro middle might mile
        military milk million mine minister minor miss mobile model modern mom moment money month moon more moreover morning most mother mount
        mountain mouth move movie mr mrs ms much museum music must my name nation national native natural nature navy near need neither net never
        new news next nice night nine no nobody none nor normal north northern not note nothing now number obama of off offer office
        officer officials often oh oil okay old on once one only open opposition or orange orchard order original other others otherwise our out outside
        over own page paper parents park part party past path patrol pay peace people perhaps person photo pine place plan plant play please plus point
        police polish poor pope popular port position post power pray prayer present president press price pride prime prince princess private prize
        problem professor progress project property protestant public pure put queen question quick quiet race radio rain rather read reader reading real really
        red region register related relief religion remember report republic republican rescue research residents rest return rev rice rich ride
        right river road rock role room rose royal rule run sacred safe said sailor saint sale same sand santa save saw say says school science
        sea search season second secret section security see seek seems senate senior sent serious service set seven several shall she ship shop
        short should show side sign silver similar simple since singer single sister six small smart so social some somebody someone something
        sometimes son song soon sorry sound source south southern space special speed spirit spokesman sport sports spring square staff stage stand star
        start state states station stay still stone stop store storm story street strong student students study such summer sunrise super support
        sure surprise survey system table take talk tax team tell temple ten test than thank thanks that the their them then there therefore these they
        thing things think third thirty this those though thought thousand three through thus tiger time times title to today together
        tomorrow tonight too top total tour toward town trade tree trust truth try turn twelve twenty twitter two under union united
        university unless until up upon us use usually valley van very via victim victims victory video village vision visit vote wait walk wall
        want war was watch water way we weather web week welcome well were west western what when where whether which while white who
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
)
"""Words that are no place's name where they stand alone, however many hamlets are called so."""
