import { createTransport } from "nodemailer";
import type { SMTPTransportOptions } from "nodemailer/lib/smtp-transport/index.js";
import { isMailAddress, oneLine } from "#lib/mail/message";
import type { Mail, MailPerson } from "#lib/mail/message";

/**
 * What became of a mail. `permanent` means that trying again is useless: the receiving side refused the address or
 * the message, or it may not be sent at all. The code is ours or an SMTP status; it never holds an address.
 */
export type Delivery = { sent: true } | { sent: false; permanent: boolean; code: string };

/** Something that delivers mail. It answers what happened and does not throw because of a mail or a server. */
export type Mailer = { deliver(mail: Mail): Promise<Delivery> };

/** Where the mails of the demo world are kept instead of sent. Keeping the same Message-ID again changes nothing. */
export type DemoMailbox = { keep(mail: Mail): Promise<void> };

export type SmtpSettings = {
  /** smtp://user:password@host:587 (upgraded to TLS, except on this machine) or smtps://user:password@host:465. */
  url: string;
  /** Who all mail comes from: "Kernteam <kernteam@example.nl>" or only the address. */
  from: string;
  /** Certificates to trust instead of those of the system, in PEM. */
  trusted?: string;
  /** How long one mail may take before it counts as not sent, in milliseconds. */
  patience?: number;
};

const PATIENCE = 60_000;

/** Delivers over SMTP, one connection per mail. Throws at once when the settings cannot be used. */
export function smtpMailer({ url, from, trusted, patience = PATIENCE }: SmtpSettings): Mailer {
  const sender = senderFrom(from);
  const transport = createTransport({
    ...smtpServer(url),
    ...timeouts(patience),
    name: sender.address.split("@")[1],
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2", ca: trusted },
    disableFileAccess: true,
    disableUrlAccess: true,
    maxRecipients: 1,
  });
  return {
    async deliver(mail) {
      const refusal = refusalOf(mail);
      if (refusal) return { sent: false, permanent: true, code: refusal };
      try {
        await transport.sendMail({ ...messageFor(mail, sender), signal: AbortSignal.timeout(patience) });
        return { sent: true };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

/** Keeps the mails of the demo world where they can be read. */
export function demoMailer(mailbox: DemoMailbox): Mailer {
  return {
    async deliver(mail) {
      const refusal = refusalOf(mail);
      if (refusal) return { sent: false, permanent: true, code: refusal };
      await mailbox.keep(mail);
      return { sent: true };
    },
  };
}

/** For an installation without mail settings: mails wait until there are some. */
export function absentMailer(): Mailer {
  return { deliver: async () => ({ sent: false, permanent: false, code: "NOT_CONFIGURED" }) };
}

/** Reads "Kernteam <kernteam@example.nl>" or a bare address. Throws when it is neither, without repeating it. */
export function senderFrom(text: string): MailPerson {
  const match = /^([^<>\r\n]*)<([^<>]+)>$/.exec(text.trim());
  const person = match
    ? { name: oneLine(match[1] ?? ""), address: (match[2] ?? "").trim() }
    : { name: "", address: text.trim() };
  if (!isMailAddress(person.address)) throw new Error("MAIL_FROM is not a mail address.");
  return person;
}

// Every setting is named here: nodemailer would take any option from the query of a URL, also one that switches
// the checking of certificates off.
function smtpServer(text: string): SMTPTransportOptions {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["smtp:", "smtps:"].includes(url.protocol) || !url.hostname || url.search) {
    throw new Error("SMTP_URL has to look like smtp://user:password@host:587 or smtps://user:password@host:465.");
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const secure = url.protocol === "smtps:";
  const plain = !secure && isThisMachine(host);
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !plain,
    ignoreTLS: plain,
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
  };
}

function isThisMachine(host: string): boolean {
  return ["localhost", "127.0.0.1", "::1"].includes(host);
}

function timeouts(patience: number): SMTPTransportOptions {
  const step = Math.min(patience, 10_000);
  return {
    dnsTimeout: step,
    connectionTimeout: step,
    greetingTimeout: step,
    socketTimeout: Math.min(patience, 30_000),
    socketCloseTimeout: 1_000,
    maxResponseSize: 65_536,
  };
}

// The text of letters may hold anything; what ends up in a header may not. A refusal here is a mistake of ours.
function refusalOf({ to, replyTo, senderName, subject, messageId }: Mail): string | null {
  if (!isMailAddress(to.address)) return "ADDRESS_REFUSED";
  if (replyTo && !isMailAddress(replyTo.address)) return "REPLY_ADDRESS_REFUSED";
  if (!/^<[\w.-]{1,100}@[\w.-]{1,255}>$/.test(messageId)) return "MESSAGE_ID_REFUSED";
  const headers = [to.name, replyTo?.name ?? "", senderName ?? "", subject];
  return headers.some((text) => /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) ? "HEADER_REFUSED" : null;
}

function messageFor(mail: Mail, sender: MailPerson) {
  const { to, replyTo, senderName, subject, text, html, calendar, messageId } = mail;
  return {
    from: { name: headerText(senderName ?? sender.name), address: sender.address },
    to: [{ name: headerText(to.name), address: to.address }],
    replyTo: replyTo ? [{ name: headerText(replyTo.name), address: replyTo.address }] : undefined,
    envelope: { from: sender.address, to: [to.address] },
    subject: headerText(subject),
    text,
    html,
    icalEvent: calendar ? { method: calendar.method, content: calendar.ics, filename: "invite.ics" } : undefined,
    messageId,
    // Asks absence messages to stay away, except where a colleague can do something with them.
    headers: replyTo ? undefined : { "Auto-Submitted": "auto-generated" },
    xMailer: false as const,
  };
}

// "=?utf-8?Q?…?=" is how headers write other characters than ASCII; typed by somebody it stays what it looks like.
function headerText(text: string): string {
  return text.replaceAll("=?", "= ?");
}

// Only an answer about this address or this message is final. Whatever may be put right on the sending side
// (connection, certificate, password, sender) is tried again: then a mistake in the settings loses no mail.
function failureOf(error: unknown): Delivery {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  const status = responseCode ?? 0;
  const final = (command === "RCPT TO" || command === "DATA") && status >= 500 && status !== 503;
  return { sent: false, permanent: final, code: status > 0 ? `SMTP_${status}` : (code ?? "UNKNOWN") };
}
