import { describe, expect, it, test } from "vitest";
import { findIdentifyingWords } from "#lib/anonymity/detect";

/** The words that are found in a text, of the kinds that are about people. */
function people(text: string): string[] {
  return findIdentifyingWords(text).filter(({ label }) => label === "PERSON" || label === "INITIALS").map((finding) => finding.text);
}

describe("a name is found", () => {
  test.each<[string, string, string[]]>([
    ["without a capital, when it is no Dutch word", "vanmorgen kwam abdelkarim binnen en fenna ook", ["abdelkarim", "fenna"]],
    ["of every origin", "Semhar, Yohana, Daryna, Krzysztof, Thuy, Sharmila, Berivan en Xiomara zijn er", ["Semhar", "Yohana", "Daryna", "Krzysztof", "Thuy", "Sharmila", "Berivan", "Xiomara"]],
    ["that is in no list, in a person's place", "Ik sprak met Djuriano. Volgens Zemfira huilt hij.", ["Djuriano", "Zemfira"]],
    ["that is in no list and has no capital, after a role word", "de moeder van shenelly en haar broertje djairo", ["shenelly", "djairo"]],
    ["with its tussenvoegsels", "Wilma van 't Hof, Joost de Visser, Tycho van der Plas en Samira El Amrani", ["Wilma van 't Hof", "Joost de Visser", "Tycho van der Plas", "Samira El Amrani"]],
    ["that is a surname only, after a title", "mevrouw bakker, dhr. Ooms en de familie Al Jasem", ["bakker", "Ooms", "Al Jasem"]],
    ["of two surnames", "mw. de Groot-Baltus en E.M. de Wolff – van Zanten", ["de Groot-Baltus", "E.M. de Wolff – van Zanten"]],
    ["with the initial of its surname", "Sven de G. en Noah v.d. P. en Priya R. vechten", ["Sven de G.", "Noah v.d. P.", "Priya R."]],
    ["with the s of possession", "Ayoubs klas en emma's vader", ["Ayoubs", "emma's"]],
    ["in a text that is typed in capitals", "TYGO HEEFT WEER GEBETEN EN JUF ANKE IS NAAR HUIS", ["TYGO", "ANKE"]],
    ["of two Chinese syllables", "Chen Wei zit naast Xiu Ying", ["Chen Wei", "Xiu Ying"]],
    ["under a mail and above it", "Beste Ilse, tot morgen.\nGroetjes, Gea", ["Ilse", "Gea"]],
    ["that somebody is called by", 'Iedereen noemt hem "Boef" en dat vindt hij niet leuk', ["Boef"]],
    ["after a role in quotation marks", 'Haar "tante" Comfort blijkt geen familie', ["Comfort"]],
    ["with a role before its hyphen, or a group after it", "Juf-Annebel en mijn duo-tamara kennen de Van Wijngaarden-kinderen", ["Annebel", "tamara", "Van Wijngaarden"]],
    ["in capitals with a hyphen", "4 wkn, KAYA-LYNN VERHOEVEN, en mw OWUSU-ANSAH", ["KAYA-LYNN VERHOEVEN", "OWUSU-ANSAH"]],
    ["in no list, in a text that is typed in capitals", "INZAKE DENISA EN STOYAN DIMOV: SAMEN WEGGEBLEVEN SINDS MAANDAG", ["DENISA", "STOYAN DIMOV"]],
    ["after a title, whatever a dictionary says", "mr van ittersom, mw. Kwakkelstein en dhr en mevr oude nijhuis", ["van ittersom", "Kwakkelstein", "oude nijhuis"]],
    ["of a teacher with tussenvoegsel", "meester van rooyen heeft hem gezien", ["van rooyen"]],
    ["with an Arabic article", "taxi voor Abdulrahman al-Hamwi", ["Abdulrahman al-Hamwi"]],
    ["with small initials", "kind: lieke o.\nouder: m.j. overbeek", ["lieke o.", "m.j. overbeek"]],
    ["with a stroke in its tussenvoegsel", "Thijmen v/d P. komt en Anna v/d Berg ook", ["Thijmen v/d P.", "Anna v/d Berg"]],
    ["of a figure in a book, with a surname", "bewindvoerder Sjors Peeters belt", ["Sjors Peeters"]],
    ["that is a word, right beside another", "de tweeling Djay & Djinn", ["Djay", "Djinn"]],
    ["in apposition to its role", "ze heeft een vriendje, dyllano, van 17", ["dyllano"]],
    ["that is a verb, with a capital inside a sentence", "Wij maken ons zorgen om Zon.", ["Zon"]],
    ["that is a verb, before a surname", "Wil Dijkhuis van leerplicht kent Jayden", ["Wil Dijkhuis", "Jayden"]],
    ["after a role that is part of a longer word", "overblijfmoeder shenelly en gastgezin Winter", ["shenelly", "Winter"]],
    ["that is a trade, where whoever has it would have an article", "kok belde terug, en kan jij even met bakker bellen? bel anders smit", ["kok", "bakker", "smit"]],
    ["that is a thing, where the thing would have an article", "hoe gaat het met roos? gisteren zat beer alleen", ["roos", "beer"]],
    ["of somebody whose work stands beside it", "Van Wijk (CJG) sluit aan, ik vraag van dijk (jeugdverpleegkundige), schipper van de jgz en P. Maandag, orthopedagoog", ["Van Wijk", "van dijk", "schipper", "P. Maandag"]],
    ["with van der, which stands before names only", "punt 4: van der sluis over de nieuwe wet", ["van der sluis"]],
    ["in brackets after a role, though it is a word", "Aanwezig: mentor (Snel) en de LPA (Dekker)", ["Snel", "Dekker"]],
    ["that is said to be one", "Meester is haar achternaam", ["Meester"]],
    ["that somebody is called", "Storm heet hij, en zijn zus Noor. Kleintje heet ze met de achternaam.", ["Storm", "Noor", "Kleintje"]],
    ["no adverb before how somebody is called", "Officieel heet ze van huis uit anders. Later heette hij niet meer zo. Meestal heet hij meteen welkom.", []],
    ["of a town, in a child's place", "De moeder van India belde. Gisteren was Denver weer te laat. Ankara slaapt slecht.", ["India", "Denver", "Ankara"]],
    ["of two short halves, or with one letter of the surname", "jaimy lee is er weer, Luuk W, Precious en gijs p moest weg", ["jaimy lee", "Luuk W", "Precious", "gijs p"]],
    ["with a surname that is a word, where nothing goes on", "(mentor coby bloem) en karin bos: akkoord", ["coby bloem", "karin bos"]],
    ["with a surname that is usual after de, without capitals", "samen met mitchel de boer en storm de jong", ["mitchel de boer", "storm de jong"]],
    ["with a surname in no list, without capitals", "aanmelder: frank oosterwegel, en ans kockelkoren", ["frank oosterwegel", "ans kockelkoren"]],
    ["with an Arabic surname, without capitals", "de moeder van rimas al masri", ["rimas al masri"]],
    ["of a surname in no list, with its tussenvoegsel", "Van der Kaakin mailt, G. te Brake ook, en A.P. van Heukelom tot Rosmalen", ["Van der Kaakin", "G. te Brake", "A.P. van Heukelom tot Rosmalen"]],
    ["with a small initial before its surname", "groet, m. van den broek\nouder: l. karapetyan", ["m. van den broek", "l. karapetyan"]],
    ["in a field of a form", "Achternaam: brouwer\nRoepnaam: storm", ["brouwer", "storm"]],
    ["that is a town, after a role", "Haar dochter Betlehem is ziek", ["Betlehem"]],
    ["that is a verb, where only somebody can stand", "ben praat nauwelijks. wil heeft gebeld", ["ben", "wil"]],
    ["that is a word, before a long surname", "Wil van den Berg en haar zusje", ["Wil van den Berg"]],
    ["of somebody who is greeted without a capital", "hey sas, weet jij meer", ["sas"]],
    ["that is cut down to two letters", "Leerling is boos. Mo. komt niet meer en Mo. wil niet", ["Mo.", "Mo."]],
    ["in no list and without a capital, after a preposition", "even kort over voshkie. ik heb shazmeen in de klas", ["voshkie", "shazmeen"]],
    ["in no list, beside another such one", "Vounida - thuiszitter\nShumiko - wie weet", ["Vounida", "Shumiko"]],
    ["of a figure, after a role", "meester Perkamentus, juf Elsa en pa Verstappen", ["Perkamentus", "Elsa", "Verstappen"]],
    ["with the initial of its surname and no full stop", "Noa vd W en Sara el B zijn er", ["Noa vd W", "Sara el B"]],
    ["that is a word, after a word for several", "de tweeling Kuipers en het gezin kent hen", ["Kuipers"]],
    ["that is also a town, where somebody is asked about", "Is Nyala morgen jarig?", ["Nyala"]],
    ["with a first half that is a word", "Ik bel deze man (Har Geurts) morgen", ["Har Geurts"]],
    ["with tussenvoegsels in its second half", "t.a.v. mevrouw G. Fikse-van 't Hul", ["G. Fikse-van 't Hul"]],
    ["with a surname that looks like a street, a school or a town", "Quinty van de Weerdhof, Kees van Zandvoort en moeder te Winkel belden", ["Quinty van de Weerdhof", "Kees van Zandvoort", "te Winkel"]],
    ["of a surname that the dictionary holds", "overleg met Zeilemaker, mevrouw Verstraeten en meester Versantvoort", ["Zeilemaker", "Verstraeten", "Versantvoort"]],
    ["in a row with another", "Kort: luna, nova en skye sluiten truusje buiten", ["luna", "nova", "skye", "truusje"]],
  ])("%s", (_rule, text, expected) => expect(people(text)).toEqual(expected));
});

describe("other mentions of a name that was found", () => {
  test.each<[string, string, string[]]>([
    ["in another case", "Juf Anouk zag Wietse. wietse zag haar niet", ["Anouk", "Wietse", "wietse"]],
    ["with one letter other", "Oleksandr is nieuw en Oleksander zegt niks", ["Oleksandr", "Oleksander"]],
    ["shortened", "Abdirahman is boos. Daarom slaat Abdi", ["Abdirahman", "Abdi"]],
    ["as a pet name", "Semih is jarig. Iedereen noemt Semmie zo", ["Semih", "Semmie"]],
    ["written as one word", "Xi Lin Zhao is vier. Toch reageert xilin niet", ["Xi Lin Zhao", "xilin"]],
  ])("%s", (_rule, text, expected) => expect(people(text)).toEqual(expected));

  it("are not those of the word that it is as well", () => {
    expect(people("Roos slaapt slecht. Er staat een roos in de tuin.")).toEqual(["Roos"]);
    expect(people("Mees is ziek. De mees in de schooltuin heeft eieren.")).toEqual(["Mees"]);
  });
});

describe("a name that is also a word counts by its context", () => {
  test.each<[string, string[]]>([
    ["Storm heeft astma", ["Storm"]],
    ["De storm heeft schade gegeven", []],
    ["Ik denk dat roos niet slaapt", ["roos"]],
    ["Zij tekent een roos, een wolf en een ster", []],
    ["de vader van beer belde", ["beer"]],
    ["een boek over een beer met twee holen", []],
    ["Ik sprak met Wil, de buurvrouw", ["Wil"]],
    ["Wil je meedenken? In mei kan het ook.", []],
    ["de kok van het restaurant en de smit van de overkant", []],
    ["Bas, de handpop van groep 1, mag meekijken", []],
  ])("%s", (text, expected) => expect(people(text)).toEqual(expected));
});

describe("a text that names somebody is read with more suspicion", () => {
  it("so that a word with a capital is a name where it would not be one alone", () => {
    expect(people("Alles over Bikkel dus via de tante")).toEqual([]);
    expect(people("Jayden mist hem. Dus a.u.b. NIET mailen. Volgens de KNMG scoort de TIQ een E-score; een MAS-route kan ook.")).toEqual(["Jayden"]);
    expect(people("Jayden mist hem. Alles over Bikkel dus via de tante")).toEqual(["Jayden", "Bikkel"]);
  });
});

describe("initials", () => {
  test.each<[string, string[]]>([
    ["Betreft leerling S. uit de bovenbouw. S. is thuis.", ["S.", "S."]],
    ["J. en K. uit dezelfde groep hebben ruzie", ["J.", "K."]],
    ["Mevrouw d. R. en mw. v.d. B. waren er, vader J.V. niet", ["d. R.", "v.d. B.", "J.V."]],
    ["Jongetje j. uit groep 2, j. speelt niet", ["j.", "j."]],
    ["De moeder van N. Zij belde.", ["N."]],
    ["leerling d.j. pietersma en M.J. Overbeek", ["d.j. pietersma", "M.J. Overbeek"]],
    ["Mentor (MvdL) weet het, het ligt bij CdJ", ["MvdL", "CdJ"]],
    ["Na overleg met KV en juf Marjolijn", ["KV", "Marjolijn"]],
    ["Moeder v. B. gesproken", ["B."]],
    ["Bel me! Thx! T.H.", ["T.H."]],
    ["Punt 4. K.B. (gr 3): gewogen. M.T. gr 4: logopedie. Afwezig in gr 5 N. 2x", ["K.B.", "M.T.", "N."]],
    ["Gisteren J opgehaald, leerling V was er ook", ["J", "V"]],
    ["S en D hebben ruzie gehad. D zit bij mij", ["S", "D", "D"]],
    ["Nieuw is (L, groep 5). K.B. heeft weer gegeten, ook thuis eet K.B. goed", ["L", "K.B.", "K.B."]],
    ["Zij spreekt de R niet uit, schrijft vaak S in een woord en haalt vmbo T net", []],
    ["met MT en OT, volgens CvB en RvK; spelling V. Juf zegt II. DMT wel B. ouders bellen, 1x D. Ik mis iets", []],
    ["N.B. M.b.t. groep A, plan B en vitamine D: score IV, E5, M6, een A-score.", []],
  ])("%s", (text, expected) => expect(people(text)).toEqual(expected));
});

describe("what only looks like a name stays", () => {
  test.each([
    "Cito's prima (I en II), DMT en AVI-M5 voldoende, WISC-V: VBI 92. Hij leest Geronimo Stilton.",
    "Volgens Accare, Levvel en de Opvoedpoli is EMDR of PMT nodig. Kentalis en Auris ook.",
    "De Leerkracht, de Directeur en de Intern Begeleider spreken met Moeder over het Kernteam.",
    "Ouders spreken Tigrinya, Farsi en Turks en komen uit Eritrea, Iran en Turkije.",
    "Zij speelt Roblox en Mario Kart, kijkt Paw Patrol en is gek op Harry Potter.",
    "In jip-en-janneketaal graag, niet voor Jan en alleman. Joost mag het weten.",
    "Gilles de la Tourette, het syndroom van Down en de roos van Leary kwamen langs.",
    "Jongen 13, WISC-V: VBI 71, VRI 98, FRI 92, WGI 80, VSI 65. Disharmonisch dus TIQ niet interpreteerbaar.",
    "Echt een Jantje lacht, Jantje huilt. Pluk van de Petteflet, Siriz of FIOM? In een zwarte Seat.",
    "Hij zoekt een oma-dag en een mentor-uur.",
    "De ZZP'er en de RT'er en de ib'er werken met Bouw!, Nieuwsbegrip XL en Getal & Ruimte Junior.",
  ])("%s", (text) => expect(people(text)).toEqual([]));
});

describe("no name is found", () => {
  test.each<[string, string]>([
    ["in what something is called", "Van Weer Samen Naar School zijn we naar Een Goed Pak Slaag gegaan."],
    ["in a long word with a capital that ends in a Dutch one", "Hij krijgt Faalangstreductietraining van het Flevoziekenhuis."],
    ["in a word that is cut off", "Graag het zaaknr en een antw op de mail."],
    ["in a large town, an organisation and a figure alone", "In Rotterdam-Zuid en Den Haag doen Saxion en Bazalt het zo, net als Pikachu."],
    ["in months beside each other", "De Leerlijnen vullen we in Februari en Juni in."],
    ["in an article with a word, where nobody is named", "Wie hakt de Knoop door?"],
    ["in a trade that somebody has", "Vader is bakker en werkt als kok, hij wil slager worden. De visser belt."],
    ["in a field of a form", "Contact: via school"],
    ["in everybody who is greeted", "hoi allemaal, hey team, even een vraag"],
    ["in a remedy", "Moeder zegt Prozac, vader zegt Equasym."],
    ["in what was done to somebody", "De juf weggestuurd, de groep blij."],
    ["in an abbreviation of two letters", "Afspraak Ma. of Di. met Mevr. en Dhr. om elf uur."],
  ])("%s", (_rule, text) => expect(people(text)).toEqual([]));

  test.each<[string, string, string[]]>([
    ["in what is hers, and in what somebody does", "Nadia vergeet dr broodtrommel. Wie het gezin kent, belt Nadia.", ["Nadia", "Nadia"]],
    ["in days of the week", "Op Di en Do is Nadia er, ma/do niet.", ["Nadia"]],
    ["in a team, a mother and an article cut short", "mo: Nadia voetbalt in JO10. Ze heeft 't haar verteld.", ["Nadia"]],
    ["in an abbreviation of a few letters", "Nadia (mz) gezien door jvk, owr volgt. leerpl.ambt. belt, PV ligt klaar.", ["Nadia"]],
    ["in the s at the end of a word", "Nadia heeft rechts verlies van 40 dB.", ["Nadia"]],
    ["in a word of which it is told how it is", "Storm zat buiten. Een halve storm was dat niet.", ["Storm"]],
  ])("%s, beside somebody who is named", (_rule, text, expected) => expect(people(text)).toEqual(expected));

  it("in what was done to somebody who is named", () => {
    expect(people("Woensdag: nienke weggestuurd uit de les")).toEqual(["nienke"]);
    expect(people("De trein van Anna van Zwolle naar huis")[0]).toMatch(/^Anna/);
  });
});
