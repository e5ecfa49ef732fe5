import { fold } from "#lib/anonymity/folding";
import { isA, isDutch } from "#lib/anonymity/lexicon";

/** One word of a text, with what the rules ask about it. */
export type Word = {
  start: number;
  end: number;
  text: string;
  /** Lower case, without accents. */
  folded: string;
  capital: boolean;
  /** Two letters or more, all of them capitals. */
  allCaps: boolean;
  /** In a stretch that is typed in capitals altogether, where a capital tells nothing. */
  shouted: boolean;
  startsSentence: boolean;
  /** The characters between the word before and this one. */
  gap: string;
};

const WORD = /(?:(?<!\p{L})['’][ts](?!\p{L}))|\p{L}[\p{L}\p{M}]*(?:['’‘-][\p{L}\p{M}]+)*/gu;
const CAPITAL = /^\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const SENTENCE_BREAK = /[.!?:\n\r\t•*|]|(?:^|[\s(:,])["“„‘'(]$/u;
/** Words that end in a full stop inside a sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  "dhr hr zr mej past mevr mw mvr mnr fam dr drs mr ir ing prof ds bijv bv evt nl ca tel resp incl geb blz vd gr lk lkr st jl ivm mbt tav dir burg mgr pastoor ouderl gebr inz leerpl afspr jvk jv mz owr ve va pv iem gwn afd eig eigl ongeoorl geoorl overl toel zoco zgn".split(" "),
);

/** The words of a text in order; digits and punctuation are in the gaps. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { word, start } of [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => partsOf(word, index))) {
    const gap = text.slice(end, start);
    const capital = CAPITAL.test(word);
    end = start + word.length;
    words.push({
      start,
      end,
      text: word,
      folded: fold(word),
      capital,
      allCaps: capital && word.length > 1 && !LOWER.test(word),
      shouted: false,
      startsSentence: breaksSentence(gap, words.at(-1)),
      gap,
    });
  }
  markShouted(words);
  return words;
}

const ROLE_AND_NAME = /^(?<role>juf|meester|duo|duo-?collega|oma|opa|tante|oom|collega|mentor|stagiaire?|moeder|vader|mevrouw|meneer)-(?<name>\p{L}.*)$/iu;

const NAME_AND_GROUP = /^(?<role>\p{Lu}\p{L}+)-(?<name>kinderen|jongens|meisjes|meiden|broers|zussen|zusjes|gezin|familie|tweeling|ouders)$/u;

/** "Juf-Annebel" and "Wijngaarden-kinderen" as two words: somebody is called so. "Oma-dag" is one. */
function partsOf(word: string, start: number): { word: string; start: number }[] {
  const group = NAME_AND_GROUP.exec(word)?.groups;
  const bare = group?.["role"] ?? "";
  if (group !== undefined && !isA("word", fold(bare))) {
    return [
      { word: bare, start },
      { word: group["name"] ?? "", start: start + bare.length + 1 },
    ];
  }
  const { role, name } = ROLE_AND_NAME.exec(word)?.groups ?? {};
  if (role === undefined || name === undefined || !(isA("firstName", fold(name)) || (CAPITAL.test(name) && !isDutch(fold(name))))) return [{ word, start }];
  return [
    { word: role, start },
    { word: name, start: start + word.length - name.length },
  ];
}

const SHORTEST_SHOUT = 4;

/** Four words or more in a row without a small letter, one of them Dutch: nobody writes that many abbreviations. */
function markShouted(words: Word[]): void {
  let start = 0;
  for (let index = 0; index <= words.length; index += 1) {
    const word = words[index];
    if (word !== undefined && !LOWER.test(word.text)) continue;
    const run = words.slice(start, index);
    if (run.length >= SHORTEST_SHOUT && run.some(({ folded }) => folded.length > SHORTEST_SHOUT && isA("word", folded))) for (const each of run) each.shouted = true;
    start = index + 1;
  }
}

/** A text that is typed in capitals as others type it: Dutch words small, the rest with one capital. Offsets stay the same. */
export function unshouted(text: string, words: readonly Word[]): string {
  let quiet = text;
  for (const word of words) {
    if (!word.shouted) continue;
    const small = word.text.toLowerCase();
    const rest = isDutch(word.folded) ? small : word.text.charAt(0) + small.slice(1);
    if (rest.length === word.text.length) quiet = quiet.slice(0, word.start) + rest + quiet.slice(word.end);
  }
  return quiet;
}

/** Whether nothing but blanks, or the full stop of an abbreviation, stands between a word and the one before it. */
export function isAdjacent(word: Word | undefined, before: Word | undefined): boolean {
  if (word === undefined || before === undefined) return false;
  if (/^[ \u00a0]{1,3}$/.test(word.gap)) return true;
  return word.gap.startsWith(".") && word.gap.trim() === "." && endsInAbbreviation(before);
}

function breaksSentence(gap: string, before: Word | undefined): boolean {
  if (before === undefined) return true;
  if (!SENTENCE_BREAK.test(gap)) return false;
  return !(gap.trim() === "." && endsInAbbreviation(before));
}

function endsInAbbreviation(word: Word): boolean {
  return abbreviations.has(word.folded) || (word.text.length === 1 && (word.capital || /^[vd]$/.test(word.text)) && !/\d$/.test(word.gap));
}
