/** The words in a calendar entry. */
export const calendarTexts = {
  title: (teamName: string) => `Bijeenkomst ${teamName}`,
  description: ({ organiser, link, url, cancelled }: DescriptionData) =>
    [
      cancelled ? "Deze bijeenkomst gaat niet door." : null,
      link && !cancelled ? `Deelnemen: ${link}` : null,
      cancelled ? `Meer weten: ${url}` : `Laat weten of je komt: ${url}`,
      `Vragen? Mail ${organiser}.`,
    ]
      .filter((line) => line !== null)
      .join("\n"),
} as const;

type DescriptionData = { organiser: string; link: string | null; url: string; cancelled: boolean };
