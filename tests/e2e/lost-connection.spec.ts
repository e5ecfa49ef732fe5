import { formTexts } from "#lib/texts/forms";
import { notices } from "#lib/texts/notices";
import { profileTexts } from "#lib/texts/profile";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";

test("a form that cannot be sent keeps what was typed, and is sent once there is a connection again", async ({ page, context, watch }) => {
  await signInAs(page, "Samira Haddou", "/profile");
  const box = page.getByLabel(profileTexts.callMeFor);
  await box.fill("Vragen over opvoeden in het weekend");

  await context.setOffline(true);
  await page.getByRole("button", { name: profileTexts.save }).click();
  await expect(page.getByRole("group", { name: formTexts.summaryTitleWithoutFields })).toContainText(formTexts.notSent);
  await expect(box).toHaveValue("Vragen over opvoeden in het weekend");
  // The browser tells of it too, and of nothing else.
  expect(watch.faults.splice(0).filter((fault) => !fault.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);

  await context.setOffline(false);
  await expectGoodPage(page);
  await page.getByRole("button", { name: profileTexts.save }).click();
  await expect(page.getByText(notices["profile-changed"] ?? "")).toBeVisible();
  await expect(box).toHaveValue("Vragen over opvoeden in het weekend");
});
