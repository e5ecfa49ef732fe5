import { expect, test } from "vitest";
import { type Minutes, minutesDocument } from "#lib/minutes/document";

const made = { owner: "Samira Haddou", dueOn: "2026-12-11", state: "OPEN" } as const;
const minutes: Minutes = {
  day: "2026-11-24", team: "OBS De Wilgen", kind: "IN_DEPTH", theme: null, startsAt: new Date("2026-11-24T13:15Z"), endsAt: new Date("2026-11-24T14:30Z"), form: "LIVE", place: null,
  people: [], items: [], caseAliases: [],
  agreements: [
    { ...made, kind: "START_TALK", text: "Startgesprek op school", caseAlias: "Casus 26-07" },
    { ...made, kind: "PLAIN", text: "De ouders bellen", caseAlias: "Casus 26-07" },
    { ...made, kind: "PLAIN", text: "De poster ophangen", caseAlias: null },
  ],
};

test("the minutes tell with an agreement what kind it is and by its alias of which casus; a plain one without either is its text", () => {
  const table = minutesDocument(minutes).blocks.find((block) => block.kind === "table" && block.columns[0]?.name === "Afspraak");
  expect(table?.kind === "table" && table.rows.map(([text]) => text)).toEqual(["Startgesprek op school (startgesprek, bij Casus 26-07)", "De ouders bellen (bij Casus 26-07)", "De poster ophangen"]);
});
