import { setTimeout } from "node:timers/promises";
import { contentOf, type MimePart, readMime } from "#tests/support/mime";

/** A mail that the app sent during the browser tests. */
export type SentMail = { from: string; to: readonly string[]; raw: string; message: MimePart };

/** The mails that were sent to an address so far, the oldest first. */
export async function mailsTo(address: string): Promise<SentMail[]> {
  const answer = await fetch(process.env.E2E_MAILS_URL ?? "");
  const mails = (await answer.json()) as Omit<SentMail, "message">[];
  return mails.filter(({ to }) => to.includes(address)).map((mail) => ({ ...mail, message: readMime(mail.raw) }));
}

/** Waits for the mail with this number (0 is the first) to an address; fails after `patience` milliseconds. */
export async function mailTo(address: string, number = 0, patience = 20_000): Promise<SentMail> {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(200)) {
    const mail = (await mailsTo(address))[number];
    if (mail) return mail;
  }
  throw new Error(`No mail number ${number} came to ${address}.`);
}

/** Waits for a mail to an address whose plain text fits, and gives that text; the newest of several. */
export async function textTo(address: string, fits: RegExp, patience = 30_000): Promise<string> {
  for (const end = Date.now() + patience; Date.now() < end; await setTimeout(200)) {
    const texts = (await mailsTo(address)).map(({ message }) => contentOf(message, "text/plain"));
    const found = texts.findLast((text) => fits.test(text));
    if (found) return found;
  }
  throw new Error(`No mail that fits ${String(fits)} came to ${address}.`);
}
