import { describe, expect, it, test } from "vitest";
import { findIdentifyingWords } from "#lib/anonymity/detect";

function found(text: string): string[] {
  return findIdentifyingWords(text).map((finding) => finding.text);
}

describe("a text that gives ordinary words a capital names nobody", () => {
  test.each([
    "Dagindeling: Inloop, Kring, Rekenen, Pauze, Lunch, Thema. Gebruik de Kapstok en een Bel.",
    "Sterk: Fantasie, Bouwen. Tijdens de Kring speelt ze met Roos en Bloem van Papier.",
    "Conclusie: Wil wel, kan niet. Advies: een Maatje en een Rustplek.",
    "Hulpmiddelen: een Wiebelkussen, Bozzelo en een Timer bij de Weektaak.",
    "De Lijsters, de Merels en de Vinken gaan op Maandag naar het Bos.",
  ])("%s", (text) => expect(found(text)).toEqual([]));

  it("still finds names in it", () => {
    expect(found("Sterk: Fantasie, Bouwen. In de Kring zit Djuriano naast Fatima; juf Anke is er ook.")).toEqual(["Djuriano", "Fatima", "Anke"]);
  });

  it("takes a capital for a name where words have none", () => {
    expect(found("Vandaag speelde Beer met Roos en Samira in de bouwhoek")).toEqual(["Beer", "Roos", "Samira"]);
  });
});

describe("words around a word that is a name too", () => {
  test.each<[string, string, string[]]>([
    ["what somebody does something with", "Regen vindt ze fijn, roos is haar lievelingskleur.", []],
    ["most and least", "max praat max hard, max drie keer per uur zegt juf anke", ["max", "anke"]],
    ["a plural", "Ze praat over Vlinders in haar buik.", []],
    ["a greeting in the middle of a text", "wat een dag. Regen, binnen pauze", []],
    ["a thing called after somebody", "we doen de Sarr-therapie en een Bozzelo-training", []],
    ["English words", "wij gaan met Mighty Tower en Crazy Kitchen aan de slag", []],
    ["people whom everybody knows", "fan van Lionel Messi, werkstuk over Vincent van Gogh", []],
    ["an animal", "De hond van de conciërge heet Tommie, het konijn heet Flappie.", []],
    ["who thought something out", "de wet van Murphy en de piramide van Bozzelo; het potlood van Samir is weg", ["Samir"]],
    ["what only somebody does", "hoop zegt dat het lukt, rust helpt", ["hoop"]],
    ["a group behind it", "sidra gr 4 en joudil gr 2 zijn er", ["sidra", "joudil"]],
    ["a surname in small letters", "beste juffen, bloem teunissen komt maandag", ["bloem teunissen"]],
    ["a village as a surname", "Hidde en Suze van Santen zijn er", ["Hidde", "Suze van Santen"]],
    ["a title before any surname", "fam al khalafi en fam van 't Veer", ["al khalafi", "van 't Veer"]],
    ["a place of work after a name", "kinan peuterspeelzaal, mert zwemles", ["kinan", "mert"]],
    ["an institution with an article", "de omgang van Samir loopt via de Raad.", ["Samir"]],
  ])("%s: %s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("places, schools and the rest", () => {
  test.each<[string, string, string[]]>([
    ["a quarter", "Tala woont met z'n negenen in de Kruiskamp, tante in het Transvaalkwartier.", ["Tala", "de Kruiskamp", "Transvaalkwartier"]],
    ["an island", "oma van Jelmer woont op Urk", ["Jelmer", "Urk"]],
    ["where a whole class goes", "Op kamp naar Texel: slaapzak mee.", []],
    ["a street on the way", "Kyano liep weg richting de Molenwetering.", ["Kyano", "Molenwetering"]],
    ["a street that starts with Van", "Adres: Van Speijkstraat 9-B", ["Van Speijkstraat 9-B"]],
    ["a surname like a street", "moeder van Quinty van de Weerdhof", ["Quinty van de Weerdhof"]],
    ["a year after a name", "Jongere: Abdirahman Farah, 2009, moeder belt", ["Abdirahman Farah", "2009"]],
    ["a letter that counts cases", "casus 2 N. en broertje D. : moeder moe", ["N.", "D."]],
    ["a case that is called by a letter", "Casus A. (jongen, groep 6) en plan B. Verder niets.", ["A."]],
    ["a club of two colours", "neef van Milan zit op vv Oranje Zwart.", ["Milan", "vv Oranje Zwart"]],
    ["a school that was", "Vorige school was Sint Jozef, zegt moeder.", ["Sint Jozef"]],
    ["a book with an article", "Ze leest graag De Grijze Jager en De Gestolen Sleutel.", []],
    ["a school without a capital", "jeandrick is gestart op de korenaar", ["jeandrick", "de korenaar"]],
    ["an app after another", "Hij zit op Snapchat en YouTube.", []],
  ])("%s: %s", (_, text, expected) => expect(found(text)).toEqual(expected));
});
