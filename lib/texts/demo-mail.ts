/** Words of the pages with the mails of the demo world. */
export const demoMailTexts = {
  title: "Mails uit de demo",
  lead: "In de demo gaat er geen mail de deur uit. Hier lees je wat de app verstuurd zou hebben, de nieuwste bovenaan.",
  caption: "De nieuwste mails",
  subject: "Onderwerp",
  to: "Aan",
  sent: "Verstuurd",
  emptyTitle: "Nog geen mails",
  empty: "Plan een bijeenkomst of vraag een code aan om in te loggen. De mails die daarbij horen, verschijnen hier.",
  calendar: "Agenda-uitnodiging in de bijlage",
  toLogin: "Naar inloggen",
} as const;
