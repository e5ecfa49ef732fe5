import type { CountedKind } from "#lib/agreements/kinds";
import type { CaseSince, CaseTheme, LifeDomain } from "#prisma/generated/client";
import type { WorldCircle } from "#prisma/demo/circles";

type Stage = "LOWER" | "MIDDLE" | "UPPER" | "LOWER_SECONDARY" | "UPPER_SECONDARY";

/** Who takes on an agreement: a code of a function, or somebody of the school. */
export type AgreementOwner = "SCHOOL" | "YOUTH_COACH" | "YOUTH_NURSE" | "YOUTH_DOCTOR" | "ATTENDANCE_OFFICER" | "CONSULTANT";

/** What a core team of the demo world talked about, and what it agreed. About nobody. */
export type WorldCase = {
  stage: Stage;
  circle: WorldCircle;
  theme: CaseTheme;
  lifeDomains: readonly LifeDomain[];
  since: CaseSince;
  /** That the parents know, or why they do not yet. */
  parentsInformed: true | string;
  question: string;
  situation: string;
  goesWell: string;
  needed?: string;
  parents: { say: string } | { notAsked: string };
  pupil: { says: string } | { notAsked: string };
  /** Within how many days somebody does it. */
  agreements: readonly { kind?: CountedKind; text: string; owner: AgreementOwner; within: number }[];
};

/** Agreements that go with no case. */
export const teamAgreements: readonly { text: string; owner: AgreementOwner; within: number }[] = [
  { text: "De poster ‘Ons kernteam’ ophangen in de teamkamer.", owner: "SCHOOL", within: 21 },
  { text: "In de nieuwsbrief aan ouders uitleggen wie er in het kernteam zit.", owner: "SCHOOL", within: 28 },
  { text: "Een ochtend inloopspreekuur op school proberen en daarna samen terugkijken.", owner: "YOUTH_COACH", within: 42 },
  { text: "In de teamvergadering vertellen wanneer je verzuim meldt.", owner: "ATTENDANCE_OFFICER", within: 35 },
  { text: "Het overzicht van het ondersteuningsaanbod in de buurt rondsturen.", owner: "CONSULTANT", within: 14 },
];

/** The first two pages of a casus that is not shared yet. */
export const begunCase = {
  goesWell: "De leerling helpt jongere kinderen op het plein en vertelt graag over voetbal.",
  question: "Hoe helpen we een leerling die na elke wissel van les lang nodig heeft om te beginnen?",
};

export const primaryCases: readonly WorldCase[] = [
  {
    stage: "MIDDLE",
    circle: { goesWell: ["INCLUDED", "RESPECTED"], attention: ["HEALTHY", "RESPONSIBLE", "NURTURED"], lines: { INCLUDED: "Heeft een vaste vriend in de klas.", HEALTHY: "Is moe, vooral in de ochtend.", NURTURED: "Het is druk door de verhuizing." } },
    theme: "HEALTH",
    lifeDomains: ["SCHOOL", "HOME"],
    since: "LONGER",
    parentsInformed: true,
    needed: "Rust in de ochtend, en weten wat er thuis speelt.",
    question: "Hoe helpen we een leerling die steeds vaker te laat komt en moe is in de klas?",
    situation: "De leerling komt sinds dit voorjaar twee à drie keer per week te laat. In de ochtend lukt het werken slecht, in de middag gaat het beter. Thuis is het druk door een verhuizing.",
    goesWell: "De leerling heeft een vaste vriend in de klas, is behulpzaam en houdt van tekenen. Op gymdagen komt de leerling op tijd.",
    parents: { say: "De ouders zien de vermoeidheid ook. Ze willen meedenken en vinden de ochtenden lastig." },
    pupil: { notAsked: "Het gesprek met de leerling is gepland." },
    agreements: [
      { kind: "START_TALK", text: "Startgesprek op school voeren met de ouders over de ochtenden.", owner: "YOUTH_COACH", within: 21 },
      { text: "Met de leerling bespreken wat helpt om goed te beginnen.", owner: "SCHOOL", within: 14 },
    ],
  },
  {
    stage: "LOWER",
    circle: { goesWell: ["ACTIVE", "SAFE"], attention: ["INCLUDED", "ACHIEVING"], lines: { ACTIVE: "Bouwt lang en met plezier.", INCLUDED: "Speelt naast de anderen." } },
    theme: "LEARNING",
    lifeDomains: ["SCHOOL"],
    since: "FIRST_CONCERN",
    parentsInformed: true,
    needed: "Weten of het om taal, horen of wennen gaat.",
    question: "Wat kunnen we doen voor een kleuter die weinig praat en het spel van anderen uit de weg gaat?",
    situation: "De leerling spreekt in de klas een paar woorden per dag. Buiten speelt de leerling naast de anderen. De leerkracht weet niet of het om taal, wennen of iets anders gaat.",
    goesWell: "De leerling bouwt lang en geconcentreerd, lacht om voorlezen en volgt het ritme van de dag.",
    parents: { say: "Thuis praat de leerling wel. De ouders vragen zich af of de klas te groot is." },
    pupil: { notAsked: "De leerling is nog jong; de leerkracht kijkt naar het spel." },
    agreements: [
      { text: "Nagaan of het gehoor is onderzocht en dit met de ouders bespreken.", owner: "YOUTH_NURSE", within: 21 },
      { text: "Een ochtend meekijken in de klas.", owner: "CONSULTANT", within: 28 },
    ],
  },
  {
    stage: "UPPER",
    circle: { goesWell: ["INCLUDED", "RESPONSIBLE", "ACHIEVING"], attention: ["HEALTHY", "SAFE"], lines: { INCLUDED: "Legt graag uit aan anderen.", HEALTHY: "Heeft vaak buikpijn op dagen met een toets." } },
    theme: "ABSENCE",
    lifeDomains: ["SCHOOL", "HOME"],
    since: "LONGER",
    parentsInformed: true,
    question: "Hoe krijgt een leerling die zich vaak ziek meldt weer rust en plezier op school?",
    situation: "De leerling mist sinds de herfst bijna elke week een dag door buikpijn. De toetsen van dit schooljaar geven veel spanning, vooral bij rekenen.",
    goesWell: "De leerling is sociaal, heeft humor en kan goed uitleggen aan anderen. Bij projecten is er geen buikpijn.",
    parents: { say: "De ouders willen weten waar de pijn vandaan komt en zijn bij de huisarts geweest." },
    pupil: { says: "Ik ben bang dat ik het fout doe en dan gaat mijn buik draaien." },
    agreements: [
      { text: "De ouders en de leerling uitnodigen op het spreekuur.", owner: "YOUTH_DOCTOR", within: 21 },
      { kind: "SHARED_ADVICE", text: "Afspreken hoe de leerling bij rekenen kan beginnen met wat al lukt.", owner: "SCHOOL", within: 7 },
    ],
  },
  {
    stage: "MIDDLE",
    circle: { goesWell: ["ACTIVE"], attention: ["SAFE", "INCLUDED", "RESPECTED"], lines: { ACTIVE: "Een taak met de handen geeft rust.", SAFE: "Schrikt van drukte en wisselingen." } },
    theme: "BEHAVIOUR",
    lifeDomains: ["SCHOOL", "FRIENDS"],
    since: "LONGER",
    parentsInformed: true,
    needed: "Een vaste aanpak, en steun voor de leerkracht.",
    question: "Hoe houden we een leerling die snel boos wordt in de klas, en wat heeft de leerkracht daarbij nodig?",
    situation: "Bij wisselingen en drukte loopt het op. De leerling gooit dan met spullen en rent soms de klas uit. De groep wordt onrustig.",
    goesWell: "Een-op-een is de leerling lief en eerlijk. Een taak met de handen geeft rust. De leerling wil het zelf ook anders.",
    parents: { say: "De ouders herkennen het van thuis bij drukte. Zij gebruiken daar een rustige hoek." },
    pupil: { says: "Ik merk het pas als het al te laat is." },
    agreements: [
      { kind: "SHARED_ADVICE", text: "Met de leerkracht een plan maken voor de momenten dat het oploopt.", owner: "CONSULTANT", within: 14 },
      { text: "Met de ouders vergelijken wat thuis en op school werkt.", owner: "SCHOOL", within: 14 },
    ],
  },
  {
    stage: "UPPER",
    circle: { goesWell: ["ACHIEVING", "RESPONSIBLE"], attention: ["NURTURED", "RESPECTED"], lines: { RESPECTED: "Wil zelf kiezen met wie te praten." } },
    theme: "HOME",
    lifeDomains: ["HOME", "SCHOOL"],
    since: "FIRST_CONCERN",
    parentsInformed: true,
    question: "Welke hulp past bij een leerling van wie de ouders uit elkaar gaan?",
    situation: "De leerling is stiller dan vorig jaar en trekt zich terug bij groepswerk. De ouders vertellen verschillende dingen over wat er is afgesproken.",
    goesWell: "De leerling werkt trouw door, leest graag en zoekt de leerkracht op als het niet gaat.",
    parents: { say: "Beide ouders vinden het goed dat de school meedenkt en willen hetzelfde horen." },
    pupil: { says: "Ik wil niet dat iedereen het vraagt. Met één iemand praten is genoeg." },
    agreements: [
      { kind: "START_TALK", text: "De ouders samen uitnodigen en vertellen welke groepen er zijn voor kinderen van gescheiden ouders.", owner: "YOUTH_COACH", within: 21 },
      { kind: "TAILORED", text: "Met de leerling één vaste persoon op school kiezen.", owner: "SCHOOL", within: 7 },
    ],
  },
  {
    stage: "LOWER",
    circle: { goesWell: ["INCLUDED", "ACTIVE", "SAFE"], attention: ["HEALTHY"], lines: { INCLUDED: "Speelt met iedereen." } },
    theme: "HEALTH",
    lifeDomains: ["SCHOOL"],
    since: "LONGER",
    parentsInformed: true,
    needed: "Een plan zonder schaamte, op school en thuis hetzelfde.",
    question: "Hoe ondersteunen we een leerling die nog niet zindelijk is, zonder dat de leerling zich schaamt?",
    situation: "De leerling heeft een paar keer per week een ongelukje. De leerkracht verschoont, en dat kost tijd van de groep.",
    goesWell: "De leerling is vrolijk, speelt met iedereen en vertelt het zelf als er iets is.",
    parents: { say: "Thuis gaat het beter als er vaste momenten zijn. De ouders willen graag advies." },
    pupil: { notAsked: "De ouders bespreken het eerst thuis." },
    agreements: [{ text: "Met de ouders een plan met vaste momenten maken.", owner: "YOUTH_NURSE", within: 14 }],
  },
  {
    stage: "MIDDLE",
    circle: { goesWell: ["ACTIVE", "INCLUDED", "ACHIEVING"], attention: ["RESPECTED"], lines: { ACHIEVING: "Rekent vlot.", RESPECTED: "Kan nog niet alles zelf vertellen." } },
    theme: "TRANSITION",
    lifeDomains: ["SCHOOL", "NEIGHBOURHOOD"],
    since: "FIRST_CONCERN",
    parentsInformed: true,
    question: "Wat vraagt het van ons om een leerling die nieuw in Nederland is een goede start te geven?",
    situation: "De leerling verstaat steeds meer maar zegt weinig. Het is niet duidelijk hoeveel onderwijs er eerder is geweest.",
    goesWell: "De leerling rekent vlot, doet anderen goed na en wordt bij het buitenspelen gevraagd.",
    parents: { say: "De ouders willen weten hoe school hier werkt. Met een tolk gaat het gesprek goed." },
    pupil: { says: "Ik wil vriendjes. De taal is moeilijk." },
    agreements: [
      { text: "Uitzoeken welke taalondersteuning er in de gemeente is.", owner: "CONSULTANT", within: 21 },
      { text: "Een gesprek met een tolk voorbereiden.", owner: "SCHOOL", within: 14 },
    ],
  },
  {
    stage: "UPPER",
    circle: { goesWell: ["RESPONSIBLE", "ACHIEVING", "ACTIVE"], attention: ["HEALTHY", "RESPECTED"], lines: { HEALTHY: "Slaapt slecht voor een toets." } },
    theme: "PRESSURE",
    lifeDomains: ["SCHOOL", "HOME"],
    since: "FIRST_CONCERN",
    parentsInformed: true,
    needed: "Minder spanning rond toetsen.",
    question: "Hoe verkleinen we de druk bij een leerling die alles perfect wil doen?",
    situation: "De leerling werkt thuis uren aan schoolwerk en huilt bij een fout. Slapen lukt slecht voor een toets.",
    goesWell: "De leerling is nieuwsgierig, helpt graag en geniet van muziek maken met anderen.",
    parents: { say: "De ouders zeggen dat het van hen niet hoeft en weten niet meer hoe ze het moeten zeggen." },
    pupil: { says: "Als ik een fout maak, denk ik dat ik dom ben." },
    agreements: [
      { text: "Met de leerling en de ouders praten over wat genoeg is.", owner: "YOUTH_COACH", within: 21 },
      { kind: "TAILORED", text: "Het huiswerk een maand lang begrenzen en daarna terugkijken.", owner: "SCHOOL", within: 28 },
    ],
  },
  {
    stage: "MIDDLE",
    circle: { goesWell: ["NURTURED", "INCLUDED"], attention: ["ACHIEVING"], lines: { NURTURED: "Thuis wordt elke avond voorgelezen.", ACHIEVING: "Het lezen komt niet op gang." } },
    theme: "LEARNING",
    lifeDomains: ["SCHOOL"],
    since: "LONGER",
    parentsInformed: true,
    question: "Hoe komen we erachter waarom het lezen niet op gang komt?",
    situation: "De leerling oefent sinds vorig jaar extra en gaat weinig vooruit. De leerling begint lezen te vermijden.",
    goesWell: "De leerling vertelt mooi, onthoudt verhalen goed en is sterk in techniek.",
    parents: { say: "De ouders lezen elke avond voor. In de familie komt moeite met lezen vaker voor." },
    pupil: { says: "Letters dansen. Luisterboeken vind ik wel leuk." },
    agreements: [{ text: "Samen nagaan of de extra hulp lang genoeg is gegeven en wat de volgende stap is.", owner: "CONSULTANT", within: 21 }],
  },
  {
    stage: "LOWER",
    circle: { goesWell: ["INCLUDED", "ACTIVE"], attention: ["HEALTHY", "NURTURED", "SAFE"], lines: { INCLUDED: "Wordt door de klas geholpen." } },
    theme: "HOME",
    lifeDomains: ["HOME", "SCHOOL"],
    since: "LONGER",
    parentsInformed: "Het gesprek met de ouders is gepland.",
    needed: "Weten hoe het thuis gaat, en wat een gezin met weinig geld kan krijgen.",
    question: "Wat doen we met onze zorgen over een leerling die vaak zonder ontbijt en in dunne kleren komt?",
    situation: "De leerling is in de ochtend hongerig en in de winter te koud gekleed. Het gezin komt niet meer op ouderavonden.",
    goesWell: "De leerling is open, zingt graag en wordt door de klas gezien en geholpen.",
    parents: { notAsked: "De school spreekt de ouders eerst zelf, in rust, bij het halen." },
    pupil: { notAsked: "De ouders weten nog niet dat we meedenken; zij gaan eerst." },
    agreements: [
      { text: "Een rustig gesprek met de ouders voeren over wat zij nodig hebben.", owner: "SCHOOL", within: 7 },
      { text: "Uitzoeken welke regelingen er voor het gezin zijn.", owner: "YOUTH_COACH", within: 14 },
    ],
  },
  {
    stage: "UPPER",
    circle: { goesWell: ["ACTIVE", "NURTURED"], attention: ["SAFE", "INCLUDED", "RESPECTED"], lines: { ACTIVE: "Heeft een fijne sportclub." } },
    theme: "PEERS",
    lifeDomains: ["FRIENDS", "SCHOOL"],
    since: "LONGER",
    parentsInformed: true,
    needed: "Een veilige plek om het te vertellen.",
    question: "Hoe helpen we een leerling die online wordt gepest en er niet over wil praten?",
    situation: "In een groepsgesprek op de telefoon worden vervelende dingen gestuurd. Op school is weinig te zien, maar de leerling sluit zich af.",
    goesWell: "De leerling heeft buiten school een fijne sportclub en één goede vriend in de klas.",
    parents: { say: "De ouders willen dat het stopt, maar niet dat hun kind wordt aangewezen." },
    pupil: { says: "Als de meester het in de klas bespreekt, wordt het erger." },
    agreements: [
      { text: "Met de groep werken aan online omgaan met elkaar, zonder namen.", owner: "YOUTH_COACH", within: 28 },
      { text: "Elke week even vragen hoe het gaat, op een moment dat niemand het ziet.", owner: "SCHOOL", within: 21 },
    ],
  },
  {
    stage: "MIDDLE",
    circle: { goesWell: ["ACHIEVING"], attention: ["SAFE", "HEALTHY", "INCLUDED"], lines: { ACHIEVING: "Sterk in rekenen en puzzels.", SAFE: "Het geluid is te veel." } },
    theme: "ABSENCE",
    lifeDomains: ["SCHOOL", "HOME"],
    since: "STUCK",
    parentsInformed: true,
    needed: "Een dag die haalbaar is, met iemand die de leerling opvangt.",
    question: "Wat is er nodig om een leerling die steeds minder hele dagen komt op school te houden?",
    situation: "De leerling gaat sinds de voorjaarsvakantie vaak eerder naar huis. Het rooster is een paar keer aangepast en wordt steeds korter.",
    goesWell: "De eerste twee uur gaan goed. De leerling is sterk in rekenen en in puzzels.",
    parents: { say: "De ouders zien de overprikkeling en willen voorkomen dat hun kind thuis komt te zitten." },
    pupil: { says: "Het is zo veel geluid." },
    agreements: [
      { kind: "TAILORED", text: "Samen een opbouwplan maken met een datum om terug te kijken.", owner: "CONSULTANT", within: 14 },
      { text: "Met de ouders en de school bespreken wat er met het verzuim moet gebeuren.", owner: "ATTENDANCE_OFFICER", within: 14 },
    ],
  },
];

export const secondaryCases: readonly WorldCase[] = [
  {
    stage: "LOWER_SECONDARY",
    circle: { goesWell: ["ACTIVE", "RESPECTED"], attention: ["INCLUDED", "HEALTHY", "ACHIEVING"], lines: { ACTIVE: "Komt trouw naar de werkplaats." } },
    theme: "ABSENCE",
    lifeDomains: ["SCHOOL"],
    since: "STUCK",
    parentsInformed: true,
    needed: "Een begin met wat lukt.",
    question: "Hoe voorkomen we dat een leerling die veel lessen mist helemaal thuis komt te zitten?",
    situation: "De leerling mist vooral de eerste uren en de dagen met veel wisselingen. Het verzuim loopt sinds de herfst op.",
    goesWell: "De leerling komt trouw naar de praktijkvakken en heeft een goede band met de mentor.",
    parents: { say: "De ouders proberen van alles en voelen zich machteloos in de ochtend." },
    pupil: { says: "De gangen zijn het ergst. In de werkplaats gaat het wel." },
    agreements: [
      { text: "Een gesprek voeren met de leerling, de ouders en de mentor.", owner: "ATTENDANCE_OFFICER", within: 14 },
      { kind: "TAILORED", text: "Een rooster maken dat begint met wat lukt.", owner: "SCHOOL", within: 7 },
    ],
  },
  {
    stage: "UPPER_SECONDARY",
    circle: { goesWell: ["RESPONSIBLE", "INCLUDED"], attention: ["HEALTHY", "ACHIEVING", "NURTURED"], lines: { RESPONSIBLE: "Werkt met plezier in een winkel." } },
    theme: "WELLBEING",
    lifeDomains: ["SCHOOL", "FRIENDS", "HOME"],
    since: "LONGER",
    parentsInformed: true,
    question: "Welke steun past bij een leerling die somber is en afhaakt in het examenjaar?",
    situation: "De leerling levert weinig in en zegt weinig zin meer te hebben. De mentor maakt zich zorgen over het examen en over de leerling.",
    goesWell: "De leerling werkt met plezier in een winkel en houdt contact met een paar vrienden.",
    parents: { say: "De ouders willen dat er met hun kind wordt gepraat, niet alleen over cijfers." },
    pupil: { says: "Ik weet niet waar ik het voor doe." },
    agreements: [
      { text: "Kennismaken met de leerling op school.", owner: "YOUTH_COACH", within: 10 },
      { text: "De leerling uitnodigen voor een gesprek over slapen en somberheid.", owner: "YOUTH_NURSE", within: 21 },
    ],
  },
  {
    stage: "LOWER_SECONDARY",
    circle: { goesWell: ["ACHIEVING", "SAFE"], attention: ["INCLUDED", "ACTIVE"], lines: { INCLUDED: "Zit in de pauze alleen." } },
    theme: "PEERS",
    lifeDomains: ["SCHOOL", "FRIENDS"],
    since: "FIRST_CONCERN",
    parentsInformed: true,
    needed: "Iemand om de pauze mee door te komen.",
    question: "Hoe helpen we een leerling die in de brugklas geen aansluiting vindt?",
    situation: "De leerling zit in de pauze alleen en meldt zich vaker ziek op dagen met groepsopdrachten.",
    goesWell: "De leerling is goed in talen en komt graag in de bibliotheek.",
    parents: { say: "De ouders merken dat hun kind het mist om ergens bij te horen." },
    pupil: { says: "Iedereen kende elkaar al." },
    agreements: [{ text: "Met de mentor een rustige plek en een maatje voor de pauze regelen.", owner: "SCHOOL", within: 14 }],
  },
  {
    stage: "UPPER_SECONDARY",
    circle: { goesWell: ["RESPONSIBLE", "ACHIEVING"], attention: ["NURTURED", "ACTIVE", "RESPECTED"], lines: { RESPONSIBLE: "Doet veel zelf.", ACTIVE: "Heeft weinig vrije avonden." } },
    theme: "HOME",
    lifeDomains: ["HOME"],
    since: "LONGER",
    parentsInformed: true,
    needed: "Avonden zonder zorg.",
    question: "Wat is er mogelijk voor een leerling die thuis veel zorgt voor een zieke ouder?",
    situation: "De leerling doet het huishouden en komt niet aan leren toe. De leerling vertelt het pas nu.",
    goesWell: "De leerling is zelfstandig, eerlijk en heeft een duidelijk beeld van een latere opleiding.",
    parents: { say: "De ouder wil niet dat school eronder lijdt en staat open voor hulp." },
    pupil: { says: "Ik wil gewoon af en toe een avond voor mezelf." },
    agreements: [
      { text: "Vertellen welke hulp er is voor jonge mantelzorgers.", owner: "YOUTH_COACH", within: 14 },
      { kind: "SHARED_ADVICE", text: "Met de docenten afspreken wat later mag.", owner: "SCHOOL", within: 7 },
    ],
  },
];
