/** What the command that takes the demo world away says, and how the samenwerkingsverband is called afterwards. */
export const demoTexts = {
  clearing: "Demowereld opruimen",
  notDemo: "In deze database staat geen demowereld; er is niets verwijderd.",
  busy: "De database is bezig; stop Kernteam eerst met Ctrl-C en probeer het dan opnieuw. Er is niets verwijderd.",
  cleared: (people: number, schools: number, coreTeams: number, meetings: number) =>
    `Verwijderd: ${people} mensen, ${schools} scholen, ${coreTeams} kernteams en ${meetings} bijeenkomsten, met alles wat erbij hoort.`,
  kept: "Bewaard: de functies per sector, de schoolvakanties en feestdagen, en de tabel met postcodes.",
  next: "Maak nu de eerste beheerder (npm run admin -- jij@voorbeeld.nl) en start Kernteam opnieuw met npm start.",
  newPrimary: "Nieuw samenwerkingsverband PO",
  newSecondary: "Nieuw samenwerkingsverband VO",
} as const;
