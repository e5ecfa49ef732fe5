import { describe, expect, test } from "vitest";
import { appDatabase, operatorDatabase } from "#lib/db";
import { enqueueAll } from "#lib/jobs/queue";
import { sealedFor } from "#lib/jobs/queues";
import { messageIdFor } from "#lib/mail/message";
import { seal } from "#lib/secrets";
import { makeCase, makeMeeting, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { asOwner, askForCode, box, factsOf, hurry, invitation, jobRows, queueMail, stateOf, until, useJobs, work, world } from "#tests/support/job-world";
import { contentOf, headerOf } from "#tests/support/mime";

const APP_URL = "http://localhost:3000";

useJobs();

describe("a login code", () => {
  test("is mailed to the address in the database, and only there", async () => {
    const person = await makePerson({ name: "Samira El Amrani" });
    const { jobId } = await askForCode(person.id, "K7QF-2M9T");
    await work();
    const [mail] = await box.received(1);
    expect(mail?.to).toEqual([person.email]);
    expect(contentOf(mail!.message, "text/plain")).toContain("K7QF-2M9T");
    expect(headerOf(mail!.message, "Message-ID")).toBe(messageIdFor(jobId, APP_URL));
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
  });

  test("is not readable in the queue", async () => {
    const person = await makePerson();
    await askForCode(person.id, "K7QF-2M9T");
    expect(JSON.stringify(await jobRows())).not.toMatch(/K7QF|2M9T|voorbeeld\.nl/);
  });

  test("is not mailed when it was used, overtaken or too old, or when the account is closed", async () => {
    const [used, overtaken, old] = [await makePerson(), await makePerson(), await makePerson()];
    const closed = await makePerson({ deactivatedAt: new Date() });
    const { loginCodeId } = await askForCode(used.id, "AAAA-AAAA");
    await operatorDatabase().loginCode.update({ where: { id: loginCodeId }, data: { usedAt: new Date() } });
    await askForCode(overtaken.id, "BBBB-BBBB");
    const { jobId } = await askForCode(old.id, "CCCC-CCCC");
    await asOwner("UPDATE pgboss.job SET created_on = now() - interval '601 seconds' WHERE id = $1", [jobId]);
    await askForCode(closed.id, "DDDD-DDDD");
    await askForCode(overtaken.id, "EEEE-EEEE");
    await work();
    await until(async () => expect(new Set((await jobRows()).map(({ state }) => state))).toEqual(new Set(["completed"])));
    expect(box.mails.map(({ message }) => /[A-E]{4}-[A-E]{4}/.exec(contentOf(message, "text/plain"))?.[0])).toEqual(["EEEE-EEEE"]);
  });

  test("is given up after ten minutes in which it could not be sent", async () => {
    const person = await makePerson();
    const { jobId } = await askForCode(person.id, "K7QF-2M9T");
    await box.stop();
    await work();
    await until(async () => expect(await jobRows()).toMatchObject([{ id: jobId, state: "retry", output: { code: expect.stringMatching(/^E/) } }]));
    await asOwner("UPDATE pgboss.job SET created_on = now() - interval '601 seconds', start_after = now()");
    await box.start();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    expect(box.mails).toEqual([]);
  });
});

describe("a mail about a bijeenkomst", () => {
  test("tells what is in the database, with the row's own Message-ID and SEQUENCE", async () => {
    const { mail, person } = await invitation();
    await work();
    const [received] = await box.received(1);
    expect(received?.to).toEqual([person.email]);
    expect(factsOf(received!)).toEqual({ messageId: mail.messageId, uid: `${mail.meetingId}@localhost`, sequence: "0", method: "REQUEST" });
    expect(headerOf(received!.message, "Subject")).toBe("Uitnodiging: bijeenkomst OBS De Wilgen, di 1 december 14.00 uur");
    expect(headerOf(received!.message, "Reply-To")).toMatch(/^Noor de Wit </);
    expect(received!.raw).not.toContain("KANARIE");
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT", errorCode: null }));
  });

  test("bounces when the address is refused, and is not tried again", async () => {
    const { mail, person } = await invitation();
    box.behaviour = { refused: { [person.email]: 550 } };
    await work();
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "BOUNCED", errorCode: "SMTP_550", sentAt: null }));
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
  });

  test("waits when the server is down or says not now, and then arrives once", async () => {
    const { mail, person } = await invitation();
    await box.stop();
    await work();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "retry", output: { code: expect.stringMatching(/^E/) } }]));
    box.behaviour = { refused: { [person.email]: 451 } };
    await box.start();
    await hurry();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "retry", output: { code: "SMTP_451" } }]));
    expect(await stateOf(mail.id)).toMatchObject({ state: "QUEUED" });
    box.behaviour = {};
    await hurry();
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "SENT" }));
    expect(box.mails).toHaveLength(1);
  });

  test("is shown as bounced when it could not be sent for a day", async () => {
    const { mail } = await invitation();
    await box.stop();
    await asOwner("UPDATE pgboss.job SET created_on = now() - interval '25 hours'");
    await work();
    await until(async () => expect(await stateOf(mail.id)).toMatchObject({ state: "BOUNCED", errorCode: "GIVEN_UP" }));
    await until(async () => expect(await jobRows()).toMatchObject([{ name: "dead-letter", state: "completed" }, { name: "meeting-mail", state: "failed" }]));
  });

  test("does not leave any more when a later one overtook it; the later one does", async () => {
    const { mail: first, person } = await invitation();
    await operatorDatabase().meeting.update({ where: { id: first.meetingId }, data: { startsAt: new Date("2026-12-08T13:00:00Z"), endsAt: new Date("2026-12-08T14:00:00Z") } });
    const second = await queueMail(first, { sequence: 1 });
    await work();
    await until(async () => expect(await stateOf(second.id)).toMatchObject({ state: "SENT" }));
    await until(async () => expect(await stateOf(first.id)).toMatchObject({ state: "SUPERSEDED" }));
    expect(box.mails.map(({ to, message }) => [to, headerOf(message, "Subject")])).toEqual([
      [[person.email], "Uitnodiging: bijeenkomst OBS De Wilgen, di 8 december 14.00 uur"],
    ]);
  });

  test("follows the meeting: moved and cancelled, under one UID with a rising SEQUENCE", async () => {
    const { mail: first } = await invitation();
    await work();
    await until(async () => expect(await stateOf(first.id)).toMatchObject({ state: "SENT" }));
    await operatorDatabase().meeting.update({ where: { id: first.meetingId }, data: { startsAt: new Date("2026-12-08T13:00:00Z"), endsAt: new Date("2026-12-08T14:00:00Z") } });
    const second = await queueMail(first, { sequence: 1, movedFrom: { startsAt: "2026-12-01T13:00:00.000Z", endsAt: "2026-12-01T14:15:00.000Z" } });
    await until(async () => expect(await stateOf(second.id)).toMatchObject({ state: "SENT" }));
    await operatorDatabase().meeting.update({ where: { id: first.meetingId }, data: { cancelled: true, cancelledAt: new Date() } });
    const third = await queueMail(first, { sequence: 2, method: "CANCEL" });
    await until(async () => expect(await stateOf(third.id)).toMatchObject({ state: "SENT" }));
    expect(box.mails.map(({ message }) => headerOf(message, "Subject").split(":")[0])).toEqual(["Uitnodiging", "Verplaatst", "Gaat niet door"]);
    const facts = box.mails.map(factsOf);
    expect(facts.map(({ sequence, method }) => [sequence, method])).toEqual([["0", "REQUEST"], ["1", "REQUEST"], ["2", "CANCEL"]]);
    expect(new Set(facts.map(({ uid }) => uid)).size).toBe(1);
    expect(new Set(facts.map(({ messageId }) => messageId)).size).toBe(3);
    expect(contentOf(box.mails[1]!.message, "text/plain")).toContain("Was: di 1 december 2026, 14.00–15.15 uur");
  });
});

describe("a mail to somebody whose invitation lapsed", () => {
  test("takes the entry back, and is an invitation again when the person is invited again", async () => {
    const { mail: first } = await invitation();
    await work();
    await until(async () => expect(await stateOf(first.id)).toMatchObject({ state: "SENT" }));
    const lapsed = await queueMail(first, { sequence: 1, method: "CANCEL" });
    await until(async () => expect(await stateOf(lapsed.id)).toMatchObject({ state: "SENT" }));
    const again = await queueMail(first, { sequence: 2 });
    await until(async () => expect(await stateOf(again.id)).toMatchObject({ state: "SENT" }));
    expect(box.mails.map(({ message }) => headerOf(message, "Subject").split(":")[0])).toEqual(["Uitnodiging", "Je hoeft er niet bij te zijn", "Uitnodiging"]);
  });
});

describe("mails about people", () => {
  test("tell who gave access to what, who reported a change where, and what changed about an account", async () => {
    const { consortium, team, organiser, person } = await world();
    await makeRole(consortium.id, person.id, "ORGANISER");
    const report = await operatorDatabase().changeReport.create({ data: { consortiumId: consortium.id, coreTeamId: team.id, reportedById: organiser.id, message: "KANARIE-melding" } });
    await appDatabase().$transaction((tx) =>
      enqueueAll(tx, "person-mail", [
        { kind: "INVITED", personId: person.id, inviterId: organiser.id },
        { kind: "CHANGE_REPORTED", changeReportId: report.id, recipientId: person.id },
        { kind: "EMAIL_CHANGED", personId: person.id, sealedOldAddress: seal(sealedFor("person-mail", person.id), "oud@voorbeeld.nl") },
        { kind: "IDENTITY_LINKED", personId: person.id },
      ]),
    );
    await work();
    const received = await box.received(4);
    const bySubject = Object.fromEntries(received.map((mail) => [headerOf(mail.message, "Subject"), mail]));
    expect(contentOf(bySubject["Je kunt inloggen bij Kernteam"]!.message, "text/plain")).toContain(`- organisator bij ${consortium.name}`);
    expect(bySubject["Wijziging gemeld: team OBS De Wilgen"]!.raw).not.toContain("KANARIE");
    expect(bySubject["Je e-mailadres bij Kernteam is gewijzigd"]!.to).toEqual(["oud@voorbeeld.nl"]);
    expect(bySubject["Er is een werkaccount aan je gekoppeld"]!.to).toEqual([person.email]);
  });

  test("about an agreement name the school and never what was agreed, and go to members of today only", async () => {
    const { consortium, team, organiser, person, coach } = await world();
    await makeMembership(team, person.id, { functionId: coach.id });
    const meeting = await makeMeeting(team, organiser.id, { day: "2026-10-06", invitees: [] });
    const { id: agreementId } = await operatorDatabase().agreement.create({
      data: { consortiumId: consortium.id, coreTeamId: team.id, meetingId: meeting.id, text: "KANARIE-afspraak", ownerId: person.id, dueOn: new Date("2026-12-01") },
    });
    const about = { agreementId, coreTeamId: team.id };
    await appDatabase().$transaction((tx) =>
      enqueueAll(tx, "person-mail", [
        { kind: "AGREEMENT_PASSED_ON", ...about, recipientId: person.id, passerId: organiser.id },
        { kind: "AGREEMENT_CLOSED", ...about, recipientId: person.id },
        // The organiser is no member.
        { kind: "AGREEMENT_CLOSED", ...about, recipientId: organiser.id },
      ]),
    );
    await work();
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["completed", "completed", "completed"]));
    expect(box.mails.map(({ to, message }) => [to[0], headerOf(message, "Subject")]).toSorted()).toEqual([
      [person.email, "Aan jou doorgezet: een afspraak van OBS De Wilgen"],
      [person.email, "Afgesloten: een afspraak van OBS De Wilgen die je volgt"],
    ]);
    for (const { raw, message } of box.mails) {
      expect(raw).not.toContain("KANARIE");
      expect(contentOf(message, "text/plain")).toContain(`/agreements/${agreementId}`);
    }
  });

  test("about a stopped casus name it and its team, and nothing of it, and go to who is procesbegeleider today, until it is settled", async () => {
    const { consortium, team, organiser, person, coach } = await world();
    await makeMembership(team, organiser.id, { functionId: coach.id });
    await makeRole(consortium.id, person.id, "PROCESS_COACH");
    const former = await makePerson();
    await makeRole(consortium.id, former.id, "PROCESS_COACH", { lastDay: "2026-01-01" });
    const meeting = await makeMeeting(team, organiser.id, { day: "2026-10-06", invitees: [] });
    const stopped = async (fields: { stoppedAt: Date | null; number: number }) => {
      const { id } = await makeCase(team, meeting.id, organiser.id, { answers: { question: "KANARIE-vraag" } });
      await operatorDatabase().caseDiscussion.update({ where: { id }, data: fields });
      return id;
    };
    const [waits, settled] = [await stopped({ stoppedAt: new Date(), number: 7 }), await stopped({ stoppedAt: null, number: 8 })];
    await appDatabase().$transaction((tx) =>
      enqueueAll(tx, "person-mail", [
        { kind: "CASE_STOPPED", caseDiscussionId: waits, recipientId: person.id },
        { kind: "CASE_STOPPED", caseDiscussionId: waits, recipientId: former.id },
        { kind: "CASE_STOPPED", caseDiscussionId: settled, recipientId: person.id },
      ]),
    );
    await work();
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["completed", "completed", "completed"]));
    const [mail] = box.mails;
    expect(box.mails.map(({ to }) => to)).toEqual([[person.email]]);
    expect(headerOf(mail!.message, "Subject")).toBe("Een casus is stopgezet: kernteam OBS De Wilgen");
    const text = contentOf(mail!.message, "text/plain");
    expect(text).toContain("Casus 26-07 van het kernteam van OBS De Wilgen is stopgezet");
    expect(text).toContain(`/stopped-cases/${waits}`);
    for (const kept of ["KANARIE", organiser.name]) expect(mail!.raw).not.toContain(kept);
  });

  test("about an own casus that was stopped tell what became of it, while it is so, to a writer who is a member today", async () => {
    const { team, organiser, person, coach } = await world();
    const former = await makePerson();
    await makeMembership(team, person.id, { functionId: coach.id });
    await makeMembership(team, former.id, { functionId: coach.id, lastDay: "2026-01-01" });
    const meeting = await makeMeeting(team, organiser.id, { day: "2026-10-06", invitees: [] });
    const caseOf = async (writerId: string, fields: { stoppedAt?: Date; releasedAt?: Date; erasedAt?: Date; number: number }, sharedAt: Date | null = new Date()) => {
      const { id } = await makeCase(team, meeting.id, writerId, { answers: { question: "KANARIE-vraag" }, sharedAt });
      await operatorDatabase().caseDiscussion.update({ where: { id }, data: fields });
      return id;
    };
    const [stopped, ofFormer] = [await caseOf(person.id, { stoppedAt: new Date(), number: 11 }), await caseOf(former.id, { stoppedAt: new Date(), number: 12 })];
    const released = await caseOf(person.id, { releasedAt: new Date(), number: 13 }, null);
    const [erased, sharedAgain] = [await caseOf(person.id, { stoppedAt: new Date(), erasedAt: new Date(), number: 14 }), await caseOf(person.id, { releasedAt: new Date(), number: 15 })];
    const told = [["STOPPED", stopped], ["RELEASED", released], ["ERASED", erased], ["STOPPED", ofFormer], ["STOPPED", erased], ["RELEASED", sharedAgain]] as const;
    await appDatabase().$transaction((tx) => enqueueAll(tx, "person-mail", told.map(([became, caseDiscussionId]) => ({ kind: "OWN_CASE" as const, became, caseDiscussionId }))));
    await work();
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(told.map(() => "completed")));
    expect(box.mails.map(({ to }) => to)).toEqual([[person.email], [person.email], [person.email]]);
    const place = `/core-teams/${team.id}/meetings/${meeting.id}`;
    const texts = new Map(box.mails.map(({ message }) => [headerOf(message, "Subject"), contentOf(message, "text/plain")]));
    for (const [subject, alias, url] of [
      ["Jouw casus is stopgezet: kernteam OBS De Wilgen", "Casus 26-11", `${place}/case-discussions/${stopped}\r\n`],
      ["Jouw casus is teruggegeven: kernteam OBS De Wilgen", "Casus 26-13", `${place}/case-discussions/${released}/edit\r\n`],
      ["Jouw casus is gewist: kernteam OBS De Wilgen", "Casus 26-14", `${place}\r\n`],
    ] as const) for (const words of [alias, url]) expect(texts.get(subject), subject).toContain(words);
    for (const { raw } of box.mails) for (const kept of ["KANARIE", organiser.name]) expect(raw).not.toContain(kept);
  });
});
