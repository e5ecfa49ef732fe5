/** What is said about a field that is not right, whatever the form. */
export const fieldTexts = {
  tooLong: (most: number) => `Deze tekst is te lang. Maak er hoogstens ${most} tekens van.`,
  pickOne: "Kies een van de mogelijkheden.",
  noSuchDay: "Deze datum bestaat niet. Vul een dag, maand en jaar in, bijvoorbeeld 24 11 2026.",
  noSuchTime: "Deze tijd bestaat niet. Vul een tijd in zoals 14.15.",
  notBetween: (least: number, most: number) => `Vul een getal in van ${least} tot en met ${most}.`,
  emailMissing: "Vul een e-mailadres in, bijvoorbeeld naam@school.nl.",
  noSuchEmail: "Dit is geen e-mailadres. Controleer het, bijvoorbeeld naam@school.nl.",
  noSuchPhone: "Dit is geen telefoonnummer. Vul de cijfers in, bijvoorbeeld 06 12345678.",
  noSuchLink: "Vul de hele link in. Die begint met https://.",
  /** About the form as a whole. */
  fault: "Er ging iets mis bij ons; dat ligt niet aan jou. Wat je invulde, staat er nog. Probeer het over een paar minuten nog een keer.",
  notAllowed: "Dit mag je niet doen. Misschien is je rol veranderd; vraag het de procesbegeleider.",
  linkStopped: "Deze link werkt niet meer. Je antwoord is niet verstuurd. Log in of bel de organisator.",
  notThere: "Dit bestaat niet meer. Misschien heeft iemand het intussen veranderd.",
  formTooOld: "Deze pagina stond te lang open. Controleer wat je invulde en verstuur het nog een keer.",
  otherPerson: (name: string) => `Je bent intussen ingelogd als ${name}. Vernieuw de pagina en begin opnieuw.`,
  tooOften: "Dit ging te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.",
  fromElsewhere: "Dit formulier kwam niet van deze website. Open de pagina opnieuw en probeer het nog eens.",
  draftKept: "Wat je had ingevuld, staat er nog. Kijk het na en bewaar of verstuur het.",
} as const;
