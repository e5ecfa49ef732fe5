import { describe, expect, test } from "vitest";
import { z } from "zod";
import { keptWords } from "#lib/anonymity/kept-words";
import { id, lines, optionalText, text, ticks } from "#lib/forms/fields";
import { checkedTextsOf, formSchemas, freeTextsOf, schemasOfDoors, uncheckedTexts } from "#tests/support/free-text";
import { unlisted } from "#tests/support/inventory";

const forms = await formSchemas();

describe("every free text of a form", () => {
  test("is checked for words that may identify a child, or stands in a list with the reason why not", () => {
    const unchecked = forms.flatMap(({ name, schema }) => freeTextsOf(schema).filter((field) => !checkedTextsOf(schema).includes(field)).map((field) => `${name}.${field}`));
    expect(unlisted(unchecked, Object.keys(uncheckedTexts))).toEqual({ missing: [], stale: [] });
  });

  // The issue: casus, perspective, agenda item, action, minutes and news. Minutes are made of agreements and the agenda; news is an item of it.
  test("of a casus, a perspective, an agenda and an agreement is checked", () => {
    const ofDomains = forms.filter(({ domain }) => ["case-discussions", "perspectives", "follow-up", "agenda", "agenda-templates", "agreements", "presentation"].includes(domain));
    expect(ofDomains.length).toBeGreaterThan(10);
    for (const { name, schema } of ofDomains) expect(checkedTextsOf(schema), name).toEqual(freeTextsOf(schema));
  });
});

describe("a new field", () => {
  const schema = z.object({
    meetingId: id(),
    note: optionalText(200),
    title: text(80, "Vul een titel in."),
    titleReason: keptWords(),
    goals: lines(3, 80, "Te veel.", "Te lang."),
    chosen: ticks(id(), 3),
    remark: optionalText(200),
    remarkReason: optionalText(200),
  });

  test("in which anything can be typed is found, however it is declared", () => {
    expect(freeTextsOf(schema)).toEqual(["note", "title", "goals", "remark", "remarkReason"]);
    expect(freeTextsOf(schema.transform((typed) => typed))).toContain("note");
  });

  test("counts as checked only with a reason beside it that is a choice", () => {
    expect(checkedTextsOf(schema)).toEqual(["title"]);
  });

  test("comes with the schema of its action", () => {
    const sources = new Map([
      ["app/x/actions.ts", 'export const a = formAction("x", noteSchema, h);\nexport const b = linkAction("x", "GUEST", guestSchema.extend({ token: linkToken() }), h);\nexport const c = visitorAction(codeSchema, { name: "code" }, h);'],
      ["app/x/upload/route.ts", "const parsed = uploadSchema.safeParse(form);"],
    ]);
    expect(schemasOfDoors(sources)).toEqual(["codeSchema", "guestSchema", "noteSchema", "uploadSchema"]);
  });
});
