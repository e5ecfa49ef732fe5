const TITLES = /^(?:dr|drs|ir|ing|mr|prof|mw|dhr|mevr|mevrouw|meneer)\.?$/i;

/**
 * One or two capitals for somebody without a photo: first name and surname.
 * Titles and tussenvoegsels do not count: "Noor de Wit" gives "NW", "Dr. Amira El Idrissi" gives "AI".
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/\s+/u)
    .filter((word) => /^\p{L}/u.test(word) && !TITLES.test(word));
  const first = words[0];
  if (first === undefined) return "";
  // "Joke Hoekstra-van der Zwaag": a hyphen before a tussenvoegsel shows where the surname begins.
  const last = words.slice(1).find((word) => /-\p{Ll}/u.test(word)) ?? words.slice(1).at(-1);
  return [first, last].map((word) => firstLetter(word)).join("");
}

/** A telephone number as a `tel:` link wants it: digits, and a leading plus. */
export function telephoneHref(phone: string): string {
  return `tel:${phone.replace(/\(0\)/g, "").replace(/[^\d+]/g, "")}`;
}

function firstLetter(word: string | undefined): string {
  return word === undefined ? "" : [...word][0]!.toLocaleUpperCase("nl");
}
