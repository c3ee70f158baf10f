"""People: titles, given names and nouns for inhabitants, in lower case.

Names ask which capitals are persons, and which nouns show that a place's name stands before them.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set

WITNESSES = word_set(
    """witness witnesses eyewitness eyewitnesses resident residents villager villagers local locals survivor survivors fisherman fishermen farmer farmers
    shepherd shepherds neighbour neighbours neighbor neighbors people inhabitants passer-by passers-by"""
)
"""Those whose seeing and hearing is an account: "residents heard a blast"."""

MEASURERS = word_set(
    """seismologist seismologists geologist geologists volcanologists geophysicist geophysicists meteorologist meteorologists scientist scientists
    institute survey observatory agency centre center network service bureau laboratory lab geophysics university monitors monitor analysts analyst
    investigators watchdog usgs ingv emsc tracker authority mission commission panel observers inspectors inquiry"""
)
"""Those whose measuring is an account: "the institute recorded a tremor"."""

KNOWING = word_set(
    """sorry glad sure certain aware satisfied convinced confident adamant relieved appalled outraged regretted regrets deplored lamented heard learned learnt ruled found apologised
    apologized"""
)
"""Words for what somebody knows or feels, before "that"."""

ROLES = word_set(
    """mr mrs ms dr president minister spokesman spokeswoman spokesperson official general colonel commander captain governor mayor king prince
    secretary director chief head officer lieutenant sheriff senator professor witness resident analyst ambassador chairman leader admiral major
    engineer adviser advisor lawyer prosecutor investigator pilot doctor fisherman farmer villager envoy premier chancellor"""
)
"""Nouns for one person in an office, a calling or a part."""

TITLES = word_set(
    """mr mrs ms miss dr prof professor sir lord lady dame president premier chancellor minister secretary senator sen rep representative
    governor gov mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt cpl corporal private officer
    deputy detective inspector chief sheriff reverend rev father sister brother pope bishop archbishop cardinal rabbi imam sheikh sheik king
    queen prince princess emperor duke coach director chairman chairwoman spokesman spokeswoman spokesperson attorney commissioner
    commander admiral adm ambassador envoy councilman councilwoman councilor councillor superintendent principal manager actor actress
    singer author editor analyst economist physician pastor trooper driver named called saint son daughter wife husband uncle aunt
    st.-sgt trustee treasurer candidate congressman congresswoman congressperson justice leader founder ceo cfo coordinator lawyer"""
)
"""Words before a person's name."""

PEOPLE = word_set(
    """man woman men women resident residents native natives police officials official firefighters firefighter council councillors councilor
    councilman mayor student students school schools teen teenager boy girl couple family families native business businesses officer officers
    authorities voters investigators lawmakers detectives community deputies suburb campus
    hospital court courthouse prosecutors lawyer attorney jury judge church club clubs fans store stores factory office offices headquarters
    metro area-based based born neighbourhood neighborhood neighborhoods downtown metropolitan""",
)
"""Common nouns after the name of a place where they live, work or stand: "a Berea man", "Newark officials"."""

GIVEN = word_set(
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

TELLERS = word_set(
    """officials official police army military navy coastguard ministry minister ministers president mayor governor sheriff report reports source
    sources spokesman spokeswoman witness witnesses residents activists monitors experts scientists authorities agency government un us usgs ukmto
    reuters afp ap bbc media watchdog monitor survivors lawyers prosecutors rescuers coroner expert scientist study pentagon kremlin coalition"""
)
"""Nouns for those whose words a headline tells with a colon; an armed group before one is as often its topic."""
