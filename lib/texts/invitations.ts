import { listed } from "#lib/texts/meetings";

/** The page behind the link in an invitation, for somebody who has not signed in. */
export const invitationTexts = {
  isFor: (name: string) => `Deze uitnodiging is voor ${name}.`,
  onCall: "Je bent op afroep: je komt als er iets is waarbij je nodig bent.",
  recorded: "Deze bijeenkomst is al vastgelegd. Antwoorden hoeft niet meer.",
  next: "Wat er nu gebeurt",
  whatNext: {
    ACCEPTED: (organiser: string) => [
      `${organiser} en het team zien dat je komt. Je hoeft verder niets te doen.`,
      "De afspraak voor je agenda zat bij de mail. Verandert er iets, dan krijg je een nieuwe mail.",
    ],
    ON_CALL: (organiser: string) => [
      `${organiser} en het team zien dat je kunt komen als het nodig is.`,
      "De afspraak voor je agenda zat bij de mail. Verandert er iets, dan krijg je een nieuwe mail.",
    ],
    DECLINED: (organiser: string) => [
      `${organiser} en het team zien dat je niet kunt. Wil je er iets bij zeggen? Beantwoord dan de mail.`,
      "Verandert er iets aan de bijeenkomst, dan krijg je een nieuwe mail.",
    ],
  },
  untilEnd: "Tot de bijeenkomst voorbij is, kun je hier je antwoord nog veranderen.",
  more: "Meer weten",
  moreNote: "Wie er nog meer komen en wat jullie bespreken, zie je als je bent ingelogd.",
  login: "Log in en bekijk de bijeenkomst",
  onlyYou: "Deze link is alleen voor jou. Stuur hem niet door.",
  moved: (period: string) => `De bijeenkomst is intussen verplaatst naar ${period}. Kun je dan? Geef je antwoord opnieuw.`,
  clash: (day: string, time: string) => `Je hebt ${day} om ${time} uur al een andere bijeenkomst. Zeg die eerst af als je toch hier wilt zijn.`,
  clashSomewhere: "Je hebt dan al een andere bijeenkomst. Zeg die eerst af als je toch hier wilt zijn.",
} as const;

/** Inviting somebody to the meetings of whom came before in the same function. */
export const successorTexts = {
  title: (name: string, team: string) => `${name} uitnodigen · ${team}`,
  back: (team: string) => `Naar het team van ${team}`,
  lead: (name: string, functionName: string) =>
    `Bij deze bijeenkomsten is de plek van ${functionName} leeg. Vink aan waarvoor je ${name} uitnodigt. Wie weg is, krijgt bericht dat de afspraak uit de agenda kan.`,
  none: (name: string) => `Er is geen bijeenkomst meer waarbij ${name} de plek van iemand anders kan innemen.`,
  legend: "Voor welke bijeenkomsten?",
  insteadOf: (names: readonly string[]) => `In plaats van ${listed(names)}.`,
  submit: (name: string) => `Nodig ${name} uit`,
  submitting: "De uitnodigingen gaan weg…",
  notNow: "Nu niet",
  nothingChosen: "Vink minstens één bijeenkomst aan.",
  tooMany: (most: number) => `Kies hoogstens ${most} bijeenkomsten tegelijk.`,
  sectionTitle: "Nog niet uitgenodigd",
  onTeamPage: (name: string, functionName: string, count: number) =>
    count === 1 ? `${name} kan als ${functionName} de lege plek bij 1 bijeenkomst innemen.` : `${name} kan als ${functionName} de lege plek bij ${count} bijeenkomsten innemen.`,
  invite: (name: string) => `Nodig ${name} uit`,
} as const;

export const successorNotices = {
  "successor-invited": "De uitnodigingen gaan nu weg. Wie weg is, krijgt bericht dat de afspraak vervalt.",
  "successor-invited-to-some": "De uitnodigingen gaan nu weg. Waar het niet kon, staat hieronder waarom.",
  "successor-added": "Toegevoegd aan het team. Nodig deze persoon ook uit voor de bijeenkomsten hieronder.",
} as const;
