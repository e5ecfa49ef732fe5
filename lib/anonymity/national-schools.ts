import { schoolNames } from "#lib/anonymity/lists/schools";
import { commonCapitals, roleOf } from "#lib/anonymity/grammar";
import { isA } from "#lib/anonymity/lexicon";
import { before, type Context, type Hit } from "#lib/anonymity/rule";
import { isAdjacent, type Word, wordsOf } from "#lib/anonymity/tokens";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const byFirstWord = new Map<string, string[][]>();
for (const name of schoolNames.split("|")) {
  const words = wordsOf(name).map(({ folded }) => folded);
  const first = words[0];
  if (first !== undefined) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words].toSorted((a, b) => b.length - a.length));
}

const GOES_TO_SCHOOL =
  /(?<!\p{L})(?:zit|zat|zitten|zaten|gaat|ging|komt|kwam|gekomen|over|overstap|overgestapt|school|teruggeplaatst|geplaatst|plaatsing|proefplaatsing|aangemeld|ingeschreven|gestart|begonnen|starten|start|wennen|proefdraaien|meedraaien|overblijf\p{L}*|overblijfmoeder|luizenmoeder|leesmoeder|stage|stagiaire?|werkt|lesgeeft|instromen|ingestroomd|afgewezen|welkom|wachtlijst|plek|plaats|gebeld|leerling|leerlingen|collega's|ib'er|directeur|leerkracht|juf|meester)(?: (?:nu|nog|eerst|eerder|vroeger|ook|al|straks|weer|hier|daar|over|toen|sinds|daarvoor))* (?:op|naar|van|bij) (?:de|het|'t|t) $/u;
/** One can sit on these, go to them and come from them without any school. */
const THINGS = new Set(
  "bank brug boom plein speeltuin tuin trap kring kruk toren berg dijk zee weide wei schommel boot wip ark aanloop akker balans basis bron brink burcht bos bosrand bus cirkel compagnie dam delta driehoek duin duinen es fontein fiets gaard haven hof hoek hoeve hut kern kerk kade kamp klas klok krant kubus kust laan ladder lat loper lijn markt meent meer molen muziek nieuwe oever overkant oversteek passage pol polder poort punt rand ring rots route schans school schakel sluis spiegel sprong start stap ster stoel straat streek stroom terp top tol trein uitkijk veld veer venster vijver vloed vlucht vuurtoren waard wal weg werf wereld wiel wijk zon zwaan overgang opgang".split(" "),
);

/** Schools anywhere in the country: "van de Zonnewijzer"; without a capital where the sentence is about going to school. */
export function findNationalSchools({ text, words, allowed, weighs }: Context): Hit[] {
  const hits: Hit[] = [];
  words.forEach((word, index) => {
    const article = words[index - 1];
    const preposition = words[index - 2];
    if (article === undefined || !/^(?:de|het|'t|t)$/.test(article.folded) || !isAdjacent(word, article)) return;
    if (allowed(word.start) && !GOES_TO_SCHOOL.test(before(text, word.start, 60))) return;
    const capital = word.capital && !word.shouted;
    if (preposition?.folded === "van" && (isFirstName(words[index - 3]) || isTitle(words[index - 3]))) return;
    if (!capital && (preposition === undefined || !isAdjacent(article, preposition))) return;
    if (commonCapitals.has(word.folded) || (preposition !== undefined && roleOf(preposition) !== null && isAdjacent(article, preposition))) return;
    const name = byFirstWord.get(word.folded)?.find((parts) => parts.every((part, offset) => words[index + offset]?.folded === part));
    const last = name === undefined ? undefined : words[index + name.length - 1];
    if (name === undefined || last === undefined || !isMeant(text, word, name, weighs)) return;
    hits.push({ start: article.start, end: last.end, label: "SCHOOL", suggestion: suggestions.otherSchool });
  });
  return hits;
}

/** "fam van 't Veer" */
function isTitle(word: Word | undefined): boolean {
  return word !== undefined && roleOf(word) === "title";
}

/** "Jan-Willem van 't Zand" */
function isFirstName(word: Word | undefined): boolean {
  return word !== undefined && word.capital && (isA("firstName", word.folded.replace(/-.*$/, "")) || (word.text.includes("-") && isA("wordName", word.folded.replace(/-.*$/, ""))));
}

/** A capital shows that a school is meant, unless its writer gives words capitals that need none. */
function isMeant(text: string, word: Word, name: string[], weighs: boolean): boolean {
  if (word.capital && !word.shouted && !(weighs && name.length === 1 && THINGS.has(word.folded))) return true;
  return (name.length > 1 || !THINGS.has(word.folded)) && GOES_TO_SCHOOL.test(before(text, word.start, 60));
}
