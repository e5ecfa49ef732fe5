import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { agreeInMeetingAction } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/actions";
import { makeAgreementAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new/actions";
import { setAtPlayAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play/actions";
import { saveCasePartAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { revealPerspectivesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing/actions";
import { createSession, newToken } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { fieldTexts } from "#lib/texts/fields";
import { type CaseWorld, caseWorld, meetingLike, sharedCase, startedCase, TODAY } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { sendForm } from "#tests/support/send-form";

// What is done with a casus that the table looks at: where its forms lead back to, and the agreements that are made about it there.

const request = vi.hoisted(() => ({ cookie: null as string | null, path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (name === "__Host-kernteam-session" && request.cookie ? { name, value: request.cookie } : undefined) }),
  headers: async () => new Headers({ origin: request.origin, "x-path": request.path }),
}));

let world: CaseWorld;
/** A shared casus of Noor, new for each test. */
let id: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
  request.origin = env().APP_URL;
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM rate_limit`;
  id = await sharedCase(world.people.noor.id, world.meeting.id);
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];
const idOf = (person: Person) => world.people[person].id;
const meetingPath = () => `/core-teams/${world.team.id}/meetings/${world.meeting.id}`;
const ON_SCREEN = { back: "screen", item: "4" };

async function send(person: Person, action: FormAction, fields: Record<string, string>, assurance: "HIGH" | "LOW" = "HIGH"): Promise<string | FormState> {
  request.cookie = await authDatabase().$transaction((db) => createSession(db, idOf(person), "test", newToken(), assurance));
  return sendForm(action, { ...fields, formKey: newFormKey(idOf(person)) });
}

const promise = (fields: Record<string, string> = {}) => ({ meetingId: world.meeting.id, text: "De leerkracht belt.", ownerId: idOf("samira"), dueOn: "1 12 2026", ...fields });
const agreements = () => operatorDatabase().agreement.findMany({ where: { meetingId: world.meeting.id }, select: { id: true, text: true, kind: true, caseDiscussionId: true }, orderBy: { id: "asc" } });

describe("a form that was opened from the shared screen", () => {
  const forms: [string, string, string, (fields: Record<string, string>) => Promise<string | FormState>][] = [
    ["to reveal the perspectives", "perspectives", "perspectives-revealed", (fields) => send("noor", revealPerspectivesAction, { discussionId: id, ...fields })],
    ["to say who is to act", "at-play", "at-play-set", (fields) => send("noor", setAtPlayAction, { discussionId: id, version: "0", to: `person:${idOf("samira")}`, ...fields })],
    ["to write what the table sees together", "outcome", "case-changed", (fields) => send("noor", saveCasePartAction, { discussionId: id, part: "OUTCOME", version: "0", together: "Het lukt beter in de ochtend.", ...fields })],
    ["to agree on something", "agreements", "agreement-made", (fields) => send("noor", makeAgreementAction, promise({ caseDiscussionId: id, ...fields }))],
  ];

  test.each(forms)("%s leads back to that part of the casus there, with the item of the agenda", async (_form, part, _notice, sent) => {
    expect(await sent(ON_SCREEN)).toBe(`${meetingPath()}/presentation/case-discussions/${id}?item=4#${part}`);
  });

  test.each(forms)("%s leads to its part of the page of the casus for who came from there, and with an item that is none", async (_form, part, notice, sent) => {
    expect(await sent({ item: "geen" })).toBe(`${meetingPath()}/case-discussions/${id}?notice=${notice}&at=${part}#${part}`);
  });

  test("stays about the same casus and that screen when another agreement follows", async () => {
    const to = new URL(String(await send("noor", makeAgreementAction, promise({ caseDiscussionId: id, next: "another", ...ON_SCREEN }))), env().APP_URL);
    expect(to.pathname).toBe(`${meetingPath()}/agreements/new`);
    expect(Object.fromEntries(to.searchParams)).toMatchObject({ case: id, ...ON_SCREEN });
  });

  test("leads nowhere else, whatever it says", async () => {
    for (const back of ["//evil.example", "home"]) expect(typeof (await send("noor", revealPerspectivesAction, { discussionId: id, back })), back).toBe("object");
    expect((await operatorDatabase().caseDiscussion.findUniqueOrThrow({ where: { id } })).revealedAt).toBeNull();
  });

  test("leads back to it from the page of the second factor too", async () => {
    request.path = `${meetingPath()}/case-discussions/${id}/revealing?back=screen&item=4`;
    const to = new URL(String(await send("noor", revealPerspectivesAction, { discussionId: id, ...ON_SCREEN }, "LOW")), env().APP_URL);
    expect([to.pathname, to.searchParams.get("next")]).toEqual(["/second-factor", request.path]);
  });
});

describe("an agreement on the shared screen", () => {
  test("about a casus hangs on it, and the next one is proposed for the same", async () => {
    const to = new URL(String(await send("samira", agreeInMeetingAction, promise({ caseDiscussionId: id, item: "4" }))), env().APP_URL);
    const made = (await agreements()).find((each) => each.caseDiscussionId === id);
    expect(made).toMatchObject({ text: "De leerkracht belt.", kind: "PLAIN" });
    expect([to.pathname, to.hash, Object.fromEntries(to.searchParams)]).toEqual([`${meetingPath()}/presentation`, "#agreements", { item: "4", made: made?.id, case: id }]);
  });

  test("about none hangs on none", async () => {
    const to = String(await send("samira", agreeInMeetingAction, promise({ caseDiscussionId: "", item: "4" })));
    expect(to).not.toContain("case=");
    expect((await agreements()).some((each) => each.caseDiscussionId === id)).toBe(false);
  });

  test("is refused about a casus of another meeting, a concept, and one that is closed or stopped", async () => {
    const other = await operatorDatabase().meeting.create({ data: await meetingLike(world.meeting.id, "2026-10-07") });
    const [elsewhere, concept, closed, stopped] = [await sharedCase(idOf("noor"), other.id), await startedCase(idOf("noor"), world.meeting.id), await sharedCase(idOf("noor"), world.meeting.id), await sharedCase(idOf("noor"), world.meeting.id)];
    await operatorDatabase().caseDiscussion.update({ where: { id: closed }, data: { closedAt: new Date() } });
    await operatorDatabase().caseDiscussion.update({ where: { id: stopped }, data: { stoppedAt: new Date(), closedAt: new Date() } });
    const before = await agreements();
    for (const caseDiscussionId of [elsewhere, concept, closed, stopped, crypto.randomUUID()]) {
      expect(await send("noor", agreeInMeetingAction, promise({ caseDiscussionId }))).toMatchObject({ message: fieldTexts.notThere, values: { text: "De leerkracht belt." } });
    }
    expect(await agreements()).toEqual(before);
  });

  test("about a casus passes the same check as any other, and is for the same people", async () => {
    const before = await agreements();
    expect(await send("noor", agreeInMeetingAction, promise({ caseDiscussionId: id, text: "Jayden belt zelf." }))).toMatchObject({ findings: { text: [{ text: "Jayden" }] } });
    for (const person of ["endedYesterday", "ofSibling", "processCoach", "organiser"] as const) expect(typeof (await send(person, agreeInMeetingAction, promise({ caseDiscussionId: id }))), person).toBe("object");
    expect(await agreements()).toEqual(before);
  });
});
