import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { stdnum } from "stdnum";
import { describe, expect, it, test } from "vitest";
import { findIdentifyingWords, withSuggestion } from "#lib/anonymity/detect";
import type { FindingLabel } from "#lib/anonymity/findings";
import { isBsn, isEducationNumber } from "#lib/anonymity/numbers";
import { anonymityTexts } from "#lib/texts/anonymity";

const known = { people: ["Noor de Wit", "Samira Haddad", "Roos Bakker"], schools: ["OBS De Wilgen", "De Meerpaal"] };

/** What is found in a text, as "LABEL words". */
function found(text: string): string[] {
  return findIdentifyingWords(text, known).map((finding) => `${finding.label} ${finding.text}`);
}

describe("what the scenario types", () => {
  it("is flagged at the name and the date, with words that could stand there", () => {
    expect(findIdentifyingWords("Jayden slaapt slecht sinds 12-03")).toEqual([
      { start: 0, end: 6, label: "PERSON", text: "Jayden", suggestion: "de leerling" },
      { start: 27, end: 32, label: "DATE_OF_BIRTH", text: "12-03", suggestion: "sinds dit voorjaar" },
    ]);
  });

  it("reads well, and passes, once the suggestions stand there", () => {
    const text = "Jayden slaapt slecht sinds 12-03";
    const rewritten = findIdentifyingWords(text).toReversed().reduce(withSuggestion, text);
    expect(rewritten).toBe("de leerling slaapt slecht sinds dit voorjaar");
    expect(found(rewritten)).toEqual([]);
  });
});

describe("names", () => {
  test.each<[string, string[]]>([
    ["jayden slaapt slecht en fatima ook", ["PERSON jayden", "PERSON fatima"]],
    ["Oleksandr en Yusuf spelen met Zuzanna", ["PERSON Oleksandr", "PERSON Yusuf", "PERSON Zuzanna"]],
    ["Moeder (Hatice Yılmaz) belde", ["PERSON Hatice Yılmaz"]],
    ["Anne-Marie Jansen en Jan-Willem van 't Hof kwamen", ["PERSON Anne-Marie Jansen", "PERSON Jan-Willem van 't Hof"]],
    ["Jaydens moeder kent emma's vader", ["PERSON Jaydens", "PERSON emma's"]],
    ["meester bas, juf Moon en oma Truus", ["PERSON bas", "PERSON Moon", "PERSON Truus"]],
    ["dhr. de vries en mevrouw bakker", ["PERSON de vries", "PERSON bakker"]],
    ["Zijn broertje sem huilt. Sem slaapt niet.", ["PERSON sem", "PERSON Sem"]],
    ["De moeder van Xiulan heeft gebeld", ["PERSON Xiulan"]],
    ["De leerkracht (Joke van den Heuvel) en de buurvrouw (Gré)", ["PERSON Joke van den Heuvel", "PERSON Gré"]],
    ["Ik maak me zorgen om roos, roos eet bijna niet", ["PERSON roos", "PERSON roos"]],
    ["Soufiane B. en Li Wei zijn ziek, in jan is er overleg", ["PERSON Soufiane B.", "PERSON Li Wei"]],
    ["Noor belde, samira niet", ["PERSON Noor", "PERSON samira"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));

  it("counts a name that is also a word only with evidence", () => {
    expect(found("Roos slaapt slecht")).toEqual(["PERSON Roos"]);
    expect(found("Er staat een roos in de tuin na de storm")).toEqual([]);
    expect(found("Met Storm gaat het beter")).toEqual(["PERSON Storm"]);
    expect(found("Wil je meedenken? Bakker worden lijkt hem mooi.")).toEqual([]);
  });

  it("offers words that fit after a role", () => {
    const suggestions = findIdentifyingWords("Juf Anna en broertje Sem en meneer Smit").map((finding) => finding.suggestion);
    expect(suggestions).toEqual(["van de groep", "van de leerling", "(zonder naam)"]);
  });
});

describe("initials", () => {
  test.each<[string, string[]]>([
    ["K. is moe. Het gaat beter met S. en leerling J. ook", ["INITIALS K.", "INITIALS S.", "INITIALS J."]],
    ["J.v.d.B. is ziek, M. de Vries belde", ["INITIALS J.v.d.B.", "PERSON M. de Vries"]],
    ["Leerling A en leerling B scoren M4, E5, IV en een A-score in groep A.", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("dates", () => {
  test.each<[string, string[]]>([
    ["geboren op 12 maart 2015, 12-03-2015, geb. 03-05-15", ["DATE_OF_BIRTH 12 maart 2015", "DATE_OF_BIRTH 12-03-2015", "DATE_OF_BIRTH 03-05-15"]],
    ["jarig op 4 juni en wordt op 12 maart 9", ["DATE_OF_BIRTH 4 juni", "DATE_OF_BIRTH 12 maart"]],
    ["geboren op twaalf maart tweeduizendvijftien", ["DATE_OF_BIRTH twaalf maart tweeduizendvijftien"]],
    ["Op 3 oktober is er een studiedag; in april en op maandag gaat het beter", []],
    ["2-3 keer per week, groep 3-4, 10-12 minuten, score 7/10, schooljaar 2025-2026, om 14.15 uur, Casus 26-07", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("numbers and addresses", () => {
  test.each<[string, string[]]>([
    ["BSN 111222333 en 1112.22.333", ["BSN 111222333", "BSN 1112.22.333"]],
    ["iban nl91 abna 0417 1643 00 of BE68 5390 0754 7034", ["IBAN nl91 abna 0417 1643 00", "IBAN BE68 5390 0754 7034"]],
    ["bel 06 - 12 34 56 78 of +31 (0)23 555 1234", ["PHONE 06 - 12 34 56 78", "PHONE +31 (0)23 555 1234"]],
    ["Veilig Thuis is bereikbaar op 0800-2000", []],
    ["fatima@voorbeeld.nl, www.voorbeeld.nl/x en insta @jay.2015", ["EMAIL fatima@voorbeeld.nl", "URL www.voorbeeld.nl/x", "URL @jay.2015"]],
    ["auto met 12-ABC-3", ["PLATE 12-ABC-3"]],
    ["Jan van Galenstraat 12b, 2034 AB, lindelaan 4", ["ADDRESS Jan van Galenstraat 12b", "POSTCODE 2034 AB", "ADDRESS lindelaan 4"]],
    ["verhuisd van Zandvoort naar haarlem", ["PLACE Zandvoort", "PLACE haarlem"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));

  it("checks BSN and onderwijsnummer as the package stdnum does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 999_999_999 }), (number) => {
        const digits = String(number).padStart(9, "0");
        expect(isBsn(digits)).toBe(stdnum.NL?.bsn?.validate(digits).isValid);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 109_999_999 }), (number) => {
        expect(isEducationNumber(String(number))).toBe(stdnum.NL?.onderwijsnummer?.validate(String(number)).isValid);
      }),
    );
  });
});

describe("schools and clubs", () => {
  test.each<[string, string[]]>([
    ["Zij zit op obs De Wilgen, eerder op De Regenboog", ["SCHOOL obs De Wilgen", "SCHOOL De Regenboog"]],
    ["Wij van de Meerpaal vragen hulp", ["SCHOOL de Meerpaal"]],
    ["na het Mendelcollege en basisschool de klimboom", ["SCHOOL Mendelcollege", "SCHOOL basisschool de klimboom"]],
    ["voetbalt bij HFC Haarlem en zit op scouting Die Trekvoghels", ["CLUB HFC Haarlem", "CLUB scouting Die Trekvoghels"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

test("the own school becomes ours, any other one another", () => {
  const suggested = (text: string) => findIdentifyingWords(text, known).map(({ suggestion }) => suggestion);
  for (const own of ["obs De Wilgen", "De Wilgen", "OBS De Wilgen"]) expect(suggested(`Zij zit op ${own}.`), own).toEqual([anonymityTexts.suggestions.school]);
  for (const other of ["obs De Regenboog", "De Meerpaal", "het Mendelcollege"]) expect(suggested(`Zij zit op ${other}.`), other).toEqual([anonymityTexts.suggestions.otherSchool]);
});

describe("what identifies nobody is left alone", () => {
  test.each([
    "Een leerling uit groep 6 van de middenbouw slaapt slecht. Vader wil graag meedenken, moeder ook.",
    "CJG, GGD, Veilig Thuis, Beschermtafel, leerplicht, jeugdarts en SWV zijn betrokken.",
    "De jeugdverpleegkundige van de GGD Kennemerland belt met Veilig Thuis Kennemerland en de gemeente Haarlem.",
    "Cito begrijpend lezen M4 IV, E5 II, AVI M6, DMT 80, WISC-V met een IQ van 85-95.",
    "We werken met Pluspunt, Veilig leren lezen (kim-versie), Rots en Water, Kanjertraining en Nieuwsbegrip.",
    "Het gezin komt uit Syrië, spreekt Arabisch en Turks. De Raad voor de Kinderbescherming is niet aan de orde.",
    "De Leerkracht en de Intern Begeleider spreken met Moeder. De School vraagt hulp aan het Kernteam.",
    "Hij speelt graag Minecraft en Roblox. Wat gaat goed? Rekenen gaat goed. Max. 3 keer per week.",
  ])("%s", (text) => expect(found(text)).toEqual([]));
});

describe("any text at all", () => {
  const fragments = fc.constantFrom("Jayden", "jan", "van der", "Berg", "juf", "12-03", "2015", "06", "1234", "K.", "'s", "@", ".nl", "obs De", "\n", "é", "İ", "😀", "\ud800", "geb.", "Kerkstraat 1", "NL91", "-", "(");
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.oneof(fragments, fc.string({ maxLength: 5 })), { maxLength: 40 }).map((parts) => parts.join(" ")));

  it("gives findings that match the text, in order and apart", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const finding of findIdentifyingWords(text, known)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          expect(finding.text).toBe(text.slice(finding.start, finding.end));
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("takes no suggestion for something identifying", () => {
    const labels = new Set<FindingLabel>();
    for (const finding of findIdentifyingWords("juf Anna, broertje Sem en meneer Smit; Jayden geb. 03-05-2015, 06-12345678, 111222333, jan@x.nl, 2034 AB, Kerkstraat 1, obs De Wilgen, vv Schoten, uit Zandvoort, NL91ABNA0417164300, 12-ABC-3", known)) {
      labels.add(finding.label);
      expect(found(`Het gaat om ${finding.suggestion}.`)).toEqual([]);
    }
    expect(labels.size).toBeGreaterThan(9);
  });
});

describe("the command", () => {
  it("answers each JSON line with its spans, and skips what is no such line", () => {
    const input = `${JSON.stringify({ id: "a", text: "Jayden is moe" })}\nno json\n`;
    const result = spawnSync("node", ["lib/cli/anonymity.ts"], { input, encoding: "utf8" });
    expect(JSON.parse(result.stdout)).toEqual({ id: "a", spans: [{ start: 0, end: 6, label: "PERSON", text: "Jayden", suggestion: "de leerling" }] });
    expect(result.stderr).toBe('Line 2 is not {"id": …, "text": "…"} and was skipped.\n');
    expect(result.status).toBe(1);
  });
});
