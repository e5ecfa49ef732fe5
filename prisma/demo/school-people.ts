// Names for the people of the schools, put together so that nobody real is meant.

const firstNames = [
  "Anneke", "Bert", "Carla", "Dirk", "Esra", "Floor", "Gerda", "Harm", "Ilse", "Jeroen", "Khadija", "Leonie", "Mark", "Nienke", "Otto",
  "Petra", "Quirine", "Rachid", "Saskia", "Teun", "Ursula", "Vera", "Wout", "Yvonne", "Zeynep", "Arjan", "Bianca", "Cees", "Doortje", "Erik",
  "Fenna", "Gerrit", "Hilde", "Ivo", "Jolanda", "Kees", "Linda", "Maarten", "Naima", "Olga", "Paul", "Renske", "Stefan", "Tineke", "Umit",
  "Vincent", "Wendy", "Xandra", "Ype", "Zita", "Astrid", "Boudewijn", "Chantal", "Diederik", "Eva", "Frits", "Greetje", "Hugo", "Inge", "Joris",
  "Kirsten", "Lars", "Mieke", "Niels",
] as const;

const surnames = [
  "Aartsma", "Boonstra", "Ceelen", "Dijkhof", "Elzinga", "Fokkema", "Groothuis", "Hazelaar", "IJpma", "Jonkman", "Kloosterhuis", "Loogman",
  "Muntinga", "Nauta", "Oosterhof", "Plantinga", "Quaden", "Rozema", "Sluiter", "Tamminga", "Uitslag", "Veldink", "Wassink", "Zandstra",
  "Abbink", "Brandsen", "Cramwinckel", "Duursema", "Eggink", "Flikkema", "Gelderblom", "Hoogeveld", "Idsinga", "Jorritsma", "Kamphuis",
  "Lammertink", "Medema", "Nijboer", "Olthof", "Pruim", "Reitsema", "Spijkerboer", "Tolsma", "Uineken", "Vrielink", "Weustink", "Zielstra",
  "Alting", "Bootsma", "Copini", "Doornbos", "Elema", "Frankema", "Grijpma", "Hulsman", "Imhof", "Jellema", "Krikke", "Lubberink", "Meerdink",
  "Noordhof", "Oudega", "Postmus", "Rietkerk",
] as const;

/** The name of the somebody with this number; every number up to 60 has its own. */
export function schoolPersonName(number: number): string {
  const [first, last] = [firstNames[number % firstNames.length], surnames[(number * 5 + 3) % surnames.length]];
  return `${first} ${last}`;
}
