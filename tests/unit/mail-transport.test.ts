import { afterEach, describe, expect, test } from "vitest";
import { meetingMail } from "#lib/mail/meeting-invitation";
import type { Mail } from "#lib/mail/message";
import { absentMailer, demoMailer, senderFrom, smtpMailer } from "#lib/mail/transport";
import type { Mailer } from "#lib/mail/transport";
import { selfSignedCertificate } from "#tests/support/certificate";
import { contentOf, headerOf, leavesOf } from "#tests/support/mime";
import { startSmtp } from "#tests/support/smtp";
import type { SmtpBox, SmtpOptions } from "#tests/support/smtp";

const running: SmtpBox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((box) => box.stop()));
});

describe("a mail that goes well", () => {
  test("arrives at its one address with the headers it should have", async () => {
    const box = await smtp();
    expect(await mailer(box).deliver(mail())).toEqual({ sent: true });
    const [received] = await box.received(1);
    expect(received).toMatchObject({ from: "kernteam@kernteam.example", to: ["samira@cjg.example"] });
    const message = received!.message;
    expect(headerOf(message, "From")).toBe("Noor de Wit via Kernteam <kernteam@kernteam.example>");
    expect(headerOf(message, "To")).toBe("Samira El Amrani <samira@cjg.example>");
    expect(headerOf(message, "Reply-To")).toBe("Noor de Wit <noor@wilgen.example>");
    expect(headerOf(message, "Subject")).toBe("Uitnodiging: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
    expect(headerOf(message, "Message-ID")).toBe("<1.0@kernteam.example>");
    expect(message.headers.map(([name]) => name).sort()).toEqual(
      ["content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to"].sort(),
    );
  });

  test("carries the letter twice and the calendar entry twice: to show and to open", async () => {
    const box = await smtp();
    const sent = mail();
    await mailer(box).deliver(sent);
    const [received] = await box.received(1);
    const leaves = leavesOf(received!.message);
    expect(leaves.map(({ type }) => type)).toEqual(["text/plain", "text/html", "text/calendar", "application/ics"]);
    expect(leaves[2]?.parameters).toEqual({ charset: "utf-8", method: "REQUEST" });
    expect(leaves[3]?.parameters.name).toBe("invite.ics");
    expect(lines(contentOf(received!.message, "text/plain"))).toEqual(lines(sent.text));
    expect(lines(contentOf(received!.message, "text/html"))).toEqual(lines(sent.html));
    expect([leaves[2]?.content, leaves[3]?.content]).toEqual([sent.calendar?.ics, sent.calendar?.ics]);
  });

  test("from the app itself asks absence messages to stay away", async () => {
    const box = await smtp();
    await mailer(box).deliver({ ...mail(), replyTo: undefined, senderName: undefined, calendar: undefined });
    const [received] = await box.received(1);
    expect(headerOf(received!.message, "From")).toBe("Kernteam <kernteam@kernteam.example>");
    expect(headerOf(received!.message, "Auto-Submitted")).toBe("auto-generated");
  });

  test("carries the same Message-ID when it is sent again", async () => {
    const box = await smtp();
    await mailer(box).deliver(mail());
    await mailer(box).deliver(mail());
    const received = await box.received(2);
    expect(new Set(received.map(({ message }) => headerOf(message, "Message-ID"))).size).toBe(1);
  });
});

describe("text that somebody typed", () => {
  const attacks = [
    "x, evil@evil.example",
    "x <evil@evil.example>, y",
    '"x" <evil@evil.example>',
    "=?utf-8?Q?x=0D=0ABcc:_evil=40evil.example?=",
    "=?utf-8?B?eA0KQmNjOiBldmlsQGV2aWwuZXhhbXBsZQ==?=",
    "x; evil@evil.example:;",
    "List-Unsubscribe: <https://evil.example>",
    "{{name}} ${name} <%= name %> %s",
    "<script>alert(1)</script>",
    "é".repeat(300),
    "\ud83d\ude00 emoji \\ \"",
  ];

  test.each(attacks)("adds no header and no recipient as name or subject: %j", async (attack) => {
    const box = await smtp();
    const plain = mail();
    const sent: Mail = {
      ...plain,
      to: { ...plain.to, name: attack },
      replyTo: { name: attack, address: "noor@wilgen.example" },
      senderName: attack,
      subject: attack,
    };
    expect(await mailer(box).deliver(sent)).toEqual({ sent: true });
    const [received] = await box.received(1);
    expect(received).toMatchObject({ from: "kernteam@kernteam.example", to: ["samira@cjg.example"] });
    const names = received!.message.headers.map(([name]) => name).sort();
    expect(names).toEqual(["content-type", "date", "from", "message-id", "mime-version", "reply-to", "subject", "to"].sort());
    expect(headerOf(received!.message, "Subject")).toBe(attack.replaceAll("=?", "= ?"));
    for (const [name, address] of [["To", "samira@cjg.example"], ["Reply-To", "noor@wilgen.example"], ["From", "kernteam@kernteam.example"]] as const) {
      const raw = received!.message.headers.find(([key]) => key === name.toLowerCase())?.[1] ?? "";
      expect(addressesOutsideQuotes(raw)).toEqual([address]);
    }
  });

  test.each([
    ["a recipient's name with a line break", { to: { name: "x\r\nBcc: evil@evil.example", address: "samira@cjg.example" } }, "HEADER_REFUSED"],
    ["a subject with a line break", { subject: "x\nBcc: evil@evil.example" }, "HEADER_REFUSED"],
    ["a sender's name with a line separator", { senderName: "x\u2028y" }, "HEADER_REFUSED"],
    ["a reply address with a line break", { replyTo: { name: "x", address: "a@b.example\r\nBcc: c@d.example" } }, "REPLY_ADDRESS_REFUSED"],
    ["a second address after a comma", { to: { name: "x", address: "ib@school.example,evil@evil.example" } }, "ADDRESS_REFUSED"],
    ["a quoted second address", { to: { name: "x", address: '"e@evil.example"@school.example' } }, "ADDRESS_REFUSED"],
    ["an address with a line break", { to: { name: "x", address: "ib@school.example\r\nBcc: x@y.example" } }, "ADDRESS_REFUSED"],
    ["an address with a full-width at sign", { to: { name: "x", address: "ib＠school.example" } }, "ADDRESS_REFUSED"],
    ["an address with a dotless i", { to: { name: "x", address: "ıb@school.example" } }, "ADDRESS_REFUSED"],
    ["an address at a look-alike domain", { to: { name: "x", address: "ib@schооl.example" } }, "ADDRESS_REFUSED"],
    ["an address with a space behind it", { to: { name: "x", address: "ib@school.example " } }, "ADDRESS_REFUSED"],
    ["an address with a group", { to: { name: "x", address: "g:ib@school.example;" } }, "ADDRESS_REFUSED"],
    ["an address of 5,000 characters", { to: { name: "x", address: `ib@${"a".repeat(5_000)}.example` } }, "ADDRESS_REFUSED"],
    ["no address", { to: { name: "x", address: "" } }, "ADDRESS_REFUSED"],
    ["a Message-ID with a line break", { messageId: "<a@b>\r\nBcc: x@y.example" }, "MESSAGE_ID_REFUSED"],
  ] satisfies [string, Partial<Mail>, string][])("never leaves with %s", async (_, change, code) => {
    const box = await smtp();
    expect(await mailer(box).deliver({ ...mail(), ...change })).toEqual({ sent: false, permanent: true, code });
    expect(box.mails).toEqual([]);
  });

  test("cannot make the letter fetch a file or an address", async () => {
    const box = await smtp();
    const sent = mail();
    await mailer(box).deliver({ ...sent, calendar: { method: "REQUEST", ics: "https://evil.example/x.ics" }, text: "file:///etc/passwd" });
    const [received] = await box.received(1);
    expect(contentOf(received!.message, "text/calendar")).toBe("https://evil.example/x.ics");
    expect(contentOf(received!.message, "text/plain").trim()).toBe("file:///etc/passwd");
  });
});

describe("a mail that does not go well", () => {
  test.each([
    [550, { sent: false, permanent: true, code: "SMTP_550" }],
    [553, { sent: false, permanent: true, code: "SMTP_553" }],
    [450, { sent: false, permanent: false, code: "SMTP_450" }],
    [451, { sent: false, permanent: false, code: "SMTP_451" }],
  ])("has bounced when its address is refused for good, and not when for now: %i", async (status, delivery) => {
    const box = await smtp();
    box.behaviour = { refused: { "samira@cjg.example": status } };
    expect(await mailer(box).deliver(mail())).toEqual(delivery);
    expect(box.mails).toEqual([]);
  });

  test.each([
    [554, true],
    [452, false],
  ])("says whether the message itself is refused for good: %i", async (status, permanent) => {
    const box = await smtp();
    box.behaviour = { refusedMessages: status };
    expect(await mailer(box).deliver(mail())).toEqual({ sent: false, permanent, code: `SMTP_${status}` });
  });

  test("is tried again when the server is down, and then arrives", async () => {
    const box = await smtp();
    const postman = mailer(box);
    await box.stop();
    expect(await postman.deliver(mail())).toMatchObject({ sent: false, permanent: false });
    await box.start();
    expect(await postman.deliver(mail())).toEqual({ sent: true });
  });

  test("is tried again when the server takes it in and breaks the connection before it says so", async () => {
    const box = await smtp();
    box.behaviour = { breaksAfterData: true };
    expect(await mailer(box).deliver(mail())).toMatchObject({ sent: false, permanent: false });
    expect(await box.received(1)).toHaveLength(1);
  });

  test("is given up for now when the server takes too long", async () => {
    const box = await smtp();
    // Longer than this test may take: it ends in time only if the mailer gives up by itself.
    box.behaviour = { slowness: 600_000 };
    expect(await mailer(box, { patience: 300 }).deliver(mail())).toMatchObject({ sent: false, permanent: false });
  });

  test("waits for settings when there are none", async () => {
    expect(await absentMailer().deliver(mail())).toEqual({ sent: false, permanent: false, code: "NOT_CONFIGURED" });
  });

  test("keeps addresses and answers of the server out of what it says", async () => {
    const box = await smtp();
    box.behaviour = { refused: { "samira@cjg.example": 550 } };
    expect(JSON.stringify(await mailer(box).deliver(mail()))).not.toMatch(/samira|refused by the test/);
  });
});

describe("a connection to a mail server elsewhere", () => {
  const tomorrow = new Date(Date.now() + 86_400_000);
  const yesterday = new Date(Date.now() - 86_400_000);

  test("is verified", async () => {
    const certificate = selfSignedCertificate({ host: "localhost", until: tomorrow });
    const box = await smtp({ host: "localhost", tls: { ...certificate, from: "start" } });
    expect(await mailer(box, { trusted: certificate.cert }).deliver(mail())).toEqual({ sent: true });
  });

  test("that offers no security is not used", async () => {
    const box = await smtp({ host: "0.0.0.0" });
    expect(await mailer(box).deliver(mail())).toMatchObject({ sent: false, permanent: false });
    expect(box.mails).toEqual([]);
  });

  test("is upgraded before anything is said", async () => {
    const certificate = selfSignedCertificate({ host: "0.0.0.0", until: tomorrow });
    const box = await smtp({ host: "0.0.0.0", tls: { ...certificate, from: "starttls" } });
    expect(await mailer(box, { trusted: certificate.cert }).deliver(mail())).toEqual({ sent: true });
  });

  test.each([
    ["is signed by nobody we trust", "localhost", tomorrow, false],
    ["has expired", "localhost", yesterday, true],
    ["is for another host", "mail.elsewhere.example", tomorrow, true],
  ])("is not used when its certificate %s", async (_, host, until, trusted) => {
    const certificate = selfSignedCertificate({ host, until });
    const box = await smtp({ host: "localhost", tls: { ...certificate, from: "start" } });
    const delivery = await mailer(box, { trusted: trusted ? certificate.cert : undefined }).deliver(mail());
    expect(delivery).toMatchObject({ sent: false, permanent: false });
    expect(box.mails).toEqual([]);
  });

  test.each(["", "localhost:25", "http://mail.example", "smtp://", "smtp://mail.example?tls.rejectUnauthorized=false"])(
    "is not made from a setting that cannot be used: %j",
    (url) => {
      expect(() => smtpMailer({ url, from: "kernteam@kernteam.example" })).toThrow("SMTP_URL has to look like");
    },
  );
});

describe("the sender", () => {
  test("is an address, with or without a name", () => {
    expect(senderFrom("Kernteam De Vaart <kernteam@vaart.example>")).toEqual({ name: "Kernteam De Vaart", address: "kernteam@vaart.example" });
    expect(senderFrom(" kernteam@vaart.example ")).toEqual({ name: "", address: "kernteam@vaart.example" });
    expect(() => senderFrom("Kernteam")).toThrow("MAIL_FROM is not a mail address.");
  });
});

describe("the demo mailbox", () => {
  test("keeps what would be sent", async () => {
    const kept: Mail[] = [];
    const demo = demoMailer({ keep: async (sent) => void kept.push(sent) });
    expect(await demo.deliver(mail())).toEqual({ sent: true });
    expect(await demo.deliver({ ...mail(), to: { name: "x", address: "x" } })).toMatchObject({ sent: false });
    expect(kept).toEqual([mail()]);
  });
});

async function smtp(options?: SmtpOptions): Promise<SmtpBox> {
  const box = await startSmtp(options);
  running.push(box);
  return box;
}

function mailer(box: SmtpBox, options: { trusted?: string; patience?: number } = {}): Mailer {
  return smtpMailer({ url: box.url, from: "Kernteam <kernteam@kernteam.example>", ...options });
}

function mail(): Mail {
  return meetingMail({
    change: "INVITED",
    to: { name: "Samira El Amrani", address: "samira@cjg.example" },
    organiser: { name: "Noor de Wit", address: "noor@wilgen.example" },
    teamName: "OBS De Wilgen",
    functionName: "CJG-coach",
    startsAt: new Date("2026-11-24T13:15:00Z"),
    endsAt: new Date("2026-11-24T14:30:00Z"),
    form: "LIVE",
    place: "Wilgenlaan 3, Dorp",
    onCall: false,
    url: "https://kernteam.example/meetings/1",
    answerUrl: "https://kernteam.example/invitation/geheim",
    uid: "1@kernteam.example",
    sequence: 0,
    changedAt: new Date("2026-11-01T10:00:00Z"),
    messageId: "<1.0@kernteam.example>",
  });
}

function lines(text: string): string[] {
  return text.trimEnd().split(/\r?\n/);
}

function addressesOutsideQuotes(header: string): string[] {
  return header.replace(/"(\\.|[^"\\])*"/g, "").match(/[^\s<>,]+@[^\s<>,]+/g) ?? [];
}
