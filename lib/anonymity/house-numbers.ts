// What stands after the name of a street: a number with its addition, and what shows that a number counts something else.

const STOREY = "hs|bis|rd|zw|huis|boven|beneden|rood|zwart|sous|part\\.?|ac|ws|wb|app|kmr|et";
const ADDITION = [
  `[ -]?(?:${STOREY})(?:[ -]?[a-zA-Z]?)(?![\\p{L}\\d])`,
  "[- /]?(?:I{1,3}|IV|VI{0,3})(?![\\p{L}\\d])",
  "-[a-zA-Z]?\\d{1,3}(?![\\p{L}\\d])",
  "[-/] ?[a-zA-Z]\\d{0,2}(?![\\p{L}\\d])",
  "/\\d{1,3}(?![\\p{L}\\d/])",
  " ?[a-hA-H]\\d?(?![\\p{L}\\d])",
].join("|");
const WITHIN = " ?,? (?:flat|app\\.?|appartement|kamer|kmr\\.?|etage|toev\\.?|unit|huisje|plek|bus|verdieping) ?\\d{1,4}";

/** 12, 12b, 22-bis, 9hs, 3-w8, 41 rood, 88-III, 4 app. 12, t/o 44. */
export const HOUSE = `(?:t/o |tegenover |nabij |bij |t\\.o\\. )?\\d{1,4}(?:${ADDITION})?(?:${WITHIN})?`;

/** Not "3 keer", "5 km", "7/10" or "2015". */
export const NO_UNIT =
  "(?![\\d.,]*\\d|[-/]\\d|[.,]?\\d|[ -](?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)| ?(?:keer|x|jaar|jr|uur|u|dagen|dgn|weken|wkn|maanden|mnd|minuten|min|km|meter|m|kinderen|knd|procent|%|leerlingen|lln|kilometer|personen|huizen|woningen|euro|maal|dagdelen|ochtenden|middagen|punten|plaatsen|plekken|jongens|meisjes|groepen|klassen|leerkrachten)(?!\\p{L}))";
