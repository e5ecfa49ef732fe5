/** A person with the one address a mail goes to or comes from. */
export type MailPerson = { name: string; address: string };

/** One mail to one person, complete and ready to send. */
export type Mail = {
  to: MailPerson;
  /** Who gets the answer, when that is another than the sender of all mail. */
  replyTo?: MailPerson;
  /** Who the mail comes from in words; the address stays that of the app. */
  senderName?: string;
  subject: string;
  text: string;
  html: string;
  calendar?: { method: "REQUEST" | "CANCEL"; ics: string };
  /** Fixed before the first try, so that a repeat after a kill is recognised as the same mail. */
  messageId: string;
};

/** The Message-ID of the mail with an id of our own, such as "<0193…@kernteam.example.nl>". */
export function messageIdFor(id: string, appUrl: string): string {
  return `<${id}@${new URL(appUrl).hostname}>`;
}

/**
 * Whether a text is exactly one plain mail address: RFC 5321 without what programs read in different ways (quoted
 * names, comments, address literals, routes, other than ASCII) or what would mean something else within a link.
 */
export function isMailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [mailbox = "", domain = "", ...rest] = text.split("@");
  return rest.length === 0 && isMailbox(mailbox) && isDomain(domain);
}

// What ends a line for some mail or calendar program, what is invisible or turns the reading direction.
const UNWRITABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A text as it may stand in a header, a subject or a calendar value: one line, well-formed, single spaces. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(UNWRITABLE, " ").replace(/ {2,}/g, " ").trim();
}

/** A link that may stand in a mail: https only, and without characters that would end it; null for anything else. */
export function safeLink(link: string | null | undefined): string | null {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === "https:" && !url.username && !url.password ? url.href : null;
}

function isMailbox(text: string): boolean {
  return text.length <= 64 && text.split(".").every((part) => /^[\w+'&=~$*-]+$/.test(part));
}

function isDomain(text: string): boolean {
  return text.split(".").every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}
