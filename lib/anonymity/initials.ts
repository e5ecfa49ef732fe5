import { before, type Hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const NO_LETTER = "(?<![\\p{L}\\d.'’/&+-])";
const SERIES = new RegExp(`${NO_LETTER}(?:\\p{Lu}\\. ?(?:(?:v|d|t|vd|v\\.d|el|b)\\. ?){0,2}){1,3}\\p{Lu}\\.(?![\\p{L}\\d])`, "gu");
const WITH_SURNAME = new RegExp(`${NO_LETTER}(?:\\p{Lu}\\. ?){1,4}(?:(?:van|de|der|den|ter|ten|el|al|'t|v\\.d\\.|vd) ){0,2}\\p{Lu}[\\p{Ll}'’-]{2,}`, "gu");
const SINGLE = new RegExp(`${NO_LETTER}(?<letter>\\p{Lu})(?<stop>\\.?)(?=[\\s,;:)!?]|$)`, "gu");
const PAIR = new RegExp(`${NO_LETTER}\\p{Lu}(?:v|d|vd|vdd)?\\p{Lu}(?=[\\s,;:).]|$)`, "gu");

const PERSON_BEFORE = /(?<!\p{L})(?:leerling|moeder|vader|ouders|broer(?:tje)?|zus(?:je)?|juf|meester|mw|mevr|mevrouw|dhr|meneer|fam|familie|vriend(?:in|je)?|heet|oma|opa|jongen|meisje|klasgenoot)\.? $/u;
const LINK_BEFORE = /(?<!\p{L})(?:van|met|voor|bij|dat|door|aan|over|en|als|omdat|toen|want|tegen|naast|heeft|is|wil|vindt|gaat|kan|ziet|of|wanneer|tussen) $/u;
const NO_PERSON_BEFORE = /(?<!\p{L})(?:groep|klas|niveau|score|scores|plan|optie|vitamine|type|cluster|categorie|versie|deel|stap|avi|fase|punt|bijlage|hepatitis|spoor|route|variant|rijbewijs|schaal|letter|hoofdletter|klank|lokaal|blok|cito|iii|ii|een|de|het) $/u;
const ACTS = /^\.? (?:is|was|heeft|had|kan|kon|wil|wilde|gaat|ging|komt|kwam|doet|zegt|vindt|slaapt|\p{Ll}{2,}t)(?!\p{L})/u;
const NO_PERSON_LETTERS = new Set(["A", "B", "C", "D", "E", "X", "Y", "N"]);
const NO_INITIALS = /^(?:N\.? ?B|P\.? ?S|O\.? ?K|T\.? ?V|P\.? ?O|V\.? ?O|S\.? ?O|I\.? ?B|I\.? ?Q|P\.? ?C|W\.? ?C|O\.? ?T|M\.? ?T|E\.? ?U|B\.? ?V|N\.? ?V|P\.? ?M|N\.? ?T|D\.? ?L|E\.? ?Q|P\.? ?R|H\.? ?B|J\.? ?V|B\.? ?S|S\.? ?V|V\.? ?V|U\.? ?K|V\.? ?S|L\.? ?S|B\.? ?G|K\.? ?D|O\.? ?B|M\.? ?R|I\.? ?V|[IVX ]+|B\.?S\.?O|C\.?J\.?G|G\.?G\.?D|J\.?G\.?Z|S\.?W\.?V|I\.?Q|T\.?L\.?V|O\.?P\.?P)\.?$/;

/** Initials: "J.v.d.B.", "M. de Vries", "leerling K.", "met S naar de schoolarts"; not groep A, A-score or M4. */
export function findInitials(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(SERIES)) if (!NO_INITIALS.test(match[0])) hits.push(initials(match));
  for (const match of text.matchAll(WITH_SURNAME)) if (!isCode(text, match)) hits.push({ ...initials(match), label: "PERSON" });
  const singles = [...text.matchAll(SINGLE)];
  const found = new Set(singles.filter((match) => isSingleInitial(text, match)).map((match) => match.groups?.["letter"]));
  // Once M. is somebody, every M. is, also where the sentence alone would not tell.
  hits.push(...singles.filter((match) => found.has(match.groups?.["letter"]) && !NO_PERSON_BEFORE.test(before(text, match.index))).map(initials));
  for (const match of text.matchAll(PAIR)) if (!NO_INITIALS.test(match[0]) && PERSON_BEFORE.test(before(text, match.index))) hits.push(initials(match));
  return hits;
}

/** "leerling A. Daarna …", "plan B. We …": a code and the next sentence, no name. */
function isCode(text: string, match: RegExpExecArray): boolean {
  const lead = before(text, match.index);
  return NO_PERSON_BEFORE.test(lead) || (PERSON_BEFORE.test(lead) && NO_PERSON_LETTERS.has(match[0].charAt(0)) && /^.\. \p{Lu}/u.test(match[0]));
}

function isSingleInitial(text: string, match: RegExpExecArray): boolean {
  const { letter = "", stop = "" } = match.groups ?? {};
  const lead = before(text, match.index);
  const rest = text.slice(match.index + match[0].length);
  if (NO_PERSON_BEFORE.test(lead)) return false;
  const coded = stop === "" && NO_PERSON_LETTERS.has(letter);
  if (PERSON_BEFORE.test(lead)) return !coded;
  const goesOn = stop === "." && /^(?: \p{Ll}|,|\))/u.test(rest);
  if (stop === "." && /^ ?[(,]/.test(rest) && /\p{Ll} $/u.test(lead)) return true;
  if (LINK_BEFORE.test(lead)) return !coded && (goesOn || stop === "." || ACTS.test(rest) || /^[,)]/.test(rest));
  const startsSentence = /(?:^|[.!?\n]\s*|[-•*] )$/.test(lead);
  return startsSentence && letter !== "U" && !coded && (stop === "." ? ACTS.test(`.${rest}`) : ACTS.test(rest));
}

function initials(match: RegExpExecArray): Hit {
  return { start: match.index, end: match.index + match[0].length, label: "INITIALS", suggestion: suggestions.pupil };
}
