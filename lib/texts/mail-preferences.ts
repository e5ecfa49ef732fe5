/** The page on which somebody chooses which mail comes. */
export const mailPreferenceTexts = {
  fromProfile: "Mail",
  fromProfileNote: "Welke mail je van Kernteam krijgt.",
  toMail: "Kies welke mail je krijgt",
  title: "Welke mail je krijgt",
  lead: "Kernteam mailt zo weinig mogelijk. Twee soorten mail kun je uitzetten.",
  choose: "Wat je kunt kiezen",
  weeklyDigest: "Weekoverzicht",
  weeklyDigestHint:
    "Eén mail aan het begin van de week, met je bijeenkomsten, open vragen en afspraken van al je scholen. Hij komt niet als er niets op je wacht, en niet in de schoolvakantie.",
  proposalReminders: "Herinnering aan een datumvoorstel",
  proposalRemindersHint: "Eén mail, twee dagen voor je antwoord binnen moet zijn, als je dan nog niet hebt geantwoord. De vraag zelf krijg je altijd.",
  always: "Wat altijd komt",
  alwaysNote: "Deze mails kun je niet uitzetten. Zonder die mails wachten anderen op je, of sta je voor een dichte deur.",
  alwaysList: [
    "Een uitnodiging, en bericht als een bijeenkomst verandert, verplaatst wordt of niet doorgaat. Zo klopt je agenda.",
    "De vraag wanneer je kunt, en een herinnering die een collega zelf aan je stuurt.",
    "Een afspraak die iemand aan jou doorzet, en bericht als een afspraak die je volgt is afgesloten.",
    "Als je bijeenkomsten plant: dat iedereen heeft geantwoord, dat een bijeenkomst nog niet is vastgelegd, en dat een team verandert.",
    "De vraag om jouw perspectief op een casus, en bericht als een casus die jij schreef is stopgezet, teruggegeven of gewist.",
    "Je inlogcode, en bericht als je e-mailadres verandert. Dat is voor je veiligheid.",
  ],
  save: "Bewaar mijn keuze",
  saving: "Bezig met bewaren",
} as const;

export const mailPreferenceNotices = {
  "mail-preferences-changed": "Je keuze is bewaard. Hij geldt vanaf de volgende mail.",
} as const;
