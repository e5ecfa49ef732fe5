/** The words of the main menu: at most five at a time. */
export const navigationTexts = {
  home: "Begin",
  coreTeam: "Kernteam",
  meetings: "Bijeenkomsten",
  agreements: "Afspraken",
  schools: "Scholen",
  people: "Mensen",
  settings: "Instellingen",
} as const;
