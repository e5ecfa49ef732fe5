import { after, before, hit, type Hit } from "#lib/anonymity/rule";
import { anonymityTexts } from "#lib/texts/anonymity";

const { suggestions } = anonymityTexts;

const NINE_DIGITS = /(?<![\d+])(?<!\d[ .-])\d(?:[ .-]{0,2}\d){8}(?![ .-]?\d)/g;
const EIGHT_DIGITS = /(?<![\d+])\d(?:[ .-]?\d){7}(?![ .-]?\d)/g;
const BSN_WORD = /\b(?:bsn|burgerservice\p{L}*|sofi\p{L}*)[^\d\n]{0,20}$/u;
const EDUCATION_WORD = /\b(?:onderwijsnummer|pgn|persoonsgebonden nummer|eckid)[^\d\n]{0,20}$/;

/** BSN and onderwijsnummer: nine digits that pass their check, or any nine after the word for it. */
export function findPersonNumbers(text: string): Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NINE_DIGITS)) {
    const digits = match[0].replace(/\D/g, "");
    const lead = before(text, match.index, 45);
    if (EDUCATION_WORD.test(lead) || isEducationNumber(digits)) hits.push(hit(match, "EDUCATION_NUMBER", suggestions.bsn));
    else if (BSN_WORD.test(lead) || isBsn(digits)) hits.push(hit(match, "BSN", suggestions.bsn));
  }
  for (const match of text.matchAll(EIGHT_DIGITS)) {
    if (BSN_WORD.test(before(text, match.index, 45))) hits.push(hit(match, "BSN", suggestions.bsn));
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

// The look-ahead takes too much on purpose: the words after a number may look like more of it, or hold the next one.
const IBAN = /(?<![\p{L}\d])(?=(?<rest>[a-z]{2}[ .-]?\d{2}(?:[ .-]{0,2}[a-z0-9]){11,30}))[a-z]{2}[ .-]?\d{2}/giu;
const DUTCH_IBAN = /(?<![\p{L}\d])nl[ .-]?\d{2}[ .-]{0,2}(?:[a-z][ .-]?){4}(?:[ .-]{0,2}\d){10}(?!\d)/giu;

/** Bank account numbers: Dutch ones by their form, others when the remainder by 97 is one. */
export function findIbans(text: string): Hit[] {
  const hits = [...text.matchAll(DUTCH_IBAN)].map((match) => hit(match, "IBAN", suggestions.iban));
  for (const match of text.matchAll(IBAN)) {
    const length = ibanLength(match.groups?.["rest"] ?? "");
    if (length > 0) hits.push({ start: match.index, end: match.index + length, label: "IBAN", suggestion: suggestions.iban });
  }
  return hits;
}

const PHONE = /(?<![\p{L}\d])(?:\(?\+ ?31\)?|0031|0)(?:[ .\-/()–]{0,3}\d){9,10}(?![\d])/gu;
const FOREIGN_PHONE = /(?<![\p{L}\d])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){7,11}(?!\d)/gu;
const NUMBER_AFTER_PHONE_WORD = /(?<=\b(?:tel|telefoon|telefoonnummer|mobiel|gsm|bel|nummer|whatsapp|app)\b[.: ]{1,3}(?:is |op |nr\.? ?)?)\d(?:[ .-]?\d){5,9}(?!\d)/giu;

/** Dutch numbers with every separator, foreign ones with a country code. The public 0800 and 0900 numbers stay. */
export function findPhones(text: string): Hit[] {
  const dutch = [...text.matchAll(PHONE)].filter((match) => isDutchPhone(match[0].replace(/\D/g, "")));
  const others = [...text.matchAll(FOREIGN_PHONE), ...text.matchAll(NUMBER_AFTER_PHONE_WORD)].filter((match) => !/^0[89]00/.test(match[0]));
  return [...dutch, ...others].map((match) => hit(match, "PHONE", suggestions.phone));
}

const EMAIL = /[\p{L}\d][\p{L}\d._%+-]{0,63}(?:@| ?[[({](?:at|apenstaartje)[\])}] ?| at (?=\p{L}+\.(?:nl|com|be)\b))[\p{L}\d-]{1,63}(?:(?:\.| ?[[({](?:dot|punt)[\])}] ?)[\p{L}\d-]{1,63}){1,3}/giu;

/** E-mail addresses, also with the at sign spelt out. */
export function findEmails(text: string): Hit[] {
  return [...text.matchAll(EMAIL)].map((match) => hit(match, "EMAIL", suggestions.email));
}

const URL = /(?<![\p{L}\d@])(?:https?:\/\/[^\s<>"]{3,}|www\.[^\s<>"]{3,}|(?:[\p{L}\d-]{2,63}\.){1,3}(?:nl|com|be|org|net|eu|info|school|online|frl|amsterdam)\b(?:\/[^\s<>"]*)?)/giu;
const HANDLE = /(?<![\p{L}\d.])@[\p{L}\d_](?:[\p{L}\d_.]{1,28}[\p{L}\d_])/gu;
const ACCOUNT =
  /\b(?:insta(?:gram)?|tik ?tok|snap(?:chat)?|facebook|discord|roblox|youtube|twitch|fortnite|account|gebruikersnaam|username)(?:[ -]?(?:account|naam|profiel))?(?: (?:heet|is|van|als|onder|met|naam)){0,2}[:\s]{1,3}["'“‘]?(?<name>[\p{L}\d]*(?:[_.\d](?=[\p{L}\d_])|\p{Ll}\p{Lu})[\p{L}\d_.]*[\p{L}\d_])/giu;

/** Web addresses, @accounts, and accounts after the name of a social network. */
export function findUrlsAndHandles(text: string): Hit[] {
  const urls = [...text.matchAll(URL)].map((match) => withoutTrailingPunctuation(hit(match, "URL", suggestions.url), match[0]));
  const handles = [...text.matchAll(HANDLE)].map((match) => hit(match, "URL", suggestions.handle));
  const accounts = [...text.matchAll(ACCOUNT)]
    .filter((match) => /[\p{L}]/u.test(match.groups?.["name"] ?? ""))
    .map((match) => hit(match, "URL", suggestions.handle, "name"));
  return [...urls, ...handles, ...accounts];
}

const PLATE =
  /(?<![\p{L}\d-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[12]-[A-Z]{3}-\d{3})(?![\p{L}\d-])/giu;
const PLATE_AFTER_WORD = /(?<=\b(?:kenteken|nummerbord|nummerplaat)\b[^\d\n]{0,15}?)(?<![\p{L}\d])(?=[a-z\d -]{0,9}\d)(?=\d|[a-z]{1,3}[ -]?[a-z]{0,2}[ -]?\d)[a-z\d]{1,4}(?:[ -]?[a-z\d]{1,4}){1,2}(?![\p{L}\d])/giu;

/** Licence plates: Dutch series with their hyphens, and anything that looks like one after the word for it. */
export function findPlates(text: string): Hit[] {
  const series = [...text.matchAll(PLATE)].filter((match) => match[0] === match[0].toUpperCase() || /kenteken|auto|bus|busje|nummer/.test(before(text, match.index, 40)));
  return [...series, ...text.matchAll(PLATE_AFTER_WORD)].map((match) => hit(match, "PLATE", suggestions.plate));
}

const POSTCODE = /(?<![\p{L}\d.,-])[1-9]\d{3}(?<gap> ?)(?!SA|SD|SS)(?<letters>[a-z]{2})(?![\p{L}\d])/giu;
const TWO_LETTER_WORDS = new Set("al af an as at be bij bv ca co de dr ds eb ed el en er eu ga ha he hè ho ib ik in is ja je jl ka kg km la ma me mg ml mm mw na no nu of ok om op pa po pk re so st te ter tv uw va vo vs wa we wo za ze zo zn zu".split(" "));

/** Postcodes: capitals with or without a space, small letters when they are no word. */
export function findPostcodes(text: string): Hit[] {
  return [...text.matchAll(POSTCODE)]
    .filter((match) => {
      const letters = match.groups?.["letters"] ?? "";
      if (/postcode|woon|adres/.test(before(text, match.index))) return true;
      if (match.groups?.["gap"] === "" && !/^(?:m[lgm]|kg|km)$/.test(letters)) return true;
      const isYear = /^(?:19|20)/.test(match[0]) && !/^ +[A-Z'’]/.test(text.slice(match.index + match[0].length));
      return letters === letters.toUpperCase() ? !(isYear && TWO_LETTER_WORDS.has(letters.toLowerCase())) : !TWO_LETTER_WORDS.has(letters.toLowerCase()) && !/^ ?\d/.test(after(text, match.index + match[0].length));
    })
    .map((match) => hit(match, "POSTCODE", suggestions.postcode));
}

function weightedSum(digits: string): number {
  let sum = 0;
  for (let index = 0; index < 8; index += 1) sum += (9 - index) * Number(digits[index]);
  return sum - Number(digits[8]);
}

/** How many characters, from the first, form a valid account number; the words after it may look like more of it. */
function ibanLength(text: string): number {
  for (let end = text.length; end >= 15; end -= 1) {
    const compact = text.slice(0, end).replace(/[^a-z0-9]/gi, "").toUpperCase();
    if (compact.length < 15) return 0;
    if (/[a-z0-9]/i.test(text[end - 1] ?? "") && !/[a-z0-9]/i.test(text[end] ?? "") && remainderBy97(compact) === 1) return end;
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

function isDutchPhone(digits: string): boolean {
  const national = digits.replace(/^(?:0031|31)0?/, "0");
  return national.length === 10 && !/^0(?:0|800|900|906|909)/.test(national);
}

function withoutTrailingPunctuation(found: Hit, words: string): Hit {
  return { ...found, end: found.end - (/[.,;:!?)\]'"”’]+$/.exec(words)?.[0].length ?? 0) };
}
