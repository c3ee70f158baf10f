"""The same sort of news in many languages, with names of places, units and acronyms that English news has too."""

from __future__ import annotations

SENTENCES = {
    "fr": "La coalition a déclaré mardi que des avions de l'US Air Force avaient frappé un convoi à moins de 30 km d'Al Tanf.",
    "es": "La coalición dijo el martes que aviones de la US Air Force atacaron un convoy a menos de 30 km de Al Tanf.",
    "de": "Die Koalition teilte am Dienstag mit, dass Flugzeuge der US Air Force einen Konvoi 30 km vor Al Tanf getroffen haben.",
    "it": "La coalizione ha detto martedì che gli aerei della US Air Force hanno colpito un convoglio a meno di 30 km da Al Tanf.",
    "pt": "A coligação disse na terça-feira que aviões da US Air Force atingiram um comboio a menos de 30 km de Al Tanf.",
    "nl": "De coalitie zei dinsdag dat vliegtuigen van de US Air Force een konvooi hebben geraakt op 30 km van Al Tanf.",
    "pl": "Koalicja podała we wtorek, że samoloty US Air Force uderzyły w konwój w odległości 30 km od Al Tanf.",
    "tr": "Koalisyon salı günü US Air Force uçaklarının Al Tanf'a 30 km uzaklıkta bir konvoyu vurduğunu açıkladı.",
    "id": "Koalisi mengatakan pada hari Selasa bahwa pesawat US Air Force menyerang sebuah konvoi yang berjarak 30 km dari Al Tanf.",
    "sw": "Muungano huo ulisema siku ya Jumanne kwamba ndege za US Air Force zilishambulia msafara uliokuwa umbali wa km 30 kutoka Al Tanf.",
    "ru": "Коалиция заявила во вторник, что самолёты ВВС США (US Air Force) нанесли удар по колонне в 30 км от Ат-Танфа.",
    "uk": "Коаліція заявила у вівторок, що літаки ВПС США (US Air Force) завдали удару по колоні за 30 км від Ат-Танфа.",
    "ar": "قال التحالف يوم الثلاثاء إن طائرات تابعة للقوات الجوية الأمريكية (US Air Force) قصفت قافلة على بعد 30 كيلومترا من التنف.",
    "fa": "ائتلاف روز سه‌شنبه گفت که هواپیماهای نیروی هوایی آمریکا (US Air Force) کاروانی را در ۳۰ کیلومتری التنف هدف قرار دادند.",
    "he": 'הקואליציה הודיעה ביום שלישי כי מטוסי חיל האוויר האמריקאי (US Air Force) תקפו שיירה במרחק 30 ק"מ מאל-תנף.',
    "zh": "联军星期二表示，美国空军（US Air Force）的飞机在距坦夫不到30公里处袭击了一支车队。",
    "ja": "有志連合は火曜日、米空軍(US Air Force)の航空機がタンフから30キロ以内で車列を攻撃したと発表した。",
    "ko": "연합군은 화요일 미 공군(US Air Force) 항공기가 알탄프에서 30km 이내에 있던 차량 행렬을 공격했다고 밝혔다.",
    "hi": "गठबंधन ने मंगलवार को कहा कि अमेरिकी वायु सेना (US Air Force) के विमानों ने अल तनफ़ से 30 किमी दूर एक काफ़िले पर हमला किया।",
    "el": "Ο συνασπισμός ανακοίνωσε την Τρίτη ότι αεροσκάφη της US Air Force έπληξαν μια αυτοκινητοπομπή 30 χλμ. από το Αλ Τανφ.",
    "sv": "Koalitionen uppgav på tisdagen att flygplan från US Air Force hade träffat en konvoj mindre än 30 km från Al Tanf.",
    "da": "Koalitionen oplyste tirsdag, at fly fra US Air Force havde ramt en konvoj mindre end 30 km fra Al Tanf.",
    "fi": "Liittouma kertoi tiistaina, että US Air Forcen koneet olivat iskeneet saattueeseen alle 30 km:n päässä Al Tanfista.",
    "cs": "Koalice v úterý oznámila, že letadla US Air Force zasáhla konvoj, který byl méně než 30 km od Al Tanfu.",
    "hu": "A koalíció kedden közölte, hogy az US Air Force gépei csapást mértek egy konvojra, amely 30 km-re volt Al Tanftól.",
    "ro": "Coaliția a anunțat marți că avioane ale US Air Force au lovit un convoi aflat la mai puțin de 30 km de Al Tanf.",
    "vi": "Liên quân cho biết hôm thứ Ba rằng máy bay của US Air Force đã tấn công một đoàn xe cách Al Tanf chưa đầy 30 km.",
    "ms": "Pakatan itu berkata pada hari Selasa bahawa pesawat US Air Force telah menyerang sebuah konvoi yang terletak 30 km dari Al Tanf.",
    "tl": "Sinabi ng koalisyon noong Martes na tinamaan ng mga eroplano ng US Air Force ang isang konboy na 30 km ang layo sa Al Tanf.",
    "so": "Isbahaysiga ayaa sheegay Talaadadii in diyaaradaha US Air Force ay duqeeyeen kolonyo ku sugnaa meel 30 km u jirta Al Tanf.",
    "ha": "Kawancen ya ce a ranar Talata jiragen US Air Force sun kai hari kan wani ayari da ke da nisan km 30 daga Al Tanf.",
    "ca": "La coalició va dir dimarts que avions de la US Air Force havien atacat un comboi a menys de 30 km d'Al Tanf.",
    "hr": "Koalicija je u utorak objavila da su zrakoplovi US Air Force pogodili konvoj koji je bio 30 km od Al Tanfa.",
    "bg": "Коалицията съобщи във вторник, че самолети на US Air Force са ударили конвой на 30 км от Ат Танф.",
    "sr": "Коалиција је у уторак саопштила да су авиони US Air Force погодили конвој који је био 30 км од Ет Танфа.",
    "th": "กลุ่มพันธมิตรแถลงเมื่อวันอังคารว่า เครื่องบินของ US Air Force โจมตีขบวนรถที่อยู่ห่างจากอัลทันฟ์ 30 กม.",
    "ur": "اتحاد نے منگل کو کہا کہ امریکی فضائیہ (US Air Force) کے طیاروں نے التنف سے 30 کلومیٹر دور ایک قافلے کو نشانہ بنایا۔",
    "ka": "კოალიციამ სამშაბათს განაცხადა, რომ US Air Force-ის თვითმფრინავებმა ატ-ტანფიდან 30 კმ-ში კოლონას დაარტყეს.",
    "am": "ጥምረቱ ማክሰኞ ዕለት የ US Air Force አውሮፕላኖች ከአል ታንፍ 30 ኪ.ሜ ርቀት ላይ የነበረን አጀብ መምታታቸውን አስታወቀ።",
    "bn": "জোট মঙ্গলবার বলেছে যে US Air Force এর বিমান আল তানফ থেকে ৩০ কিমি দূরে একটি বহরে হামলা চালিয়েছে।",
}
"""One sentence in each language, by its code."""

PARAGRAPHS = {
    "fr": """Deux soldats de la FINUL (UNIFIL) ont été blessés mercredi près de Naqoura, dans le sud du Liban, a annoncé l'ONU à New York.
Selon un porte-parole, le véhicule se trouvait à environ 5 km au nord-est de la ville quand une bombe a explosé. L'armée a fermé la route
entre Tyre et Marjayoun. « Nous ne savons pas encore qui a tiré », a-t-il dit à Reuters. Des habitants de Washington Street, à Fort Worth,
Texas, ont raconté la même chose à la BBC. C'est la troisième attaque de ce genre depuis le mois de mai.""",
    "es": """Dos soldados de la UNIFIL resultaron heridos el miércoles cerca de Naqoura, en el sur del Líbano, informó la ONU en New York.
Según un portavoz, el vehículo se encontraba a unos 5 km al noreste de la ciudad cuando estalló una bomba. El ejército cerró la carretera
entre Tyre y Marjayoun. «Todavía no sabemos quién disparó», dijo a Reuters. Vecinos de Washington Street, en Fort Worth, Texas, contaron
lo mismo a la BBC. Es el tercer ataque de este tipo desde mayo.""",
    "de": """Zwei Soldaten der UNIFIL sind am Mittwoch in der Nähe von Naqoura im Süden des Libanon verletzt worden, wie die UNO in New York
mitteilte. Nach Angaben eines Sprechers befand sich das Fahrzeug etwa 5 km nordöstlich der Stadt, als eine Bombe explodierte. Die Armee sperrte
die Straße zwischen Tyre und Marjayoun. „Wir wissen noch nicht, wer geschossen hat“, sagte er der Agentur Reuters. Anwohner der Washington
Street in Fort Worth, Texas, erzählten der BBC dasselbe. Es ist der dritte Angriff dieser Art seit Mai.""",
    "it": """Due soldati dell'UNIFIL sono rimasti feriti mercoledì vicino a Naqoura, nel sud del Libano, ha annunciato l'ONU a New York.
Secondo un portavoce, il veicolo si trovava a circa 5 km a nord-est della città quando è esplosa una bomba. L'esercito ha chiuso la strada tra
Tyre e Marjayoun. «Non sappiamo ancora chi abbia sparato», ha detto alla Reuters. Alcuni abitanti di Washington Street, a Fort Worth, Texas,
hanno raccontato la stessa cosa alla BBC. È il terzo attacco di questo tipo da maggio.""",
    "pt": """Dois soldados da UNIFIL ficaram feridos na quarta-feira perto de Naqoura, no sul do Líbano, anunciou a ONU em New York.
Segundo um porta-voz, o veículo estava a cerca de 5 km a nordeste da cidade quando uma bomba explodiu. O exército fechou a estrada entre
Tyre e Marjayoun. “Ainda não sabemos quem disparou”, disse à Reuters. Moradores da Washington Street, em Fort Worth, Texas, contaram o mesmo
à BBC. É o terceiro ataque deste tipo desde maio.""",
    "nl": """Twee soldaten van UNIFIL zijn woensdag gewond geraakt bij Naqoura, in het zuiden van Libanon, meldde de VN in New York.
Volgens een woordvoerder bevond het voertuig zich ongeveer 5 km ten noordoosten van de stad toen er een bom ontplofte. Het leger sloot de weg
tussen Tyre en Marjayoun af. “We weten nog niet wie er geschoten heeft”, zei hij tegen Reuters. Bewoners van Washington Street in Fort Worth,
Texas, vertelden hetzelfde aan de BBC. Het is de derde aanval van deze soort sinds mei.""",
    "pl": """Dwóch żołnierzy UNIFIL zostało rannych w środę w pobliżu Naqoury na południu Libanu, poinformowała ONZ w New York.
Według rzecznika pojazd znajdował się około 5 km na północny wschód od miasta, kiedy wybuchła bomba. Wojsko zamknęło drogę między Tyre
a Marjayoun. „Nie wiemy jeszcze, kto strzelał” – powiedział agencji Reuters. Mieszkańcy Washington Street w Fort Worth w Teksasie
opowiedzieli BBC to samo. To trzeci taki atak od maja.""",
    "tr": """Birleşmiş Milletler'in New York'ta yaptığı açıklamaya göre iki UNIFIL askeri çarşamba günü Lübnan'ın güneyindeki Naqoura
yakınlarında yaralandı. Bir sözcü, bomba patladığında aracın kentin yaklaşık 5 km kuzeydoğusunda olduğunu söyledi. Ordu, Tyre ile Marjayoun
arasındaki yolu kapattı. Sözcü Reuters'a “Kimin ateş ettiğini henüz bilmiyoruz” dedi. Fort Worth, Texas'taki Washington Street sakinleri de
BBC'ye aynı şeyi anlattı. Bu, mayıs ayından bu yana bu türden üçüncü saldırı oldu.""",
    "id": """Dua tentara UNIFIL terluka pada hari Rabu di dekat Naqoura, di Lebanon selatan, kata PBB di New York. Menurut seorang juru bicara,
kendaraan itu berada sekitar 5 km di sebelah timur laut kota ketika sebuah bom meledak. Tentara menutup jalan antara Tyre dan Marjayoun.
“Kami belum tahu siapa yang menembak,” katanya kepada Reuters. Warga Washington Street di Fort Worth, Texas, menceritakan hal yang sama
kepada BBC. Ini adalah serangan ketiga seperti ini sejak bulan Mei.""",
    "sw": """Wanajeshi wawili wa UNIFIL walijeruhiwa siku ya Jumatano karibu na Naqoura, kusini mwa Lebanon, Umoja wa Mataifa ulitangaza mjini
New York. Kwa mujibu wa msemaji, gari hilo lilikuwa umbali wa kilomita 5 kaskazini mashariki mwa mji wakati bomu lilipolipuka. Jeshi lilifunga
barabara kati ya Tyre na Marjayoun. “Bado hatujui ni nani aliyefyatua risasi,” aliiambia Reuters. Wakazi wa Washington Street huko Fort Worth,
Texas, waliiambia BBC jambo hilo hilo. Hili ni shambulio la tatu la aina hii tangu mwezi wa Mei.""",
    "ru": """Двое военнослужащих UNIFIL были ранены в среду близ Накуры на юге Ливана, сообщила ООН в New York. По словам представителя,
машина находилась примерно в 5 км к северо-востоку от города, когда взорвалась бомба. Армия перекрыла дорогу между Tyre и Marjayoun.
«Мы ещё не знаем, кто стрелял», — сказал он агентству Reuters. Жители Washington Street в Fort Worth, Texas, рассказали BBC то же самое.
Это третье подобное нападение с мая.""",
    "uk": """Двоє військовослужбовців UNIFIL були поранені в середу поблизу Накури на півдні Лівану, повідомила ООН у New York. За словами
речника, машина перебувала приблизно за 5 км на північний схід від міста, коли вибухнула бомба. Армія перекрила дорогу між Tyre та Marjayoun.
«Ми ще не знаємо, хто стріляв», — сказав він агентству Reuters. Мешканці Washington Street у Fort Worth, Texas, розповіли BBC те саме.
Це третій такий напад із травня.""",
    "ar": """أصيب جنديان من قوة UNIFIL يوم الأربعاء قرب الناقورة في جنوب لبنان، حسبما أعلنت الأمم المتحدة في New York. وقال متحدث إن المركبة
كانت على بعد نحو 5 كيلومترات شمال شرقي المدينة عندما انفجرت قنبلة. وأغلق الجيش الطريق بين Tyre و Marjayoun. وأضاف لوكالة Reuters: «لا نعرف بعد
من أطلق النار». وروى سكان Washington Street في Fort Worth بولاية Texas الأمر نفسه لقناة BBC. وهذا ثالث هجوم من نوعه منذ شهر مايو.""",
    "fa": """دو سرباز UNIFIL روز چهارشنبه در نزدیکی ناقوره در جنوب لبنان زخمی شدند، سازمان ملل در New York اعلام کرد. به گفته یک سخنگو، خودرو
حدود ۵ کیلومتری شمال شرقی شهر بود که بمبی منفجر شد. ارتش جاده بین Tyre و Marjayoun را بست. او به Reuters گفت: «هنوز نمی‌دانیم چه کسی شلیک کرده
است». ساکنان Washington Street در Fort Worth در Texas نیز همین را به BBC گفتند. این سومین حمله از این نوع از ماه مه است.""",
    "he": """שני חיילי UNIFIL נפצעו ביום רביעי סמוך לנאקורה שבדרום לבנון, כך מסר האו"ם ב-New York. לדברי הדובר, הרכב היה כ-5 ק"מ צפונית-מזרחית
לעיר כאשר התפוצצה פצצה. הצבא סגר את הכביש בין Tyre ל-Marjayoun. "אנחנו עדיין לא יודעים מי ירה", אמר לסוכנות Reuters. תושבי Washington Street
שב-Fort Worth, Texas, סיפרו את אותו הדבר ל-BBC. זו ההתקפה השלישית מסוג זה מאז מאי.""",
    "zh": """联合国在New York宣布，两名UNIFIL士兵星期三在黎巴嫩南部的纳库拉附近受伤。一位发言人说，炸弹爆炸时，车辆位于该市东北约5公里处。
军队封锁了Tyre和Marjayoun之间的道路。他对Reuters说：“我们还不知道是谁开的枪。”Texas州Fort Worth的Washington Street的居民也向BBC讲述了同样的事情。
这是自五月以来的第三次此类袭击。""",
    "ja": """国連はNew Yorkで、UNIFILの兵士2人が水曜日、レバノン南部のナクーラ近郊で負傷したと発表した。報道官によると、爆弾が爆発したとき、
車両は市の北東約5キロの地点にいた。軍はTyreとMarjayounの間の道路を封鎖した。「誰が撃ったのかはまだ分からない」と報道官はReutersに語った。
TexasのFort WorthにあるWashington Streetの住民もBBCに同じことを話した。この種の攻撃は5月以来3度目である。""",
    "ko": """유엔은 New York에서 UNIFIL 병사 두 명이 수요일 레바논 남부 나쿠라 인근에서 부상을 입었다고 발표했다. 대변인에 따르면 폭탄이 터졌을 때
차량은 도시에서 북동쪽으로 약 5km 떨어진 곳에 있었다. 군은 Tyre와 Marjayoun 사이의 도로를 폐쇄했다. 그는 Reuters에 "누가 쐈는지 아직 모른다"고
말했다. Texas 주 Fort Worth의 Washington Street 주민들도 BBC에 같은 이야기를 했다. 이번 공격은 5월 이후 세 번째다.""",
    "hi": """संयुक्त राष्ट्र ने New York में बताया कि UNIFIL के दो सैनिक बुधवार को दक्षिणी लेबनान में नक़ूरा के पास घायल हो गए। एक प्रवक्ता के
अनुसार जब बम फटा तब वाहन शहर से लगभग 5 किमी उत्तर-पूर्व में था। सेना ने Tyre और Marjayoun के बीच की सड़क बंद कर दी। उन्होंने Reuters से कहा,
“हमें अभी नहीं पता कि गोली किसने चलाई।” Texas के Fort Worth में Washington Street के निवासियों ने BBC को यही बात बताई। मई के बाद यह ऐसा तीसरा हमला है।""",
    "el": """Δύο στρατιώτες της UNIFIL τραυματίστηκαν την Τετάρτη κοντά στη Νακούρα, στον νότιο Λίβανο, ανακοίνωσε ο ΟΗΕ στη New York. Σύμφωνα με
εκπρόσωπο, το όχημα βρισκόταν περίπου 5 χλμ. βορειοανατολικά της πόλης όταν εξερράγη μια βόμβα. Ο στρατός έκλεισε τον δρόμο μεταξύ Tyre και
Marjayoun. «Δεν ξέρουμε ακόμη ποιος πυροβόλησε», είπε στο Reuters. Κάτοικοι της Washington Street στο Fort Worth, Texas, είπαν το ίδιο στο BBC.
Είναι η τρίτη επίθεση αυτού του είδους από τον Μάιο.""",
}
"""A paragraph in each of twenty languages."""
