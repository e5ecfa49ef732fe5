import { oneLine } from "#lib/mail/message";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts } from "#lib/texts/mail";

/** A paragraph, a few facts with their names, a few short lines, or a code to type over. */
export type LetterPart = string | { facts: readonly Fact[] } | { lines: readonly string[] } | { code: string };

/** A named fact, such as "Wanneer" and "di 24 november 2026, 14.15–15.30 uur". */
export type Fact = readonly [name: string, value: string];

/** What a mail says, before it gets a form. All text is plain text; nothing in it is read as HTML. */
export type Letter = {
  subject: string;
  greeting: string;
  parts: readonly LetterPart[];
  /** The one thing to do. Its address is our own. */
  button?: { label: string; url: string };
  /** Below the button: how else to answer, and the like. */
  closing?: readonly string[];
  /** Who writes, on one or more lines. */
  signature: readonly string[];
  /** Small print with where to say that one wants no such mail; its address is our own. */
  preferences?: { label: string; url: string };
  /** Why this person gets this mail. */
  why: string;
};

/** To whom a letter goes, and on whose behalf. */
export type Envelope = {
  to: MailPerson;
  /** The colleague who writes: named as sender, and answers go there. Without one the app itself writes. */
  colleague?: MailPerson;
  calendar?: Mail["calendar"];
  messageId: string;
};

/** Makes the mail of a letter: complete as plain text, and as simple HTML that looks like a letter from a colleague. */
export function mailOf(letter: Letter, { to, colleague, calendar, messageId }: Envelope): Mail {
  const writer = colleague && { name: oneLine(colleague.name), address: colleague.address };
  const tidy = tidyLetter(letter);
  return {
    to: { name: oneLine(to.name), address: to.address },
    replyTo: writer,
    senderName: writer && mailTexts.sender(writer.name),
    subject: tidy.subject,
    text: asText(tidy),
    html: asHtml(tidy),
    calendar,
    messageId,
  };
}

/** Makes a text safe to stand between tags or in a quoted attribute. The only way text gets into the HTML of a mail. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// Names are typed by people; a line break in one would let it pose as a paragraph of ours.
function tidyLetter({ subject, greeting, parts, button, closing, signature, preferences, why }: Letter): Letter {
  return {
    subject: oneLine(subject),
    greeting: oneLine(greeting),
    parts: parts.map(tidyPart),
    button,
    closing: closing?.map(oneLine),
    signature: signature.map(oneLine),
    preferences,
    why: oneLine(why),
  };
}

function tidyPart(part: LetterPart): LetterPart {
  if (typeof part === "string") return oneLine(part);
  if ("lines" in part) return { lines: part.lines.map(oneLine) };
  return "facts" in part ? { facts: part.facts.map(([name, value]) => [oneLine(name), oneLine(value)]) } : part;
}

function asText({ greeting, parts, button, closing = [], signature, preferences, why }: Letter): string {
  const paragraphs = [
    greeting,
    ...parts.map(partAsText),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...closing,
    [mailTexts.regards, ...signature].join("\n"),
    ...(preferences ? [`${preferences.label}:\n${preferences.url}`] : []),
    why,
  ];
  return `${paragraphs.join("\n\n")}\n`;
}

function partAsText(part: LetterPart): string {
  if (typeof part === "string") return part;
  if ("code" in part) return `    ${part.code}`;
  if ("lines" in part) return part.lines.map((line) => `- ${line}`).join("\n");
  return part.facts.map(([name, value]) => `${name}: ${value}`).join("\n");
}

// Mail programs that strip the style element keep the inline styles, and those that know a dark scheme find the
// classes. The colours are those of the app: paper, ink and one accent.
const STYLE = {
  page: "margin:0;padding:24px 16px;background:#f8f4ea;color:#20222c",
  letter:
    "max-width:34em;margin:0 auto;font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif;font-size:18px;line-height:1.5;overflow-wrap:anywhere",
  paragraph: "margin:0 0 1em",
  facts: "margin:0 0 1em;padding:0 0 0 1em;border-left:3px solid #5c2450",
  code: "margin:0 0 1em;font-family:Consolas,'Courier New',monospace;font-size:28px;letter-spacing:2px",
  button:
    "display:inline-block;padding:12px 22px;border-radius:6px;background:#5c2450;color:#fffaf3;font-weight:600;text-decoration:none",
  small: "margin:0 0 1em;font-size:15px;color:#474852",
  link: "color:#5c2450",
  why: "margin:2em 0 0;padding-top:1em;border-top:1px solid #ddd3bf;font-size:15px;color:#474852",
} as const;

const DARK = `@media (prefers-color-scheme: dark) {
.page { background: #221e1b !important; color: #f4ede1 !important; }
.button { background: #7b3f6f !important; color: #fffaf3 !important; }
.link { color: #dfb5d4 !important; }
.small { color: #d0c7ba !important; border-color: #4a423b !important; }
.facts { border-color: #dfb5d4 !important; }
}`;

function asHtml({ subject, greeting, parts, button, closing = [], signature, preferences, why }: Letter): string {
  const body = [
    paragraph(greeting),
    ...parts.map(partAsHtml),
    ...(button ? [buttonAsHtml(button)] : []),
    ...closing.map(paragraph),
    `<p style="${STYLE.paragraph}">${[mailTexts.regards, ...signature].map(escapeHtml).join("<br>")}</p>`,
    ...(preferences ? [preferencesAsHtml(preferences)] : []),
    `<p class="small" style="${STYLE.why}">${escapeHtml(why)}</p>`,
  ];
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root { color-scheme: light dark; }
${DARK}
</style>
</head>
<body class="page" style="${STYLE.page}">
<div style="${STYLE.letter}">
${body.join("\n")}
</div>
</body>
</html>
`;
}

function partAsHtml(part: LetterPart): string {
  if (typeof part === "string") return paragraph(part);
  if ("code" in part) return `<p style="${STYLE.code}">${escapeHtml(part.code)}</p>`;
  const lines =
    "lines" in part
      ? part.lines.map(escapeHtml)
      : part.facts.map(([name, value]) => `${escapeHtml(name)}: <strong>${escapeHtml(value)}</strong>`);
  return `<p class="facts" style="${STYLE.facts}">${lines.join("<br>\n")}</p>`;
}

function paragraph(text: string): string {
  return `<p style="${STYLE.paragraph}">${escapeHtml(text)}</p>`;
}

function buttonAsHtml({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url);
  return `<p style="${STYLE.paragraph}"><a class="button" href="${href}" style="${STYLE.button}">${escapeHtml(label)}</a></p>
<p class="small" style="${STYLE.small}">${escapeHtml(mailTexts.buttonFails)}<br><a class="link" href="${href}" style="${STYLE.link}">${href}</a></p>`;
}

function preferencesAsHtml({ label, url }: { label: string; url: string }): string {
  const href = escapeHtml(url);
  return `<p class="small" style="${STYLE.small}">${escapeHtml(label)}<br><a class="link" href="${href}" style="${STYLE.link}">${href}</a></p>`;
}
