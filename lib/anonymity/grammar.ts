// The Dutch that tells a name from a word: who may stand before a name, and what a person does after it.

/** Kinds of people, by what can be said instead of their name. */
export const roles = {
  teacher: setOf("juf juffrouw juffie meester leerkracht leraar lerares docent docente mentor stagiair stagiaire onderwijsassistent klassenassistent invaller gymdocent gymleraar"),
  kin: setOf(
    "moeder vader mama mamma papa pappa mam pap ma oma opa omi opi tante oom broer broertje zus zusje broers zussen zusjes broertjes nicht nichtje neef neefje zoon zoontje dochter dochtertje stiefvader stiefmoeder stiefbroer stiefzus pleegmoeder pleegvader pleegouder pleegzoon pleegdochter tweelingbroer tweelingzus tweelingbroertje tweelingzusje halfbroer halfbroertje halfzus halfzusje bonusvader bonusmoeder kleinzoon kleindochter baby ouders ouder",
  ),
  title: setOf("mevrouw mevr mw mvr meneer mijnheer mnr dhr heer fam familie gezin dokter dr drs mr broeder zuster"),
  other: setOf(
    "vriend vriendin vriendje vriendinnetje vriendjes vriendinnen buurman buurvrouw buurjongen buurmeisje klasgenoot klasgenootje klasgenootjes klasgenoten leerling jongen meisje student coach cjg-coach logopedist logopediste fysiotherapeut psycholoog orthopedagoog oppas oppasmoeder gastouder begeleider begeleidster ib'er directeur directrice collega trainer schoolarts jeugdarts huisarts wijkagent verpleegkundige jeugdverpleegkundige gezinsvoogd voogd leerplichtambtenaar onderwijsconsulent therapeut behandelaar kleuter peuter puber",
  ),
  called: setOf("heet heten heette genaamd noemt noemen voornaam achternaam naam roepnaam bijnaam aangeduid"),
};

/** Words that often follow a role word and are no name, though one of the lists may hold them. */
export const neverAfterRole = setOf(
  "wil klaar can may will dan son van lot harm leen lees les lief lieve long happy lang bang boos is heeft had en of die dat zegt vindt geeft van met in op aan bij uit voor door over naar om te als maar want ook nog wel niet al erg zelf samen alleen thuis werkt woont komt gaat kan mag moet zou was werd ziet meldt belt vraagt denkt merkt hoort maakt doet houdt neemt krijgt laat blijft weet voelt staat zit ligt loopt leest schrijft helpt probeert reageert sprak zei vond gaf kwam ging zag hield bleef wilde kon moest mocht had hadden waren zijn hebben willen kunnen gaan komen vinden geven zeggen maken weten moeten mogen zullen hem haar hun ons mij me je jou jullie er hier daar nu toen vaak soms altijd nooit meer veel weinig geen een het de deze dit onze mijn zo heel zeer " +
    "kort goed slecht ziek weg terug mee toe af zich bijna net pas al even eens vandaag gisteren morgen sinds na tot per tijdens zonder tegen tussen onder boven naast achter bovenbouw onderbouw middenbouw wiens wie wat waar hoe waarom omdat zodat terwijl hoewel indien mits beiden beide alle allebei andere ander nieuwe oude eigen eerste tweede vorige volgende huidige vaste jonge oudere oudste jongste intern",
);

const PREPOSITIONS = setOf("om met van bij voor aan tegen naast door over naar zonder achter dan als dat omdat toen wanneer want en of maar sinds terwijl doordat zodat hoewel tussen samen namens rond heeft is wil kan gaat zit laat ziet vindt wordt was had voelt speelt krijgt heb moet mag zou ook");
const ARTICLES = setOf("de het een deze geen elke iedere ieder elk welke onze ons mijn jouw zijn haar hun uw 't n twee drie vier vijf veel meer alle sommige andere nieuwe oude vorige volgende eerste tweede");

const IRREGULAR_VERBS = setOf(
  "eet zit let zet is was wil kan kon zal zou mag mocht moest had heeft gaf kreeg ging kwam zag zei deed liep sliep at las schreef werd bleef hield vond sprak riep begon stond zat lag wist dacht bracht koos sloeg trok verloor vocht won zwom sloot schrok viel reed nam liet droeg hing keek klom kroop leek ontving verliet wilde huilde speelde leerde werkte maakte zich vraagde voelde woonde belde meldde reageerde vertelde rende gooide praatte luisterde toonde rekende probeerde durfde hoorde haalde gilde schreeuwde plaste doet gaat slaat staat ziet heb ben zijn haar",
);
const NO_VERBS = setOf("niet met het dat wat tot uit want soort eerst best laatst liefst meest minst docent kracht angst tekst nacht macht rust achteruit vooruit sint acht dit vast echt licht slecht zacht recht dicht kort groot goed buurt kant klant krant straat plaat maat raad test toetst assistent student achtst bent vijft ooit nooit altijd");

/** Whether a word can be what one person does: "slaapt", "is", "vond". */
export function isVerb(folded: string): boolean {
  return IRREGULAR_VERBS.has(folded) || (folded.length > 3 && folded.endsWith("t") && !NO_VERBS.has(folded));
}

/** Whether a word announces a person or thing without saying which: after it, no name that is also a word. */
export function isArticle(folded: string): boolean {
  return ARTICLES.has(folded);
}

/** Whether a name may follow right after: "met", "dat", "van". */
export function mayPrecedeName(folded: string): boolean {
  return PREPOSITIONS.has(folded);
}

/** What stands before a surname: van, van der, el, ter, 't. */
export const tussenvoegsels = setOf("van de der den ter ten te het 't vd vander vanden v d el al ait ben bin abu ibn von vom zu zur da das do dos di del della la le les op in 's aan onder uit bij voor abd");

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
