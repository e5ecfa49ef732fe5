/** What the anonymity check says, and the words it offers instead of what it found. */
export const anonymityTexts = {
  /** At a field and in the summary above the form. */
  unexplained: (field: string, words: readonly string[]) =>
    `Pas ‘${field}’ aan: misschien is iemand te herkennen aan ${quoted(words)}.`,
  /** Why found words may stay, to choose from. */
  keep: {
    change: "Ik pas de tekst aan",
    NOT_A_PERSON: "Dit gaat niet over een persoon",
    GENERALLY_KNOWN: "Dit is algemeen bekend, zoals een organisatie, methode of grote plaats",
    NOT_TRACEABLE: "Hier is niemand aan te herkennen, ook niet door wie de school kent",
  },
  suggestions: {
    pupil: "de leerling",
    ofThePupil: "van de leerling",
    ofTheGroup: "van de groep",
    colleague: "een collega",
    withoutName: "(zonder naam)",
    school: "onze school",
    otherSchool: "een andere school",
    club: "de sportclub",
    place: "een andere plaats",
    address: "in de buurt",
    withoutAddress: "(adres weggelaten)",
    postcode: "(postcode weggelaten)",
    phone: "(telefoonnummer weggelaten)",
    email: "(e-mailadres weggelaten)",
    url: "(webadres weggelaten)",
    handle: "(accountnaam weggelaten)",
    bsn: "(nummer weggelaten)",
    iban: "(rekeningnummer weggelaten)",
    plate: "(kenteken weggelaten)",
    birthDate: "(geboortedatum weggelaten)",
    /** A season says enough: `since` when the text says since when, `past` for an earlier year. */
    season: (season: "winter" | "spring" | "summer" | "autumn", form: "since" | "on" | "past") => {
      const names = { winter: "winter", spring: "voorjaar", summer: "zomer", autumn: "najaar" };
      const article = season === "winter" || season === "summer" ? "deze" : "dit";
      const past = season === "winter" || season === "summer" ? "in de" : "in het";
      if (form === "since") return `sinds ${article} ${names[season]}`;
      return form === "past" ? `${past} ${names[season]}` : `${article} ${names[season]}`;
    },
  },
} as const;

const MOST_QUOTED = 3;

/** “Jayden”, “12-03” en 2 andere woorden. */
function quoted(words: readonly string[]): string {
  const shown = words.slice(0, MOST_QUOTED).map((word) => `“${word}”`);
  const more = words.length - shown.length;
  const all = more > 0 ? [...shown, more === 1 ? "1 ander woord" : `${more} andere woorden`] : shown;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} en ${all.at(-1)}`;
}
