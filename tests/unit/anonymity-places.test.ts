import { describe, expect, test } from "vitest";
import { findIdentifyingWords } from "#lib/anonymity/detect";

function found(text: string): string[] {
  return findIdentifyingWords(text).map((finding) => `${finding.label} ${finding.text}`);
}

function expectMarks(label: string, cases: [string, string[]][]): void {
  for (const [text, words] of cases) expect([text, found(text)]).toEqual([text, words.map((word) => `${label} ${word}`)]);
}

describe("schools", () => {
  test("are found after the word for their kind, with or without capitals", () => {
    expectMarks("SCHOOL", [
      ["naar SBO De Springplank", ["SBO De Springplank"]],
      ["ikc 't startnest heeft plek", ["ikc 't startnest"]],
      ["nu op obs wilgenhoek", ["obs wilgenhoek"]],
      ["bij Kinderdagverblijf Pippeloen", ["Kinderdagverblijf Pippeloen"]],
    ]);
  });

  test("are found by their own form", () => {
    expectMarks("SCHOOL", [
      ["van de Beatrixschool en de Koningin Emmaschool", ["Beatrixschool", "Koningin Emmaschool"]],
      ["brief van schaepmanschool", ["schaepmanschool"]],
      ["vanuit de Vrije School Kennemer", ["Vrije School Kennemer"]],
      ["gaat naar Spaarnehof College", ["Spaarnehof College"]],
      ["naar de Prins Johan Friso Mytylschool", ["Prins Johan Friso Mytylschool"]],
      ["belt met de Berg en Boschschool", ["Berg en Boschschool"]],
      ["iemand van de oranjeschool, niet van een vergaderschool", ["oranjeschool"]],
      ["wil naar het Roncalli net als zijn neef, samenwerking met Sint Jozef loopt stroef", ["het Roncalli", "Sint Jozef"]],
    ]);
  });

  test("of the whole country are known by name, where the sentence is about school", () => {
    expectMarks("SCHOOL", [
      ["hij komt van de zonnewijzer", ["de zonnewijzer"]],
      ["wij van de Wilgenhoek zoeken hulp", ["de Wilgenhoek"]],
      ["na de regen stond er een regenboog boven het plein", []],
    ]);
  });

  test("are found in a row with another, after a wish, and by what somebody attends", () => {
    expectMarks("SCHOOL", [
      ["was eerder op de Windroos, De Kameleon en kort thuis", ["de Windroos", "De Kameleon"]],
      ["Voorkeur VO: de Nieuwe Gilde", ["de Nieuwe Gilde"]],
      ["zij volgt het Stormink", ["het Stormink"]],
      ["klas 2B van het Maaswaal", ["het Maaswaal"]],
      ["havo-3 Christelijk College De Veste", ["Christelijk College De Veste"]],
      ["brugklas Mr. Ubbink College", ["Mr. Ubbink College"]],
      ["nog op CBS Op 'e Hichte", ["CBS Op 'e Hichte"]],
      ["ver van so de Piramide", ["so de Piramide"]],
      ["werkt met Piramide op de peuteropvang", []],
    ]);
  });

  test("are not the kinds of school", () => {
    expectMarks("SCHOOL", [
      ["het sbo, de basisschool en de bso overleggen; de Zomerschool en een Vrije school ook", []],
      ["De School vraagt hulp en de Leerkracht ook", []],
    ]);
  });
});

describe("clubs", () => {
  test("are found after their kind, by their form and after the sport", () => {
    expectMarks("CLUB", [
      ["zit op SV Onze Gezellen", ["SV Onze Gezellen"]],
      ["Judoschool Hajime-Oost", ["Judoschool Hajime-Oost"]],
      ["rugbyclub haarlem wil hem", ["rugbyclub haarlem"]],
      ["hij voetbalt bij DSS", ["DSS"]],
      ["turnen bij Sparta '49", ["Sparta '49"]],
      ["HIJ VOETBALT OOK NOG STEEDS BIJ EHC '31", ["EHC '31"]],
      ["hij speelt bij c.c. Salland en jeugdharmonie St. Cecilia", ["c.c. Salland", "jeugdharmonie St. Cecilia"]],
      ["zit op hc eemvallei", ["hc eemvallei"]],
      ["judoka bij Judo Yushi", ["Judo Yushi"]],
    ]);
  });

  test("are not sports", () => {
    expectMarks("CLUB", [["zit op voetbal, hockey en de sportclub bij school; een judoclub zoeken we nog", []]]);
  });
});

describe("addresses and places", () => {
  test("a street is found with its number, in every form", () => {
    expectMarks("ADDRESS", [
      ["bij haar, Trompstr. 16", ["Trompstr. 16"]],
      ["P.C. Boutensstraat 211-III", ["P.C. Boutensstraat 211-III"]],
      ["naar Briandlaan 88 flat 4", ["Briandlaan 88 flat 4"]],
      ["woont op Het Spui 1", ["Het Spui 1"]],
      ["woont tulpenkade 19", ["tulpenkade 19"]],
      ["fietsongeluk op de Zeeweg", ["Zeeweg"]],
    ]);
  });

  test("a street is found with every addition to its number", () => {
    expectMarks("ADDRESS", [
      ["wonen zwarteweg 22-bis", ["zwarteweg 22-bis"]],
      ["op de dahliastraat 9hs", ["dahliastraat 9hs"]],
      ["aan de Ringdijk 3-w8", ["Ringdijk 3-w8"]],
      ["op de dorpsstr 14b", ["dorpsstr 14b"]],
      ["aan de zandweg, nr 40", ["zandweg, nr 40"]],
      ["ligplaats: Oude Zijlkade t/o 44", ["Oude Zijlkade t/o 44"]],
      ["woont Korenbloemplein 41 rood", ["Korenbloemplein 41 rood"]],
      ["op de Jan Boersstrjitte 5", ["Jan Boersstrjitte 5"]],
    ]);
  });

  test("an address without a word for a street is found by its place in the sentence", () => {
    expectMarks("ADDRESS", [
      ["adres klopt (op de Bies 17)", ["op de Bies 17"]],
      ["in flat Kruitberg 1207", ["flat Kruitberg 1207"]],
      ["vader ontvangt post op postbus 310", ["postbus 310"]],
      ["hij slaapt op veenderij 7-3, 2e bel", ["veenderij 7-3, 2e bel"]],
      ["OPA WOONT OP DE BERKENHOF EN HAALT HEM OP", ["BERKENHOF"]],
      ["op de Cito 8, in de Week 12, op de tweede plaats 3 keer", []],
      ["hoek Molenweg/Heuvelstraat", ["Molenweg", "Heuvelstraat"]],
      ["Pauze op Schoolplein/Gymzaal. Kijkt Sesamstraat/Klokhuis. Onderweg/Thuis: boos.", []],
    ]);
    expect(found("Turfsteker 130, 7891GB te Klazienaveen")).toEqual(["ADDRESS Turfsteker 130", "POSTCODE 7891GB", "PLACE Klazienaveen"]);
  });

  test("a street without a name, and what is counted, stays", () => {
    expectMarks("ADDRESS", [["op het sportveld 2, in de zwembaan 4, schoolplein 3", []], ["op het schoolplein, onderweg, in de straat; Groep 5, Lokaal 4, de helft van de weg 3 keer", []]]);
  });

  test("a town is found where somebody lives, comes from or goes", () => {
    expectMarks("PLACE", [
      ["verhuisd naar velserbroek en Nieuw-Vennep", ["velserbroek", "Nieuw-Vennep"]],
      ["ze is bang voor ontvoering naar Nador", ["Nador"]],
      ["vertrokken naar Rotterdam-Zuid", ["Rotterdam-Zuid"]],
      ["er woont een jongen in het dorp, Spaarnwoude", ["Spaarnwoude"]],
    ]);
  });

  test("a town that is in no list is found after its postcode", () => {
    expect(found("De Meerpaal, Schoolstraat 5, 1995 BC Duinstede")).toEqual(["SCHOOL De Meerpaal", "ADDRESS Schoolstraat 5", "POSTCODE 1995 BC", "PLACE Duinstede"]);
    expect(found("1995 BC Jansen")).toEqual(["POSTCODE 1995 BC", "PERSON Jansen"]);
  });

  test("a quarter, a village and a town in another spelling are found", () => {
    expectMarks("PLACE", [
      ["verhuisd vanuit Poelenburg", ["Poelenburg"]],
      ["gezin zat in azc Overberg", ["Overberg"]],
      ["vanaf halte Oudleusen is het ver", ["Oudleusen"]],
      ["vader zit nog in addis abeba", ["addis abeba"]],
      ["ze wonen nu in doorn", ["doorn"]],
      ["verhuisd naar Assen-Marsdijk", ["Assen-Marsdijk"]],
      ["een doorn in het oog, in best veel gevallen, in het Nidos-pleeggezin", []],
    ]);
    expect(found("Varsselseweg 8, Hengelo Gld")).toEqual(["ADDRESS Varsselseweg 8", "PLACE Hengelo Gld"]);
    expect(found("Vorige school: De Vlonder, Ter Apel")).toEqual(["SCHOOL De Vlonder", "PLACE Ter Apel"]);
    expect(found("wonen zwarteweg 22-bis Zwaagdijk")).toEqual(["ADDRESS zwarteweg 22-bis", "PLACE Zwaagdijk"]);
    expect(found("de St. Jozefschool Grashoek")).toEqual(["SCHOOL St. Jozefschool", "PLACE Grashoek"]);
  });

  test("an organisation keeps its town, and a country says nothing", () => {
    expectMarks("PLACE", [["de GGD Hollands Midden, gemeente Haarlem en Veilig Thuis Kennemerland; uit Syrië en naar Suriname", []]]);
  });
});

describe("beside somebody who is named", () => {
  test("a school needs no word for it", () => {
    expect(found("Anna zit op Sancta Maria, Bilal wil naar het Bonhoeffer en Semhar was op 't Kwetternest.")).toEqual([
      "PERSON Anna",
      "SCHOOL Sancta Maria",
      "PERSON Bilal",
      "SCHOOL het Bonhoeffer",
      "PERSON Semhar",
      "SCHOOL 't Kwetternest",
    ]);
    expect(found("Openbare Daltonschool Het Kwadrant belt administratie De Klimroos, en directeur De Bruin")).toEqual([
      "SCHOOL Openbare Daltonschool Het Kwadrant",
      "SCHOOL De Klimroos",
      "PERSON De Bruin",
    ]);
    expect(found("Anna speelt in de kast en zit op Engels.")).toEqual(["PERSON Anna"]);
  });

  test("a town needs no preposition, and alone a large one says nothing", () => {
    expect(found("Semhar vertelt over Asmara")).toEqual(["PERSON Semhar", "PLACE Asmara"]);
    expect(found("Noud vindt Kerkrade-Sittard een eind rijden")).toEqual(["PERSON Noud", "PLACE Kerkrade-Sittard"]);
    expect(found("Wie rijdt er van Liempde naar Vught?")).toEqual(["PLACE Liempde", "PLACE Vught"]);
    expect(found("In Utrecht en Amsterdam-Noord werkt het.")).toEqual([]);
    expect(found("Anna woont in Utrecht.")).toEqual(["PERSON Anna", "PLACE Utrecht"]);
  });
});

describe("without capitals", () => {
  test("clubs and schools are found by the word for them and an article", () => {
    expectMarks("CLUB", [
      ["ze danst bij dansschool de trampoline", ["dansschool de trampoline"]],
      ["gestopt bij muziekschool move2it", ["muziekschool move2it"]],
      ["de voetbalclub de hele dag bellen", []],
    ]);
    expectMarks("SCHOOL", [
      ["hij komt van sbo de springplank", ["sbo de springplank"]],
      ["zus zit op het teyler lyceum", ["het teyler lyceum"]],
      ["naar een gewoon lyceum", []],
    ]);
  });
});

describe("streets without a number", () => {
  test("are found by their last part after aan de, and flats by theirs", () => {
    expectMarks("ADDRESS", [
      ["bij de flat (Koningin Emmaflat) gebeld", ["Koningin Emmaflat"]],
      ["een woonwagen aan de Havikshorst", ["Havikshorst"]],
      ["hij fietst door de Bas van der Heijdenstraat", ["Bas van der Heijdenstraat"]],
      ["ze wonen in de Kerkstraat, bij een winkelstraat", ["Kerkstraat"]],
      ["ik ga langs op de Ringbaan-West", ["Ringbaan-West"]],
      ["adres is nu van Zaanenlaan 7b", ["van Zaanenlaan 7b"]],
    ]);
  });
});
