/** The standing items of a meeting, with the question that each begins with. */
const successes = {
  title: "Successen",
  explanation: "Begin met wat goed ging. Dat mag klein zijn.",
  questions: ["Wat ging er goed in onze samenwerking, en wat droeg daaraan bij?"],
} as const;
const agreements = { title: "Vorige afspraken", explanation: "Wat is gedaan, wat loopt nog, en wie heeft hulp nodig?", questions: [] } as const;
const news = { title: "Nieuws uit de organisaties", explanation: null, questions: ["Wat verandert er in jouw organisatie waar de anderen iets van merken?"] } as const;
const evaluation = {
  title: "Evaluatie",
  explanation: "Een korte ronde langs iedereen.",
  questions: ["Wat neem je mee uit deze bijeenkomst?", "Wat doen we de volgende keer anders?"],
} as const;
const cases = { title: "Casussen", explanation: "Anoniem: geen namen, en niets waaraan een leerling te herkennen is." } as const;

/**
 * The agendas with which a samenwerkingsverband begins, per kind of meeting, in the words of the people who hold them. A
 * samenwerkingsverband rewrites its own.
 */
export const defaultAgendaTexts = {
  standing: { successes, agreements, news, evaluation },
  ACQUAINTANCE: {
    name: "Kennismaken",
    goals: ["Elkaar kennen: gezicht, functie en organisatie.", "Weten wie je met welke vraag kunt bellen, en wanneer."],
    meet: {
      title: "Kennismaken",
      explanation: "Ieder stelt zich kort voor. Wie nieuw is, begint.",
      questions: ["Voor welke organisatie werk je, en op welke dagen?", "Wat wil je dat de anderen van je werk weten?"],
    },
    whoForWhat: {
      title: "Wie vraag je wat?",
      explanation: null,
      questions: ["Met welke vraag kan de school het best bij jou terecht?", "Wat doe jij wel vanuit je functie, en wat niet?"],
    },
  },
  AVAILABILITY: {
    name: "Nabijheid en beschikbaarheid",
    goals: ["Elkaar snel weten te vinden, ook tussen de bijeenkomsten.", "Weten hoe we elkaar aanvullen.", "Afspreken hoe we bereikbaar zijn."],
    complementary: {
      title: "Hoe werken we complementair?",
      explanation: null,
      questions: ["Wat doe jij wel vanuit je functie, en wat niet?", "Waar vullen we elkaar aan, en waar doen we werk dubbel?"],
    },
    tension: {
      title: "Waar staat er spanning op de relatie?",
      explanation: "Vaak is het geen onwil: ieder werkt binnen andere kaders.",
      questions: ["Waar loopt de samenwerking stroef?", "Welke kaders van een ander kende je nog niet?"],
    },
    extension: {
      title: "Wanneer breiden we het team tijdelijk uit?",
      explanation: null,
      questions: ["Wie van buiten het kernteam hebben we soms nodig, waarvoor en hoelang?"],
    },
    reach: {
      title: "Hoe zijn we bereikbaar?",
      explanation: "Leg vast wat jullie afspreken.",
      questions: ["Hoe en op welke dagen ben je te bereiken?", "Bij wie kan de school terecht als jij er niet bent?"],
    },
  },
  SMALL_TEAM: {
    name: "Klein overleg IB, CJG en SWV",
    goals: ["Samen kijken naar de vragen die nu op school spelen.", "Weten wie van ons welke vraag oppakt."],
    cases: { ...cases, questions: ["Welke vragen spelen er nu op school?", "Wat is er nodig?"] },
    together: {
      title: "Wie pakt wat op?",
      explanation: null,
      questions: ["Bij welke vragen betrekken we de CJG-coach eerder?", "Wanneer komt de onderwijsconsulent in beeld?", "Wat nemen we mee naar het hele kernteam?"],
    },
  },
  PROFESSIONALISING: {
    name: "Samen verder professionaliseren",
    goals: ["Het kernteam zichtbaar maken op school.", "Het kernteam gewoon maken voor ouders en leerkrachten.", "Weten wat we samen willen leren."],
    visible: {
      title: "Het kernteam zichtbaar en gewoon",
      explanation: null,
      questions: ["Hoe weten leerkrachten wie er in het kernteam zitten, en hoe brengen ze een vraag in?", "Hoe vertellen we ouders over het kernteam?"],
    },
    learn: {
      title: "Wat willen we samen leren?",
      explanation: "Bijvoorbeeld over Veilig Thuis, de Beschermtafel of thuiszitters.",
      questions: ["Wat versta jij vanuit je functie onder regie voeren?", "Van veiligheid naar onveiligheid: wie is wanneer aan zet?", "Waarover willen we meer weten, en wie kan ons dat vertellen?"],
    },
  },
  IN_DEPTH: {
    name: "Verdieping met casuïstiek",
    goals: ["Van elkaar leren aan de hand van casussen.", "Samen zien wat je los van elkaar niet ziet."],
    cases: { ...cases, questions: ["Wat is de vraag, in één zin?", "Wat gaat er goed?", "Hoe kijkt ieder ernaar vanuit de eigen functie?", "Wie is nu aan zet, en wat doen we juist niet?"] },
    prevention: {
      title: "Preventie",
      explanation: null,
      questions: ["Welk thema komt vaker terug, en wat kunnen we daar samen aan doen voor leerlingen en ouders?"],
    },
  },
  NETWORK: {
    name: "Netwerkbijeenkomst",
    goals: ["Leren van wat op andere scholen werkt.", "Elkaar vinden op wat scholen gemeen hebben."],
    lessons: {
      title: "Geleerde lessen",
      explanation: null,
      questions: ["Wat werkt op jouw school in het kernteam, en waardoor?", "Welke vraag zou je een andere school willen stellen?"],
    },
    needs: {
      title: "Wat hebben onze scholen nodig?",
      explanation: null,
      questions: ["Waar ligt de behoefte van jouw school?", "Met wie kun je dat samen oppakken?"],
    },
  },
  OTHER: {
    name: "Andere bijeenkomst",
    goals: ["Bespreken wat nu aandacht vraagt."],
    subject: { title: "Onderwerp van deze bijeenkomst", explanation: null, questions: ["Wat is de vraag, en wie denken er mee?", "Wat spreken we af?"] },
  },
} as const;
