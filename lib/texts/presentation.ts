/** The agenda on a screen that everybody at the table sees. */
export const presentationTexts = {
  start: "Start de bijeenkomst",
  show: "Toon op het scherm",
  title: (day: string, team: string) => `Op het scherm: ${day} · ${team}`,
  heading: (day: string, team: string) => `Bijeenkomst op ${day} · ${team}`,
  back: "Terug naar de bijeenkomst",
  blank: "Maak het scherm leeg",
  blankHint: "of twee keer Esc",
  agenda: "Agenda",
  item: (number: number, total: number) => `Punt ${number} van ${total}`,
  fromUntil: (from: string, until: string) => `${from}–${until} uur`,
  previous: "Vorig punt",
  next: "Volgend punt",
  toClock: "Naar het punt van nu",
  noAgenda: "Er is geen agenda voor deze bijeenkomst.",
  cancelled: "Deze bijeenkomst gaat niet door.",
  cases: "Open een casus om hem samen te lezen",
  noCases: "Er is geen casus vastgelegd.",
  guestsDoNotRead: "Een gast leest de casus niet mee. Open hem als alleen het team aan tafel zit.",
  addedBy: (name: string) => `Ingebracht door ${name}`,
  people: "Wie is er?",
  peopleHint: "Tik op een naam om aan te geven dat iemand er is. Nog een keer tikken haalt het weer weg.",
  notYet: "Zodra de bijeenkomst begint, kun je hier aantikken wie er is.",
  count: (present: number, invited: number) => `${present} van ${invited} aanwezig`,
  present: "Aanwezig",
  absent: "Niet aanwezig",
  unknown: "Nog niet aangetikt",
  presenceMissing: "Tik op een naam om aan te geven of iemand er is.",
  presenceRefused: {
    CANCELLED: "Deze bijeenkomst gaat niet door.",
    NOT_YET: "De bijeenkomst is nog niet begonnen. Vanaf het begin kun je aantikken wie er is.",
  },
  agreements: "Afspraken van vandaag",
  agreementsHint: "De volgende keer lopen jullie deze afspraken als eerste na.",
  noAgreements: "Er is nog niets afgesproken.",
  agreementLine: (owner: string, dueOn: string) => `${owner}, uiterlijk ${dueOn}`,
  ofCase: (alias: string) => `Bij ${alias}`,
  newAgreement: "Nieuwe afspraak",
  whichCase: "Bij welke casus?",
  whichCaseHint: "Een afspraak bij een casus wordt later samen met die casus gewist.",
  noCase: "Geen casus",
  save: "Leg de afspraak vast",
  saving: "De afspraak wordt bewaard…",
  end: "Klaar?",
  endHint: "Leg vast wie er was. Daarna staat het verslag voor het team klaar.",
} as const;

/** A casus on that screen. */
export const presentedCaseTexts = {
  title: (alias: string, team: string) => `Op het scherm: ${alias} · ${team}`,
  backTo: (item: number, title: string) => `Terug naar punt ${item}: ${title}`,
  back: "Terug naar de agenda",
  story: "Lees de hele casus",
  hidden: "Ieder schreef eerst zelf. Onthul ze als jullie eraan toe zijn om samen te kijken.",
  notYet: "Ieder schrijft eerst zelf. Jullie onthullen ze aan tafel, bij de bijeenkomst.",
  nothingWritten: "Nog niemand heeft geschreven. Ieder kan dat nu doen, op een eigen scherm. Of vertel elkaar om de beurt wat je ziet.",
  again: "Kijk wie er nu heeft geschreven",
  notYours: "Wie de casus schreef, of wie de bijeenkomst vastlegt, onthult ze.",
} as const;

/** How much time an item has, as a quiet line; all moments in milliseconds. The last minute counts till its end. */
export function itemTimeText({ startsAt, endsAt, now }: { startsAt: number; endsAt: number; now: number }): string {
  if (now < startsAt) return "Komt nog";
  if (now >= endsAt) return "De tijd voor dit punt is om";
  const minutes = Math.ceil((endsAt - now) / 60_000);
  return minutes === 1 ? "Nog 1 minuut" : `Nog ${minutes} minuten`;
}

/** The page that shows nothing. */
export const blankTexts = { title: "Kernteam", home: "Naar de beginpagina" } as const;
