import { roleOfWord } from "#lib/anonymity/grammar";

const ORGANISATION = "cjg|ggd|jgz|swv|smw|ggz|mdt|leerplicht|lp|wijkteam|jeugdteam|gemeente|politie|halt|veilig thuis|thuiszorg|kinderopvang|bso|administratie|bestuur|raad|jb|jeugdbescherming|samenwerkingsverband|schoolmaatschappelijk|maatschappelijk|bureau|vo|po|sbo|havo|vmbo";
const BESIDE = new RegExp(`^(?:, ?| ?\\(|, de | - )(?:(?<organisation>${ORGANISATION})|(?<role>\\p{L}{2,}(?:-\\p{L}+)?))(?!\\p{L})`, "iu");

const SOMEWHERE =
  /^ (?:van|vd|v\/d|v\.d\.) (?:(?:de|het|'t|t) )?(?:cjg|ggd|jgz|swv|bso|tso|ib|administratie|leerplicht|wijkteam|gemeente|school|kerk|opvang|mr|overblijf|receptie|fietsenstalling|bibliotheek|jongerenwerk|politie|thuiszorg|kdv|vso|sbo|kinderopvang|jeugd\p{L}*|veilig thuis|smw|schoolmaatschappelijk|moskee|club|voetbal|hockey|sport|dagbesteding|naschoolse|taxi|buren|overkant|concierge|keuken|ict)(?!\p{L})/u;

/** Whether "van de GGD" or the like stands right after a word. */
export function worksSomewhere(rest: string): boolean {
  return SOMEWHERE.test(rest.toLowerCase());
}

/** Whether what stands right after a word tells somebody's work: "(leerplicht)", ", orthopedagoog", "(CJG)". */
export function tellsWork(rest: string): boolean {
  const { organisation, role = "" } = BESIDE.exec(rest)?.groups ?? {};
  return organisation !== undefined || roleOfWord(role.toLowerCase()) !== null;
}
