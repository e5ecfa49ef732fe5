/**
 * A place name of DUO in the spelling people use: "ALTEVEER GEM NOORDENVELD" becomes "Alteveer", "'S-GRAVENHAGE"
 * becomes "'s-Gravenhage", "LAREN NH" becomes "Laren". What only tells two places apart is dropped, because the municipality
 * and the province stand beside it. A name that is not in capitals is left as it is.
 */
export function placeName(duoName: string): string {
  if (hasLowerCase(duoName)) return duoName;
  const known = PLACES[duoName];
  if (known !== undefined) return known;
  const bare = duoName.replace(/ GEM\.? .+$/, "").replace(/ (?:DR|FL|FR|GLD|GN|LB|NB|NH|OV|UT|ZH|ZL|CA)$/, "");
  return properCase(bare);
}

/** A municipality's name in its official spelling: "NUENEN CA" becomes "Nuenen, Gerwen en Nederwetten". */
export function municipalityName(duoName: string): string {
  if (hasLowerCase(duoName)) return duoName;
  return MUNICIPALITIES[bareLetters(duoName)] ?? properCase(duoName);
}

/**
 * What two spellings of one municipality have in common, so that "haarlem", "Sudwest-Fryslân", "DEN HAAG" and
 * "Bergen NH" find the municipality they mean.
 */
export function municipalityKey(name: string): string {
  const letters = bareLetters(name);
  return bareLetters(MUNICIPALITIES[letters] ?? letters);
}

// Names that cannot be derived from DUO's capitals, by their bare letters; also the names people use instead.
const MUNICIPALITIES: Record<string, string> = {
  sgravenhage: "'s-Gravenhage",
  denhaag: "'s-Gravenhage",
  shertogenbosch: "'s-Hertogenbosch",
  denbosch: "'s-Hertogenbosch",
  bergenlb: "Bergen (L.)",
  bergennh: "Bergen (NH.)",
  nuenenca: "Nuenen, Gerwen en Nederwetten",
  nuenen: "Nuenen, Gerwen en Nederwetten",
  reuseldemierden: "Reusel-De Mierden",
};

// DUO cuts a place at 24 characters and abbreviates what does not fit.
const PLACES: Record<string, string> = {
  "NIEUWERKERK AD IJSSEL": "Nieuwerkerk aan den IJssel",
  "WESTERHAAR-VRIEZENV WIJK": "Westerhaar-Vriezenveensewijk",
};

const SMALL_WORDS = new Set("aan bij de den der en het in it onder op over te ten ter tot van".split(" "));

// DUO leaves out every accent; in these words the official name has one.
const ACCENTED: Record<string, string> = {
  aldwald: "Aldwâld",
  broeksterwald: "Broeksterwâld",
  damwald: "Damwâld",
  earnewald: "Earnewâld",
  exloermond: "Exloërmond",
  exloerveen: "Exloërveen",
  feanwalden: "Feanwâlden",
  fryslan: "Fryslân",
  marienberg: "Mariënberg",
  marienheem: "Mariënheem",
  marienvelde: "Mariënvelde",
  munein: "Mûnein",
  reahus: "Reahûs",
  sudwest: "Súdwest",
  suwald: "Suwâld",
  walterswald: "Wâlterswâld",
};

function properCase(name: string): string {
  return name
    .replaceAll("’", "'")
    .toLowerCase()
    .replace(/[\p{L}\p{N}']+/gu, (word, offset: number) => {
      const isSmall = /^['\d]/.test(word) || (offset > 0 && SMALL_WORDS.has(word));
      return isSmall ? word : (ACCENTED[word] ?? capitalise(word));
    });
}

function capitalise(word: string): string {
  const first = word.startsWith("ij") ? 2 : 1;
  return word.slice(0, first).toUpperCase() + word.slice(first);
}

function hasLowerCase(name: string): boolean {
  return name !== name.toUpperCase();
}

function bareLetters(name: string): string {
  return name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
}
