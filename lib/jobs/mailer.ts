import { workerDatabase } from "#lib/db";
import { env, isDemo } from "#lib/env";
import { TryLaterError } from "#lib/jobs/worker";
import type { Mail } from "#lib/mail/message";
import { absentMailer, demoMailer, smtpMailer } from "#lib/mail/transport";
import type { Mailer } from "#lib/mail/transport";

/** The mail left, or it never will: the code says why. */
export type Outcome = { sent: true } | { sent: false; code: string };

/** Delivers a mail, or throws `TryLaterError` when it may leave later. */
export async function send(mail: Mail): Promise<Outcome> {
  const delivery = await mailer().deliver(mail);
  if (!delivery.sent && !delivery.permanent) throw new TryLaterError(delivery.code);
  return delivery.sent ? { sent: true } : { sent: false, code: delivery.code };
}

/** Checks the mail settings, so that a mistake in them shows when the worker starts and not at the first mail. */
export function checkMailSettings(): void {
  mailer();
}

let known: Mailer | undefined;

function mailer(): Mailer {
  known ??= mailerOf(env());
  return known;
}

function mailerOf({ SMTP_URL, MAIL_FROM }: ReturnType<typeof env>): Mailer {
  if (SMTP_URL) return smtpMailer({ url: SMTP_URL, from: MAIL_FROM });
  return isDemo() ? demoMailer({ keep }) : absentMailer();
}

async function keep({ to, subject, text, html, calendar, messageId }: Mail): Promise<void> {
  const data = { messageId, toName: to.name, toAddress: to.address, subject, text, html, calendar: calendar?.ics ?? null };
  await workerDatabase().demoMail.createMany({ data: [data], skipDuplicates: true });
}
