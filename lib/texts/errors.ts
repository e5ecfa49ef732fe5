/** Pages that say that something is not there, or went wrong. */
export const errorTexts = {
  notFoundTitle: "Deze pagina is er niet",
  notFoundLead: "Misschien klopt het adres niet, of hoort de pagina bij een kernteam waar jij niet (meer) in zit.",
  linkGoneTitle: "Deze link werkt niet (meer)",
  linkGoneLead: "Misschien is de tijd om te antwoorden voorbij, is er een nieuwe link gestuurd of is het adres niet helemaal overgenomen. Inloggen kan altijd.",
  toLogin: "Naar inloggen",
  faultTitle: "Er ging iets mis bij ons",
  faultLead: "Dat ligt niet aan jou. Wat je eerder opsloeg, is bewaard. Probeer het over een paar minuten nog eens.",
  reference: (digest: string) => `Vraag je om hulp? Noem dan deze code: ${digest}.`,
  toHome: "Naar de beginpagina",
} as const;
