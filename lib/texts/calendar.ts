/** The words in a calendar entry, and in the calendar that programs subscribe to. */
export const calendarTexts = {
  feedName: "Kernteam",
  feedDescription: ({ link, url }: { link: string | null; url: string }) => [...(link ? [`Deelnemen: ${link}`] : []), `Meer weten: ${url}`].join("\n"),
  title: (teamName: string) => `Bijeenkomst ${teamName}`,
  description: ({ organiser, link, url, cancelled }: DescriptionData) =>
    [
      cancelled ? "Deze bijeenkomst gaat niet door." : null,
      link && !cancelled ? `Deelnemen: ${link}` : null,
      answerLine(url, cancelled),
      `Vragen? Mail ${organiser}.`,
    ]
      .filter((line) => line !== null)
      .join("\n"),
} as const;

type DescriptionData = { organiser: string; link: string | null; url: string | null; cancelled: boolean };

function answerLine(url: string | null, cancelled: boolean): string | null {
  if (url === null) return cancelled ? null : "Laat weten of je komt met de knop in de mail.";
  return cancelled ? `Meer weten: ${url}` : `Laat weten of je komt: ${url}`;
}

/** The page with the secret address of one's own calendar. */
export const calendarPageTexts = {
  title: "Bijeenkomsten in mijn agenda",
  lead: "Zet al je bijeenkomsten in één keer in je eigen agenda. Nieuwe en verplaatste bijeenkomsten komen er vanzelf bij.",
  fromProfile: "Agenda",
  fromProfileNote: "Zet al je bijeenkomsten in je eigen agenda.",
  toCalendar: "Zet mijn bijeenkomsten in mijn agenda",
  what: "Wat erin staat",
  whatLines: [
    "Alle bijeenkomsten waarvoor je bent uitgenodigd, van al je kernteams: de komende, en die van de afgelopen drie maanden.",
    "Per bijeenkomst de tijd, de plaats of de link, en de naam van de school. Geen thema, agenda, casus of namen van anderen.",
    "Wat je hebt afgezegd of wat niet doorgaat, staat er niet in.",
  ],
  none: "Je hebt nog geen agenda-adres",
  noneLead: "Maak een eigen, geheim adres. Daarmee haalt je agenda je bijeenkomsten op, zonder dat je hoeft in te loggen.",
  make: "Maak mijn agenda-adres",
  address: "Je agenda-adres",
  since: (day: string) => `Gemaakt op ${day}.`,
  subscribe: "Open in je agenda",
  https: "Het adres om over te nemen",
  secret: "Dit adres is geheim: wie het heeft, ziet waar en wanneer je bijeenkomsten zijn. Deel het dus met niemand.",
  how: "Zo zet je het in je agenda",
  programs: [
    { name: "Outlook", steps: "Kies in de agenda ‘Agenda toevoegen’ en dan ‘Abonneren via internet’. Plak het adres en bewaar." },
    { name: "Google Agenda", steps: "Doe dit op een computer. Kies naast ‘Andere agenda’s’ het plusje en dan ‘Via URL’. Plak het adres en voeg de agenda toe." },
    { name: "Apple Agenda", steps: "Tik op ‘Open in je agenda’. Of kies op de Mac ‘Archief’ en dan ‘Nieuw agenda-abonnement’, en plak het adres." },
  ],
  pace: "Je agenda bepaalt zelf hoe vaak die het adres ophaalt. Dat kan een paar uur duren, bij Google soms een dag. Bij een verandering krijg je ook altijd een mail.",
  twice: "Neem je ook de uitnodigingen uit de mail aan, dan kan een bijeenkomst twee keer in beeld komen: één keer in je eigen agenda en één keer in deze.",
  change: "Vervangen of stoppen",
  changeLead: "Kent iemand anders het adres, of gebruik je het niet meer? Het oude adres werkt dan meteen niet meer.",
  replace: "Vervang het adres",
  stop: "Stop het adres",
} as const;

export const calendarNotices = {
  "calendar-made": "Je agenda-adres is gemaakt. Een eerder adres werkt niet meer.",
  "calendar-stopped": "Het agenda-adres werkt niet meer. Haal de agenda ook weg in je agendaprogramma.",
} as const;

export const copyTexts = {
  copy: "Kopieer het adres",
  copied: "Gekopieerd.",
} as const;
