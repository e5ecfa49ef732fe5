import { describe, expect, test } from "vitest";
import { findIdentifyingWords } from "#lib/anonymity/detect";

/** What is found in a text, as "LABEL words". */
function found(text: string): string[] {
  return findIdentifyingWords(text).map((finding) => `${finding.label} ${finding.text}`);
}

function expectMarks(label: string, cases: [string, string[]][]): void {
  for (const [text, words] of cases) expect([text, found(text)]).toEqual([text, words.map((word) => `${label} ${word}`)]);
}

describe("dates", () => {
  test("are found however they are written", () => {
    expectMarks("DATE_OF_BIRTH", [
      ["geb. 12-mrt-2015", ["12-mrt-2015"]],
      ["geboren 12 3 2015", ["12 3 2015"]],
      ["geboren op tien maart tweeduizend twaalf", ["tien maart tweeduizend twaalf"]],
      ["geb 7 juli '14", ["7 juli '14"]],
      ["het betreft 20130522", ["20130522"]],
      ["overleden in nov 2, 2022", ["nov 2, 2022"]],
      ["gesprek d.d. 14.11.25", ["14.11.25"]],
      ["in het verslag van 2025-06-17", ["2025-06-17"]],
      ["hij wordt 21 mei tien", ["21 mei"]],
      ["geboren in maart 2014", ["maart 2014"]],
      ["ze worden 12 mei negen", ["12 mei"]],
      ["wordt 8 op 12 november", ["12 november"]],
      ["ingeschreven, 5-mei-'11", ["5-mei-'11"]],
    ]);
  });

  test("with a day and a month identify where a name stands beside them, or something happened to a family", () => {
    expectMarks("DATE_OF_BIRTH", [
      ["Op 31 oktober is oma overleden.", ["31 oktober"]],
      ["Thuis sinds 14 november.", ["14 november"]],
      ["Het is 12 december.", []],
    ]);
    expect(found("Jayden komt 12 december terug.")).toEqual(["PERSON Jayden", "DATE_OF_BIRTH 12 december"]);
    expect(found("Jayden mist de studiedag van 3 oktober.")).toEqual(["PERSON Jayden", "DATE_OF_BIRTH 3 oktober"]);
    expect(found("Jayden komt ma. 2-6 terug.")).toEqual(["PERSON Jayden", "DATE_OF_BIRTH 2-6"]);
  });

  test("of school life, and what is no date, stay", () => {
    expectMarks("DATE_OF_BIRTH", [
      ["De studiedag van 3 oktober; vóór 1 juni moet het OPP klaar zijn", []],
      ["groep 3-4, 2-3 keer, score 7/10, casus 26-04, week 36-40, schooljaar 2025-2026, 14.15 uur", []],
      ["in maart, op maandag, in 2019, eind mei", []],
    ]);
  });
});

describe("numbers", () => {
  test("a telephone is found with every separator", () => {
    expectMarks("PHONE", [
      ["bel 06/98765432", ["06/98765432"]],
      ["bel 06.55.50.01.62", ["06.55.50.01.62"]],
      ["bel 06_55500188", ["06_55500188"]],
      ["bel (+31)6-55500135", ["(+31)6-55500135"]],
      ["bel 023–555 01 80", ["023–555 01 80"]],
      ["op 06=55 50 01 44, of nul zes 55-50-01-44", ["06=55 50 01 44", "nul zes 55-50-01-44"]],
      ["bel 0031 6 55500144", ["0031 6 55500144"]],
      ["bel 112, 0800-2000 of 0900 8844", []],
    ]);
  });

  test("a BSN and an onderwijsnummer are found with every separator, or after the word for it", () => {
    expectMarks("BSN", [
      ["leerling 91.04.79.549", ["91.04.79.549"]],
      ["stond erin (418-106-423)", ["418-106-423"]],
      ["bsn: 123456789", ["123456789"]],
      ["ordernummer 123456789", []],
    ]);
    expectMarks("EDUCATION_NUMBER", [["Onderwijsnummer 1029.52.031", ["1029.52.031"]], ["PGN 100708608", ["100708608"]], ["OWN 11.717.6418", ["11.717.6418"]], ["ond.nr. 117176418", ["117176418"]]]);
  });

  test("an IBAN needs its form or its check, not only two letters", () => {
    expectMarks("IBAN", [
      ["op NL05SNSB 0854 740 012", ["NL05SNSB 0854 740 012"]],
      ["nl98abna0243274408", ["nl98abna0243274408"]],
      ["zwarte bus, mag volgens de uitspraak niet binnen 200 m van school", []],
    ]);
  });

  test("a postcode is told from a year with a word", () => {
    expectMarks("POSTCODE", [
      ["nu op 2015-CD", ["2015-CD"]],
      ["op 2042  LM", ["2042  LM"]],
      ["staat op 1973 rk", ["1973 rk"]],
      ["sinds 2024 is het zo en in 2019 en 2020 ook", []],
    ]);
  });

  test("a plate is found by its series, and by the car when it is foreign", () => {
    expectMarks("PLATE", [
      ["kenteken was G-482-TB", ["G-482-TB"]],
      ["rijdt in een rode bus, 83XPRK", ["83XPRK"]],
      ["bij het hek stond: kx 482 p. Grijze Opel", ["kx 482 p"]],
      ["een auto, 41-NHR-7", ["41-NHR-7"]],
      ["het Poolse busje WGM 7L44", ["WGM 7L44"]],
      ["grijze golf met duits kenteken, WES-KL 482", ["WES-KL 482"]],
      ["bus met kenteken vk 714 p", ["vk 714 p"]],
      ["toets M6, E5, AVI M4 en versie 3-A-2", []],
    ]);
  });
});

describe("addresses on the net", () => {
  test("e-mail is found with the at sign spelt out or the end forgotten", () => {
    expectMarks("EMAIL", [
      ["m.vandenbroek@cjg-regio.example", ["m.vandenbroek@cjg-regio.example"]],
      ["saar(at)gmail.com", ["saar(at)gmail.com"]],
      ["jan punt smit apenstaartje gmail punt com".replace("jan punt smit", "jansmit"), ["jansmit apenstaartje gmail punt com"]],
      ["naar fien2014@hotmail", ["fien2014@hotmail"]],
      ["bij info @ logopedie-taalklankje.nl", ["info @ logopedie-taalklankje.nl"]],
    ]);
  });

  test("an account is found after its network, a word is not", () => {
    expectMarks("URL", [
      ["via snap (snuskoning2012)", ["snuskoning2012"]],
      ["insta yara.polly_09", ["yara.polly_09"]],
      ["op tiktok heet ze xxliekexx", ["xxliekexx"]],
      ["haar account staat openbaar: chay.xo_010", ["chay.xo_010"]],
      ["op de pagina (insta: mamavanlotenpim)", ["mamavanlotenpim"]],
      ["staat op snap bij @lil_dex023", ["@lil_dex023"]],
      ["in roblox heet ie xX_markyboy_Xx", ["xX_markyboy_Xx"]],
      ["chat onder naam xX_DarkTijn2011_Xx", ["xX_DarkTijn2011_Xx"]],
      ["een nepaccount op insta, juf.truus.exposed", ["juf.truus.exposed"]],
      ["op insta al wende.zonder.l", ["wende.zonder.l"]],
      ["het staat in verslag_mdo_2.pdf", []],
      ["ik snap niks van die wachttijden, ik snap het", []],
      ["zie wij-leren.nl of www.nji.nl", []],
    ]);
  });
});

describe("years, months and accounts", () => {
  test("a year after geb. is a date of birth, a month with its year tells when something happened to somebody", () => {
    expectMarks("DATE_OF_BIRTH", [
      ["Jongen, geb. 2016, groep 5", ["2016"]],
      ["geboortejaar: 2014", ["2014"]],
      ["geb 010216", ["010216"]],
      ["geb. 03-2014", ["03-2014"]],
      ["ze is jarig op de 12e, hij is geboren op kerstavond 2015", ["12e", "kerstavond 2015"]],
      ["Jongen, afwezig van 3 t/m 8 april 2025", ["3 t/m 8 april 2025"]],
      ["in 2016 begonnen wij", []],
      ["sinds feb 2024 werken we anders", []],
    ]);
    expect(found("Anna is er sinds feb 2024 niet")).toEqual(["PERSON Anna", "DATE_OF_BIRTH feb 2024"]);
  });

  test("letters and digits in one are an account, a group or a month is none", () => {
    expectMarks("URL", [
      ["hij heet daar pa.tijn79", ["pa.tijn79"]],
      ["ze is soef.040 op snap", ["soef.040"]],
      ["groep7 en maart2024 en week12", []],
    ]);
  });

  test("a foreign plate with three parts is found beside its car", () => {
    expectMarks("PLATE", [
      ["een oude Golf, NS 114-KT, bij het hek", ["NS 114-KT"]],
      ["de les NS 114-KT is vervallen", []],
    ]);
  });
});
