/**
 * What the commands on the server say. Plain JavaScript, because the very first command runs before anything is
 * installed, on whatever Node the machine has.
 */
export const cliTexts = {
  // The steps of a start, each on a line of its own.
  installing: "Pakketten installeren (de eerste keer duurt dit een minuut)",
  waitingForInstall: "Wachten op een andere installatie in deze map",
  generating: "Databaseclient maken",
  startingDatabase: "Database starten",
  checkingDatabase: "Database zoeken",
  migrating: "Database bijwerken",
  checkingKeys: "Sleutels van de casussen nakijken",
  rotatingKeys: "Casussen opnieuw verzegelen",
  /** @param {number} texts */
  keysRotated: (texts) => `Klaar: ${texts === 1 ? "1 tekst heeft" : `${texts} teksten hebben`} een nieuwe sleutel en de oude sleutels zijn weg.`,
  oldKeyNotNeeded: "OLD_CASE_KEY_FILE is niet meer nodig.",
  /** @param {number} texts */
  textsUnreadable: (texts) => `${texts === 1 ? "1 tekst was" : `${texts} teksten waren`} niet leesbaar en ${texts === 1 ? "is" : "zijn"} zo gelaten, met de sleutel van toen. Zet ${texts === 1 ? "die tekst" : "die teksten"} terug uit een reservekopie; tot dan is OLD_CASE_KEY_FILE nog nodig.`,
  seeding: "Demowereld laden",
  building: "App bouwen (dit duurt een minuut)",
  waitingForBuild: "Wachten op een andere bouw in deze map",
  startingWeb: "App starten",
  stopping: "Alles netjes stoppen",
  /** @param {string} seconds */
  done: (seconds) => `klaar (${seconds} s)`,
  failed: "mislukt",

  // When everything runs.
  /** @param {string} address */
  running: (address) => `Kernteam draait op ${address}`,
  demoPeople: "Log op de inlogpagina in als een van de mensen uit de demowereld:",
  /** @param {string} address */
  demoMail: (address) => `De mails die de app verstuurt, lees je op ${address}`,
  firstAdministrator: "De database is leeg. Maak in een ander venster de eerste beheerder: npm run admin -- jij@voorbeeld.nl",
  stopWithCtrlC: "Stop met Ctrl-C.",
  /** @param {string} file */
  logs: (file) => `De logboeken staan in ${file}.`,
  webStopped: "De app stopte onverwacht en wordt opnieuw gestart.",
  workerStopped: "Het proces dat mails verstuurt stopte onverwacht en wordt opnieuw gestart.",

  // What can go wrong, and what to do about it.
  /** @param {string} version @param {string} needed */
  nodeTooOld: (version, needed) => `Kernteam heeft Node ${needed} of nieuwer nodig en dit is ${version}; installeer de nieuwste versie van https://nodejs.org.`,
  /** @param {string} reason */
  installFailed: (reason) => `Het installeren van de pakketten lukte niet: ${reason}`,
  /** @param {string} reason */
  generateFailed: (reason) => `De databaseclient kon niet worden gemaakt: ${reason}`,
  npmMissing: "Het programma npm is niet gevonden; installeer Node met npm van https://nodejs.org.",
  diskFull: "De schijf is vol; maak ruimte vrij en probeer het opnieuw.",
  /** @param {string} path */
  notAllowed: (path) => `Kernteam mag niet schrijven of lezen in ${path}; geef deze gebruiker daar rechten of kies een andere map met DATA_DIR.`,
  /** @param {string} reason */
  unexpected: (reason) => `Er ging iets onverwachts mis: ${reason}`,
  /** @param {string} value */
  wrongPort: (value) => `PORT=${value} is geen geldige poort; kies een getal van 1 tot en met 65535.`,
  /** @param {number} port */
  portTaken: (port) => `Poort ${port} is al in gebruik; stop het andere programma of kies een andere poort, bijvoorbeeld PORT=${port < 65535 ? port + 1 : port - 1} npm start.`,
  /** @param {string} host */
  wrongHost: (host) => `HOST=${host} is geen adres van deze computer; laat HOST weg of kies 0.0.0.0.`,
  /** @param {string} address */
  wrongAddress: (address) => `APP_URL=${address} is geen geldig webadres; schrijf het als https://kernteam.voorbeeld.nl.`,
  /** @param {string} folder */
  alreadyRunning: (folder) => `Kernteam draait al met de map ${folder}; stop dat eerst, of geef deze kopie een eigen map en poort: DATA_DIR=.data-2 PORT=3001 npm start.`,
  /** @param {string} option */
  unknownOption: (option) => `De optie ${option} bestaat niet; gebruik npm start, npm start -- --empty of npm run dev.`,
  /** @param {string} log */
  seedFailed: (log) => `De demowereld kon niet worden geladen; wat er misging, staat in ${log}.`,
  /** @param {string} log */
  buildFailed: (log) => `De app kon niet worden gebouwd; wat er misging, staat in ${log}.`,
  /** @param {string} log */
  webFailed: (log) => `De app kon niet starten; wat er misging, staat in ${log}.`,
  /** @param {string} log */
  webKeepsStopping: (log) => `De app blijft stoppen, daarom is alles gestopt; wat er misging, staat in ${log}.`,
  /** @param {string} log */
  workerKeepsStopping: (log) => `Het proces dat mails verstuurt blijft stoppen, daarom is alles gestopt; wat er misging, staat in ${log}.`,
  /** @param {string} log */
  databaseStopped: (log) => `De database stopte onverwacht, daarom is alles gestopt; wat er misging, staat in ${log}.`,
  sourceChangedWhileRunning: "Een andere kopie draait met een eerdere versie van deze map; stop die eerst, dan kan de nieuwe versie worden gebouwd.",

  // The database.
  noEmbeddedDatabase: "Voor dit soort computer is er geen ingebouwde database; zet DATABASE_URL op een eigen Postgres (15 of nieuwer).",
  /** @param {string} log */
  databaseDidNotStart: (log) => `De ingebouwde database startte niet; wat er misging, staat in ${log}.`,
  /** @param {string} folder */
  databaseOtherVersion: (folder) => `De database in ${folder} is gemaakt met een andere versie van Postgres; start met een nieuwe map (DATA_DIR=.data-2 npm start) of haal de oude versie van Kernteam terug.`,
  databaseUrlWrong: "DATABASE_URL is geen geldig adres; schrijf het als postgresql://gebruiker:wachtwoord@server:5432/database.",
  /** @param {string} server */
  databaseUnreachable: (server) => `De database op ${server} is niet bereikbaar; kijk of Postgres draait en of DATABASE_URL klopt.`,
  /** @param {string} server */
  databaseLoginRefused: (server) => `De database op ${server} weigert de gebruiker of het wachtwoord uit DATABASE_URL; pas DATABASE_URL aan.`,
  /** @param {string} name */
  databaseMissing: (name) => `De database ${name} uit DATABASE_URL bestaat niet; maak hem aan of pas DATABASE_URL aan.`,
  /** @param {string} version */
  databaseTooOld: (version) => `Kernteam heeft Postgres 15 of nieuwer nodig en dit is ${version}.`,
  secretTooShort: "APP_SECRET is korter dan 32 tekens; maak een nieuwe met: openssl rand -hex 32",
  /** @param {string} file */
  secretDamaged: (file) => `Het geheim in ${file} is beschadigd; zet een reservekopie terug of verwijder het bestand, dan moet iedereen opnieuw inloggen.`,
  /** @param {string} variable */
  caseKeyWrong: (variable) => `${variable} wijst geen bestand aan met een sleutel van 64 hexadecimale tekens; maak er een met: openssl rand -hex 32`,
  /** @param {string} file */
  caseKeyDamaged: (file) => `De sleutel van de casussen in ${file} is beschadigd; zet de reservekopie terug, of wijs de sleutel aan met CASE_KEY_FILE.`,
  caseKeyOther: "De casussen in deze database zijn met een andere sleutel verzegeld; wijs de goede sleutel aan met CASE_KEY_FILE, of de vorige met OLD_CASE_KEY_FILE.",
  rolesNotAllowed: "De gebruiker uit DATABASE_URL mag geen databaserollen maken; geef hem CREATEROLE en maak hem eigenaar van de database.",
  databasesNotAllowed: "Voor een nieuwe migratie wordt even een hulpdatabase gemaakt en dat mag de gebruiker uit DATABASE_URL niet; geef hem CREATEDB of laat DATABASE_URL weg.",
  /** @param {string} role */
  roleTooStrong: (role) => `De databaserol ${role} heeft meer rechten dan de app mag hebben; haal SUPERUSER, CREATEROLE, CREATEDB, REPLICATION en BYPASSRLS weg.`,
  /** @param {string} name */
  migrationChanged: (name) => `De migratie ${name} is veranderd nadat de database ermee is bijgewerkt; zet het bestand terug en maak een nieuwe migratie voor de verandering.`,
  /** @param {string} name */
  migrationHasTransaction: (name) => `De migratie ${name} begint of beëindigt zelf een transactie; haal BEGIN, COMMIT en ROLLBACK weg.`,
  /** @param {string} name @param {string} reason */
  migrationFailed: (name, reason) => `De migratie ${name} is niet toegepast en de database is niet veranderd: ${reason}`,
  /** @param {string} name */
  migrationApplied: (name) => `Migratie ${name} is toegepast.`,
  nothingToMigrate: "De database is al bijgewerkt.",
  diffNeedsName: "Geef de migratie een naam in kleine letters, bijvoorbeeld: npm run db:diff -- add_photo",
  nothingToDiff: "Het schema en de migraties zijn gelijk; er is niets geschreven.",
  /** @param {string} file */
  diffWritten: (file) => `Geschreven: ${file}. Lees het na en vul het aan met rechten en regels voordat je het toepast.`,

  // The tests.
  noBrowser: "Er is geen browser voor de tests; installeer Chromium of Chrome, of wijs er een aan met CHROME_PATH.",
  installingBrowser: "Browser voor de tests installeren",
};
