/** Words of logging in and out. */
export const signInTexts = {
  title: "Inloggen",
  lead: "Je krijgt een code per e-mail. Een wachtwoord is niet nodig.",
  email: "E-mailadres",
  emailHint: "Het adres waarop je de uitnodiging voor Kernteam kreeg.",
  sendCode: "Stuur mij een code",
  sendingCode: "De code gaat weg…",
  kept: "Je was uitgelogd. Wat je had ingevuld, hebben we voor je bewaard. Log in om verder te gaan.",
  unlinked:
    "Inloggen met dit account lukt niet. Log in met een code per e-mail; daarna kun je het account bij je profiel koppelen.",
  signInWith: (provider: string) => `Inloggen met ${provider}`,
  orWith: "Of met je werkaccount",
  codeTitle: "Vul de code in",
  codeLead: (minutes: number) =>
    `Als je adres bij ons bekend is, ligt er binnen een minuut een mail met een code. De code werkt ${minutes} minuten, alleen in deze browser.`,
  code: "Code uit de e-mail",
  codeHint: "Acht tekens, bijvoorbeeld 7KQM-2X9D. Hoofdletters en streepjes maken niet uit.",
  codeMissing: "Vul de code in die je per e-mail kreeg.",
  enterCode: "Log in",
  enteringCode: "Je wordt ingelogd…",
  wrongCode: "Deze code klopt niet. Controleer de acht tekens.",
  noCodeLeft: "Deze code werkt niet meer. Vraag een nieuwe code aan.",
  noCodeAsked: "In deze browser is geen code aangevraagd. Vraag hier een nieuwe code aan.",
  newCode: "Vraag een nieuwe code aan",
  noMail: "Geen mail gekregen?",
  noMailHelp:
    "Kijk ook bij ongewenste mail. Nog niets? Dan staat je adres misschien anders in Kernteam; vraag het de organisator van je samenwerkingsverband.",
  demoTitle: "Kijk rond als iemand uit de demo",
  demoLead: "Dit is een voorbeeldomgeving met verzonnen scholen en mensen. Kies wie je wilt zijn.",
  demoMail: "Bekijk de mails die de app verstuurt",
  /** Said before the name on a button, for who does not see that the list is one of people to sign in as. */
  demoSignIn: "Log in als",
  tooOften: "Er zijn te veel codes aangevraagd. Wacht een kwartier en probeer het opnieuw.",
} as const;
