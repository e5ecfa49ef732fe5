import { beforeAll, describe, expect, test } from "vitest";
import { addAgendaItem } from "#lib/agenda/commands";
import { operatorDatabase } from "#lib/db";
import { cancelMeeting, rescheduleMeeting } from "#lib/meetings/commands";
import { makeTemplates } from "#tests/support/agenda-world";
import { asPerson } from "#tests/support/as-person";
import { box, until, useJobs, work } from "#tests/support/job-world";
import { changeOf, planOf, scheduled, teamWorld, TODAY } from "#tests/support/meeting-world";
import { contentOf } from "#tests/support/mime";

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

describe("no mail and no calendar entry", () => {
  test("says what is on the agenda: not when a meeting is planned, moved or cancelled", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    await makeTemplates(consortiumId);
    await operatorDatabase().agendaTemplateItem.updateMany({ where: { consortiumId }, data: { title: "KANARIE-vast", explanation: "KANARIE-uitleg", questions: ["KANARIE-vraag"] } });
    await operatorDatabase().agendaTemplate.updateMany({ where: { consortiumId }, data: { name: "KANARIE-naam", goals: ["KANARIE-doel"] } });
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const words = { title: "KANARIE-punt", explanation: "KANARIE-toelichting", minutes: 10, origin: "BOTH", titleReason: null, explanationReason: null, next: "agenda" } as const;
    expect(await asPerson(samira.id, (viewer) => addAgendaItem(viewer, { ...words, meetingId: id }))).toMatchObject({ ok: true });
    expect(await operatorDatabase().agendaItem.count({ where: { meetingId: id, title: { startsWith: "KANARIE" } } })).toBe(7);
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01", start: "16:00" })));
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 2, reason: null, reasonReason: null }));
    await until(async () => expect(box.mails.length).toBeGreaterThan(1));
    await until(async () => expect(await operatorDatabase().meetingMail.count({ where: { state: "QUEUED" } })).toBe(0));
    for (const { message, raw } of box.mails) {
      for (const type of ["text/plain", "text/html", "text/calendar"]) expect(contentOf(message, type)).not.toContain("KANARIE");
      expect(raw).not.toContain("KANARIE");
    }
    const jobs = await operatorDatabase().$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job`;
    expect(JSON.stringify(jobs)).not.toContain("KANARIE");
  });
});
