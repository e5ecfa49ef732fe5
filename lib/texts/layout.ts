/** Words of the frame round every page, drawn by components/layout. */
export const layoutTexts = {
  appName: "Kernteam",
  home: "Kernteam, naar de beginpagina",
  skipToContent: "Naar de inhoud",
  mainNavigation: "Hoofdmenu",
  accountMenu: "Menu van",
  profile: "Mijn profiel",
  jobs: "Je werk in Kernteam",
  signOut: "Uitloggen",
  footer: "Over deze site",
  privacy: "Privacyverklaring",
  accessibility: "Toegankelijkheidsverklaring",
  promise: "Samen om de tafel, op tijd en voorbereid.",
  promiseDetail: "Kernteam houdt bij wie er in het team van je school zit, wanneer jullie elkaar zien en wat je afspreekt.",
} as const;
