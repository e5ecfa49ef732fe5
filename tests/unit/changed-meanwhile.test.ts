import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { OfferForm } from "#components/offers/offer-form";
import { SuccessForm } from "#components/successes/success-form";
import { freshForm, type FormState, type TypedValues } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";
import { offerFormTexts } from "#lib/texts/offers";
import { successFormTexts } from "#lib/texts/successes";

const common = { action: async (state: FormState) => state, formKey: "key", names: { people: [], schools: [] }, maxLength: 100, back: "/" } as const;
const typed = (values: TypedValues, message?: string): FormState => ({ ...freshForm(values), ...(message && { message }) });

const offer = (version: string, message?: string) =>
  renderToStaticMarkup(createElement(OfferForm, { ...common, about: { coreTeamId: "x", version: "2" }, standing: { can: "Nu dit", cannot: "" }, initial: typed({ can: "Mijn tekst", cannot: "", version }, message) }));
const success = (version: string, message?: string) =>
  renderToStaticMarkup(createElement(SuccessForm, { ...common, fields: { successId: "x", version: "2" }, standing: { text: "Nu dit", version: "2" }, initial: typed({ text: "Mijn tekst", version }, message) }));

const timesIn = (page: string, words: string) => page.split(words).length - 1;

describe.each([
  ["what the school can do", offer, offerFormTexts.changedMeanwhile],
  ["a success", success, successFormTexts.changedMeanwhile],
] as const)("the form of %s", (_form, drawn, says) => {
  test("says that it was changed meanwhile to who comes back to what was typed, and shows both texts", () => {
    const page = drawn("1");
    expect([timesIn(page, says), timesIn(page, formTexts.nowStands)]).toEqual([1, 1]);
    for (const text of ["Mijn tekst", "Nu dit"]) expect(page).toContain(text);
  });

  test("says it once when its answer says so too", () => {
    expect(timesIn(drawn("1", says), says)).toBe(1);
  });

  test("says nothing of it to who was not overtaken", () => {
    const page = drawn("2");
    for (const words of [says, formTexts.nowStands]) expect(page).not.toContain(words);
  });
});
