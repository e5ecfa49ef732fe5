import { mailOf } from "#lib/mail/letter";
import type { LetterPart } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, personInvitedMailTexts as texts } from "#lib/texts/mail";

export type PersonInvitedMailData = {
  to: MailPerson;
  /** Who gave access; answers go there. */
  inviter: MailPerson;
  /** What the person will be, and where: a function in a team, or a role in a samenwerkingsverband. */
  places: readonly { functionName: string; teamName: string }[];
  loginUrl: string;
  messageId: string;
};

const PLACES_SHOWN = 5;

/** The mail to somebody who was given access: by whom, as what, and how to sign in. Its link opens nothing by itself. */
export function personInvitedMail({ to, inviter, places, loginUrl, messageId }: PersonInvitedMailData): Mail {
  const letter = {
    subject: texts.subject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(inviter.name), ...placesAsParts(places), texts.howTo],
    button: { label: texts.button, url: loginUrl },
    signature: [inviter.name],
    why: texts.why(inviter.name),
  };
  return mailOf(letter, { to, colleague: inviter, messageId });
}

function placesAsParts(places: PersonInvitedMailData["places"]): LetterPart[] {
  if (places.length === 0) return [];
  const shown = places.slice(0, PLACES_SHOWN).map(({ functionName, teamName }) => texts.place(functionName, teamName));
  const rest = places.length - shown.length;
  return [texts.places, { lines: rest > 0 ? [...shown, texts.morePlaces(rest)] : shown }];
}
