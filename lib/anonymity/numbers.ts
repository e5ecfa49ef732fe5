import { before, type Hit, hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const NINE_DIGITS = /(?<![\d+])(?<!\d[ .-])\d(?:[ .\-/_]{0,2}\d){8}(?![ .-]?\d)/g;
const EIGHT_DIGITS = /(?<![\d+])\d(?:[ .-]?\d){7}(?![ .-]?\d)/g;
const BSN_WORD = /(?<!\p{L})(?:bsn|b\.s\.n\.?|burgerservice\p{L}*|burger service \p{L}*|sofi\p{L}*|nat\.? ?nr)[^\d\n]{0,30}$/u;
const EDUCATION_WORD = /(?<!\p{L})(?:onderwijsn\p{L}*|onderwijs nummer|pgn|persoonsgebonden nummer|eckid|leerlingnummer|leerlingnr|leerling nr|lln\.? ?nr|own|ond\.? ?(?:nr|nummer)|o\.? ?nr|onr|onderw\.? ?(?:nr|nummer)|bron-?(?:nr|nummer)|ow-?nr)[^\d\n]{0,25}$/u;

/** BSN and onderwijsnummer: nine digits that pass their check, or any nine after the word for it. */
export function findPersonNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NINE_DIGITS)) {
    const digits = match[0].replace(/\D/g, "");
    const lead = before(text, match.index, 55);
    const namedBsn = BSN_WORD.test(lead);
    if (isEducationNumber(digits) || (EDUCATION_WORD.test(lead) && !namedBsn)) hits.push(hit(match, "EDUCATION_NUMBER", suggestions.bsn));
    else if (/(?<!\p{L})(?:(?:leerling|lln|onderwijs|ond|kind|pers)\p{L}*[ .-]{0,2}(?:nr|no|nummer|id|code)?\.?[ :=]{0,3}|(?:bron|duo)(?!\p{L})[^\d\n]{0,25})$/u.test(lead) && digits.startsWith("1")) hits.push(hit(match, "EDUCATION_NUMBER", suggestions.bsn));
    else if (namedBsn || isBsn(digits)) hits.push(hit(match, "BSN", suggestions.bsn));
  }
  for (const match of text.matchAll(EIGHT_DIGITS)) {
    if (BSN_WORD.test(before(text, match.index, 55))) hits.push(hit(match, "BSN", suggestions.bsn));
  }
  return hits;
}

/** The eleven test of the BSN: weights 9 to 2 and −1, the sum a multiple of eleven. */
export function isBsn(digits: string): boolean {
  return digits.length === 9 && Number(digits) > 9_999_999 && weightedSum(digits) % 11 === 0;
}

/** An onderwijsnummer starts with 10; the sum of the BSN's test leaves five. */
export function isEducationNumber(digits: string): boolean {
  return digits.length === 9 && digits.startsWith("10") && (((weightedSum(digits) % 11) + 11) % 11) === 5;
}

function weightedSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) sum += (9 - index) * Number(digits[index]);
  return sum - Number(digits[8]);
}

// The look-ahead takes too much on purpose: the words after a number may look like more of it, or hold the next one.
const IBAN = /(?<![\p{L}\d])(?=(?<rest>(?:ad|ae|al|at|az|ba|be|bg|ch|cy|cz|de|dk|ee|es|fi|fr|gb|ge|gr|hr|hu|ie|il|is|it|lt|lu|lv|mc|md|me|mk|mt|nl|no|pk|pl|pt|ro|rs|se|si|sk|sm|tn|tr|ua|xk)[ .-]?\d{2}(?:[ .-]?[a-z0-9]){11,30}))[a-z]{2}[ .-]?\d{2}/giu;
const DUTCH_IBAN = /(?<![\p{L}\d])nl[ .-]?\d{2}[ .-]{0,2}(?:[a-z][ .-]?){4}(?:[ .-]{0,2}\d){9,10}(?!\d)/giu;
const FEWEST_DIGITS = 10;

/** Bank account numbers: Dutch ones by their form, others when the remainder by 97 is one. */
export function findIbans(text: string): Hit[] {
  const hits = [...text.matchAll(DUTCH_IBAN)].map((match) => hit(match, "IBAN", suggestions.iban));
  for (const match of text.matchAll(IBAN)) {
    const length = ibanLength(match.groups?.["rest"] ?? "");
    if (length > 0) hits.push({ start: match.index, end: match.index + length, label: "IBAN", suggestion: suggestions.iban });
  }
  return hits;
}

/** How many characters, from the first, form a valid account number; the words after it may look like more of it. */
function ibanLength(text: string): number {
  for (let end = text.length; end >= 15; end -= 1) {
    const compact = text.slice(0, end).replace(/[^a-z0-9]/gi, "").toUpperCase();
    if (compact.length < 15) return 0;
    const ends = /[a-z0-9]/i.test(text[end - 1] ?? "") && !/[a-z0-9]/i.test(text[end] ?? "");
    if (ends && compact.replace(/\D/g, "").length >= FEWEST_DIGITS && remainderBy97(compact) === 1) return end;
  }
  return 0;
}

function remainderBy97(iban: string): number {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
