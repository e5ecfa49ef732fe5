import type { Word } from "#lib/anonymity/tokens";

// The Dutch that tells a name from a word: who may stand before a name, and what a person does after it.

/** Kinds of people, by what can be said instead of their name. */
export const roles = {
  teacher: setOf("juf juffrouw juffie meester leerkracht leraar lerares docent docente mentor gymjuf gymmeester kleuterjuf stagejuf invaljuf inval-juf muziekmeester meesters juffen juffies stagiair stagiaire onderwijsassistent klassenassistent invaller gymdocent gymleraar"),
  kin: setOf(
    "moeder vader mama mamma papa pappa mam pap ma oma opa omi opi tante oom broer broertje zus zusje broers zussen zusjes broertjes nicht nichtje neef neefje zoon zoontje dochter dochtertje stiefvader stiefmoeder stiefbroer stiefzus pleegmoeder pleegvader pleegouder pleegzoon pleegdochter tweelingbroer tweelingzus tweelingbroertje tweelingzusje halfbroer halfbroertje halfzus halfzusje bonusvader bonusmoeder kleinzoon kleindochter baby ouders ouder ma pa mams paps oome ome mem heit pake beppe abla abi anne baba nani nana aji nene babaanne anneanne teyze amca hala dayi khala stiefpa stiefma stiefpapa stiefmama pleegpa pleegma bonuspa bonusma schoonpa schoonma pleegouders pleegmoeder adoptieouders adoptiemoeder adoptievader grootouders stiefouders bonusouders tantes neven nichten neefjes nichtjes oma's opa's mamma's tweelingzusje overgrootmoeder overgrootvader schoonmoeder schoonvader grootmoeder grootvader kind kindje jongste oudste middelste ex partner",
  ),
  title: setOf("mevrouw mevr mw mvr meneer mijnheer mnr dhr heer hr fam familie gezin tweeling gebroeders dokter dr drs mr broeder zuster"),
  other: setOf(
    "vriend vriendin vriendje vriendinnetje vriendjes vriendinnen buurman buurvrouw buurjongen buurmeisje klasgenoot klasgenootje klasgenootjes klasgenoten leerling jongen meisje student coach cjg-coach logopedist logopediste fysiotherapeut psycholoog orthopedagoog oppas oppasmoeder gastouder begeleider begeleidster ib'er directeur directrice collega trainer schoolarts jeugdarts huisarts wijkagent verpleegkundige jeugdverpleegkundige gezinsvoogd voogd leerplichtambtenaar onderwijsconsulent therapeut behandelaar kleuter peuter puber kindje jongetje jongens meiden lln ll lk lkr leerl pupil kameraad maatje maat vriendinnetjes penvriendin klant client cliënt patient mantelzorger pleegzorgbegeleider jeugdvpk jeugdverpleegk wijkverpleegkundige kinderarts tandarts rector conrector teamleider directie conciërge concierge administratie notulist secretaresse trainer coach taxichauffeur chauffeur agent politieagent rechercheur advocaat rechter dir directrice peettante peetoom auntie ajie aji ajee kids pleegmama pleegpapa imam dominee ds pastor pastoor zr zuster broeder schoolleider adjunct zorgcoordinator zorgcoördinator afdelingsleider leerlingbegeleider leerlingbegeleidster studieloopbaanbegeleider decaan onderwijsassistente orthopedagoge gedragswetenschapper ambulant-begeleider jeugdbeschermer jeugdbeschermster jeugdconsulent bewindvoerder tolk kinderpsycholoog kinderpsychiater psychiater ergotherapeut ergotherapeute speltherapeut cesartherapeut smw-er wijkcoach pleegzus pleegbroer pleegbroertje pleegzusje oppasoma oppasopa buurmeisjes buurvrouwtje lio stagiaires klasgenote teamgenoot teamgenootje zusjes ploeggenoot overbuurman overbuurvrouw achterbuurvrouw huisgenoot pan pani ciocia tata si abu umm lpa lp ib vt-medewerker medewerker medewerkster consulent consulente contactpersoon vertrouwenspersoon casemanager gezinscoach ggz-coach jongerenwerker jongerenwerkster schoolmaatschappelijk smw'er bso-juf leidster groepsleidster overblijfmoeder overblijfjuf luizenmoeder handpop hoofdleerling zoco zorgco lvs-er voorzitter penningmeester",
  ),
};

const ROLES = ["teacher", "kin", "title", "other"] as const;

/** Words that often follow a role word and are no name, though one of the lists may hold them. */
export const neverAfterRole = setOf(
  "wil zorg arts klaar can may will dan son van lot harm leen lees les lief lieve long happy lang bang boos is heeft had en of die dat zegt vindt geeft van met in op aan bij uit voor door over naar om te als maar want ook nog wel niet al erg zelf samen alleen thuis werkt woont komt gaat kan mag moet zou was werd ziet meldt belt vraagt denkt merkt hoort maakt doet houdt neemt krijgt laat blijft weet voelt staat zit ligt loopt leest schrijft helpt probeert reageert sprak zei vond gaf kwam ging zag hield bleef wilde kon moest mocht had hadden waren zijn hebben willen kunnen gaan komen vinden geven zeggen maken weten moeten mogen zullen hem haar hun ons mij me je jou jullie er hier daar nu toen vaak soms altijd nooit meer veel weinig geen een het de deze dit onze mijn zo heel zeer " +
    "kort goed slecht ziek weg terug mee toe af zich bijna net pas al even eens vandaag gisteren morgen sinds na tot per tijdens zonder tegen tussen onder boven naast achter bovenbouw onderbouw middenbouw wiens wie wat waar hoe waarom omdat zodat terwijl hoewel indien mits beiden beide alle allebei andere ander nieuwe oude eigen eerste tweede vorige volgende huidige vaste jonge oudere oudste jongste intern",
);

const BEFORE_NAMES = setOf(
  "om met van v voor aan tegen naast door over zonder achter dan als dat omdat toen wanneer want en of maar sinds terwijl doordat zodat hoewel tussen samen namens rond is kwam komt kwamen ging liep rende riep bleef stond zat werd kreeg wil kan gaat zit laat ziet vindt wordt was werd voelt speelt krijgt moet mag zou ook bij via volgens dankzij behalve inclusief zegt zei vraagt vroeg belt belde sprak spreek gesproken gebeld namelijk zag hoor gevraagd mist vertelt",
);
const ARTICLES = setOf(
  "de het een deze geen elke iedere ieder elk welke onze ons mijn mn jouw je zijn zn z'n haar hun uw 't t n zo'n twee drie vier vijf zes zeven veel meer alle sommige andere nieuwe oude vorige volgende eerste tweede enkele paar beide weinig wat soort",
);
/** Before these a place or an organisation stands more often than a person. */
export const placePrepositions = setOf("in op uit naar te vanuit per richting binnen buiten tijdens langs");
/** Persons that act themselves: what follows is no name. */
export const pronouns = setOf("ik jij je hij zij ze wij we jullie men u er die dit");
/** What a mail starts and ends with. */
export const talksToPerson = setOf("hoi moi hi hallo hey hee hi beste geachte dag dear goedemorgen goedemiddag goedenavond ha groet groeten groetjes grtjs grtz gr grt mvg vrgr liefs hoogachtend ciao dank dankjewel bedankt xx x collega lieve namens cc tav t.a.v attn");
/** What says that a name follows. */
export const announcers = setOf("heet heten heette genaamd noemt noemen voornaam achternaam naam roepnaam bijnaam naam: ene zekere kleine betreft betr");
/** Near these stands what is used, measured or followed, not who. */
export const productWords = setOf(
  "werkt werken gewerkt werk methode methodes methodiek training trainingen programma project app apps toets toetsen test tests stichting traject aanpak cursus systeem platform pakket boek boeken spel spelletje game games gebruiken gebruikt gebruik score scores scoort scoren afgenomen afname niveau merk website site software module interventie vragenlijst volgsysteem leerlingvolgsysteem licentie versie oefent oefenen geoefend speelt spelen gespeeld kijkt kijken serie film muziek organisatie bureau vereniging cluster protocol instrument scan workshop congres onderzoek label diagnose medicatie medicijn slikt gebruikte hulpmiddel hulpmiddelen inzet ingezet besteld bestellen materiaal materialen puffer aanval middel dosering zalf bouwt bouwen thema figuur held game-app apps filmpjes kaarten medicijnen syndroom ziekte gemeente regio wijk provincie taal spreekt talen vak les lessen digitaal inloggen account abonnement leest lezen",
);

/** Who has a name and is no person: the puppet of the class, its animals, a storm. */
export const noPeople = setOf("klassenknuffel handpop pop klassenpop hond schoolhond hondje puppy kat poes kater katje konijn konijntje cavia hamster geit pony paard knuffel knuffelbeer vis goudvis parkiet kip kippen schildpad muis robot personage figuur poppenkast beer draak orkaan storm");

/** "de kernkwadranten van Ofman", "de wet van Murphy": whoever thought that out is known to everybody. */
export function isThoughtOut(word: Word | undefined): boolean {
  return word !== undefined && /(?:model|theorie|piramide|kwadrant|kwadranten|cirkels|taxonomie|wet|schaal|schalen|syndroom|ziekte|gedicht|schilderij|concert|liedje|bouwstenen|sprookje|sprookjes|roman)$/.test(word.folded);
}

const NO_VERBS = setOf(
  "niet met het dat wat tot uit want soort eerst best laatst liefst meest minst docent kracht angst tekst nacht macht rust achteruit vooruit sint acht dit vast echt licht slecht zacht recht dicht kort groot goed buurt kant klant krant straat plaat maat raad test toetst assistent student achtst bent vijft ooit nooit altijd heb ben lot",
);

/** Whether a word can be what one person does: "slaapt", "is", "vond"; `listed` says that the dictionary has it as such. */
export function isVerb(folded: string, listed: boolean): boolean {
  return listed && !NO_VERBS.has(folded);
}

/** Whether a word announces a person or thing without saying which: after it, no name that is also a word. */
export function isArticle(folded: string): boolean {
  return ARTICLES.has(folded);
}

/** Whether a name may follow right after: "met", "dat", "van". */
export function mayPrecedeName(folded: string): boolean {
  return BEFORE_NAMES.has(folded);
}

type Role = keyof typeof roles;

const roleByWord = new Map(ROLES.toReversed().flatMap((role) => [...roles[role]].map((word) => [word, role] as const)));

/** What kind of person a word tells of, or null. */
export function roleOf(word: Word): Role | null {
  return roleOfWord(word.folded);
}

/** Last parts of words for people: overblijfmoeder, gastgezin, wijkverpleegkundige, zangjuf. */
const ROLE_ENDING = /^\p{L}{3,}-?(?:(?<teacher>juf|meester|leerkracht|docente?|stagiaire?|invaller)|(?<kin>moeder|vader|ouders?|broer|broertje|zus|zusje|oma|opa|zoon|dochter)|(?<title>gezin)|(?<other>buurvrouw|buurman|vriend|vriendin|leerling|verpleegkundige|consulente?|werker|werkster|begeleider|begeleidster|therapeute?|voogd|psycholoog|psychologe|pedagoog|pedagoge|ambtenaar|trainer|mentor|assistente?|medewerker|medewerkster|collega|makelaar|regisseur|adviseur|adviseuse|directeur|rechercheur|arts))$/u;

/** The same for a folded word. */
export function roleOfWord(folded: string): Role | null {
  const role = roleByWord.get(folded);
  if (role !== undefined || folded.length < SHORTEST_COMPOUND_ROLE) return role ?? null;
  const ending = ROLE_ENDING.exec(folded)?.groups;
  return ending === undefined ? null : (ROLES.find((each) => ending[each] !== undefined) ?? null);
}

const SHORTEST_COMPOUND_ROLE = 6;

/** What stands before a surname: van, van der, el, ter, 't. */
export const tussenvoegsels = setOf("van de der den ter ten te het 't vd vander vanden v d el al ait ben bin abu ibn von vom zu zur da das do dos di del della la le les op in 's aan onder uit bij voor abd");

/** Words that look like a name to some rule when written with a capital, as people do with roles and school words. */
export const commonCapitals = new Set(
  `over beide onder tussen tijdens volgens via zonder tegen sinds vanaf alleen samen eigen hier nooit altijd soms vaak misschien graag zowel omdat terwijl zodra hoewel indien welke iets niets niemand iemand elke ieder kamp rouw aangeven aanpak handreiking handleiding leidraad richtlijn kwaliteitskader opleiden jeugd- gezinsbeschermers karakter academie actie administratie adhd advies afspraak afspraken alles amsterdammer arts aso ass autisme basisschool begeleider begeleiding beleid beschermtafel bestuur bestuurder bovenbouw broer bso burgemeester casus casussen centrum cito cjg coach coordinator corona covid crisisdienst daar dan dat de deze die directeur directie dit docent doel dokter dus duits duitsland dyslexie een eerst en engels engeland er europa europees
  fase frans frankrijk gedrag gedragswetenschapper gemeente gezin ggd ggz groep groepen groepsleerkracht hallo heer het hij hoe huisarts hulp ib iedereen ik in intake intern interne inzet is jeugd jeugdarts jeugdhulp jeugdhulpverlening jeugdteam jeugdverpleegkundige jeugdwet jeugdzorg jgz jongen juf juffrouw kerndoelen kernteam kind kinderen klas kleuters kleuterbouw leerkracht leerkrachten leerling leerlingen leerplicht leerplichtambtenaar leraar lerares lezen logopedie logopedist
  maar mama mam marokkaans marokkaanse marokko meester meisje meldcode mevrouw middenbouw moeder mt nederland nederlands nederlandse niet nt2 oekraine oekraiens oekraiense oma onderbouw onderwijs onderwijsconsulent ontwikkelingsperspectief oom opa opp orthopedagoog ot ouder ouders overleg papa pap pauze peuters poh polen politie pools poolse praktijk praktijkondersteuner psycholoog pesten rekenen samenwerkingsverband school schoolarts schoolmaatschappelijk schoolmaatschappelijk schoolarts schoolmaatschappelijk
  schooltijd sociaal somalie spaans speciaal spelling syrie syrisch syrische taal tante team thuis toetsen tlv turks turkse turkije u vader veilig veiligheid verpleegkundige verzuim voogd vraag vrijeschool vriend wat we wij wijk wijkteam wie wpo zij zij zorg zorgcoordinator zorgteam zus zwemles zwemmen arabisch chinees china afghanistan eritrea eritrees somalisch tigrinya suriname surinaams belgie italiaans portugees roemenie bulgarije iran irak pakistan india indonesie curacao ghana nigeria nederlander
  pabo havo vwo vmbo mavo mbo hbo po vo so sbo vso pro ok oke nb ps tv pc iq eq nvt ivm mbt avg vn eu maatschappelijk werker werkster ambtenaar assistent onderwijsassistent ambulant ambulante stagiair stagiaire conrector rector mentor conciërge conciergerie concierge schoolleider teamleider adjunct wijkagent agent gezinscoach gezinsvoogd jeugdbeschermer jeugdconsulent islam moslim christen joods lente zomer herfst winter`.split(/\s+/),
);

const MONTHS = setOf("januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt nov dec may june");

/** Whether a word is a month: Jan, Mei and April are names as well. */
export function isMonthName(folded: string): boolean {
  return MONTHS.has(folded);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
