import { setTimeout } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { codeOfStep, stepAt } from "#lib/auth/second-factor/totp";
import { presentationTexts } from "#lib/texts/presentation";
import { profileTexts } from "#lib/texts/profile";
import { factorResetTexts, secondFactorTexts as texts } from "#lib/texts/second-factor";
import { signInTexts } from "#lib/texts/sign-in";
import { blankByKey, expect, expectGoodPage, signInAs, test, typeSecondFactor } from "#tests/support/browser";
import { mailsTo, textTo } from "#tests/support/e2e-mails";
import { contentOf } from "#tests/support/mime";

/** Who has no second factor yet, somebody else for each kind of run. */
const newcomers: Record<string, { name: string; address: string }> = {
  "laptop true": { name: "Yusuf Demir", address: "yusuf.demir@cjgduinstreek.example" },
  "laptop false": { name: "Marieke van der Laan", address: "marieke.vanderlaan@cjgduinstreek.example" },
  "phone true": { name: "Joke Brouwer", address: "joke.brouwer@ggdduinstreek.example" },
  "phone false": { name: "Fatma Kaya", address: "fatma.kaya@ggdduinstreek.example" },
};

for (const script of [true, false]) {
  test.describe(script ? "the second factor" : "the second factor without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is asked for before a casus, says what is wrong with a code, and opens it", async ({ page }) => {
      await signInAs(page, "Samira Haddou");
      const casus = await openFirstCasus(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.title);
      await expectGoodPage(page);
      await expect(page.getByText(/Wat gaat goed/)).toHaveCount(0);
      const field = page.getByLabel(texts.code);
      await expect(field).toHaveAttribute("autocomplete", "one-time-code");
      await expect(field).toHaveAttribute("inputmode", "numeric");
      await field.fill("12345");
      await page.getByRole("button", { name: texts.enter }).click();
      await expect(page.getByText(texts.notSixDigits).first()).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("link", { name: texts.noPhone }).click();
      await page.waitForURL(/with=recovery-code/);
      await expectGoodPage(page);
      await page.getByLabel(texts.recoveryCode).fill("AAAAA-AAAAA");
      await page.getByRole("button", { name: texts.enter }).click();
      await expect(page.getByText(texts.wrongRecoveryCode).first()).toBeVisible();
      // Whom to ask without telephone and codes, and how.
      await page.locator("summary").filter({ hasText: texts.stuck }).click();
      const helper = page.getByRole("list", { name: texts.helpers }).getByRole("listitem").first();
      await expect(helper).toContainText("beheerder van");
      await expect(helper.getByRole("link").first()).toHaveAttribute("href", /^(?:tel|mailto):/);
      await expectGoodPage(page);
      await page.getByRole("link", { name: texts.withApp }).click();
      await page.waitForURL((url) => !url.search.includes("with="));

      await typeSecondFactor(page);
      expect(new URL(page.url()).pathname).toBe(casus);
      await expect(page.getByText(/Wat gaat goed/).first()).toBeVisible();
      await expectGoodPage(page);
      // It is not asked for again, and the screen can be made empty at once.
      expect((await page.goto(casus))?.headers()["cache-control"]).toMatch(/^private,.*no-store/);
      await expect(page.getByText(/Wat gaat goed/).first()).toBeVisible();
      if (script) await blankByKey(page);
      else await page.getByRole("link", { name: presentationTexts.blank }).click();
      await page.waitForURL(/\/blank$/);
    });

    test("is set up in two steps, stands in for a lost telephone by a code on paper, and can be taken away after a check", async ({ page, browser }, info) => {
      // Two codes to sign in and four mails are waited for.
      test.setTimeout(240_000);
      const { name, address } = newcomers[`${info.project.name} ${script}`] as { name: string; address: string };
      const first = await signInWithCode(page, address, null);
      await page.goto("/second-factor?next=/availability");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.setUpTitle);
      await expectGoodPage(page);
      await page.getByRole("button", { name: texts.begin }).click();
      await expect(page.getByRole("img", { name: texts.qrCode })).toBeVisible();
      await expectGoodPage(page);
      await page.getByText(texts.cannotScan).click();
      const key = (await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(" ", "");
      await expectGoodPage(page);
      expect(await page.getByRole("link", { name: texts.openApp }).getAttribute("href")).toContain(`secret=${key}`);

      await page.getByLabel(texts.code).fill("000000");
      await page.getByRole("button", { name: texts.confirm }).click();
      await expect(page.getByText(texts.wrongCode).first()).toBeVisible();
      await page.getByLabel(texts.code).fill(codeOfStep(key, stepAt(Date.now())));
      await page.getByRole("button", { name: texts.confirm }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.codesTitle);
      await expectGoodPage(page);
      const codes = await page.getByRole("list", { name: texts.codes }).getByRole("listitem").allInnerTexts();
      expect(codes).toHaveLength(10);
      await page.getByRole("button", { name: texts.codesKept }).click();
      await page.waitForURL((url) => url.pathname === "/availability");
      await page.goto("/profile/second-factor/recovery-codes");
      await expect(page.getByText(codes[0] as string)).toHaveCount(0);
      await expectGoodPage(page);
      await textTo(address, /tweede stap ingesteld/);

      const elsewhere = await browser.newContext({ javaScriptEnabled: script, baseURL: info.project.use.baseURL ?? process.env.E2E_URL ?? "" });
      const other = await elsewhere.newPage();
      await signInWithCode(other, address, first);
      await other.goto("/second-factor?next=/profile/second-factor&with=recovery-code");
      await other.getByLabel(texts.recoveryCode).fill((codes[0] as string).toLowerCase());
      await other.getByRole("button", { name: texts.enter }).click();
      await expect(other.getByText(texts.codesLeft(9))).toBeVisible();
      await textTo(address, /nog 9 herstelcodes/);
      await elsewhere.close();

      const office = await browser.newContext({ javaScriptEnabled: script, baseURL: info.project.use.baseURL ?? process.env.E2E_URL ?? "" });
      const ingrid = await office.newPage();
      await signInAs(ingrid, "Ingrid Postma", `/people?q=${encodeURIComponent(name)}`);
      await ingrid.getByRole("link", { name, exact: true }).first().click();
      await ingrid.getByRole("link", { name: factorResetTexts.link }).click();
      await ingrid.waitForURL(/\/second-factor-reset$/);
      await ingrid.getByRole("button", { name: factorResetTexts.submit }).click();
      await expect(ingrid.getByText(factorResetTexts.checkMissing).first()).toBeVisible();
      await ingrid.getByRole("radio", { name: factorResetTexts.checks.CALLED_BACK }).check();
      await ingrid.getByRole("button", { name: factorResetTexts.submit }).click();
      await expect(ingrid.getByRole("status")).toContainText("De tweede stap is gewist");
      await office.close();
      await textTo(address, /heeft je tweede stap bij Kernteam gewist/);
      await page.goto("/profile");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(signInTexts.title);
    });

    test("is one's own to see and to remove", async ({ page }) => {
      await signInAs(page, "Peter Kuiper", "/profile");
      await page.getByRole("link", { name: texts.toSecondFactor }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.ownTitle);
      await expectGoodPage(page);
      await page.getByRole("link", { name: texts.toRemoval }).click();
      await typeSecondFactor(page);
      await expect(page.getByRole("button", { name: texts.remove })).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("link", { name: texts.back }).click();
      await expect(page.getByRole("link", { name: profileTexts.title }).first()).toBeVisible();
    });
  });
}

/** Follows links to the first casus that can be opened, which leads to the page that asks for the code. Gives the address of the casus. */
async function openFirstCasus(page: Page): Promise<string> {
  await page.goto("/agreements");
  await page.getByRole("link", { name: /^Casus \d\d-\d\d$/ }).first().click();
  await page.waitForURL((url) => url.pathname === "/second-factor");
  return new URL(page.url()).searchParams.get("next") ?? "";
}

/** Signs in with a code by mail, other than one that was used before, and gives it. */
async function signInWithCode(page: Page, address: string, before: string | null): Promise<string> {
  await page.goto("/login");
  await page.getByLabel(signInTexts.email).fill(address);
  await page.getByRole("button", { name: signInTexts.sendCode }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(signInTexts.codeTitle);
  const code = await newCode(address, before);
  await page.getByLabel(signInTexts.code).fill(code);
  await page.getByRole("button", { name: signInTexts.enterCode }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  return code;
}

async function newCode(address: string, before: string | null): Promise<string> {
  for (const end = Date.now() + 30_000; Date.now() < end; await setTimeout(200)) {
    const texts = (await mailsTo(address)).map(({ message }) => contentOf(message, "text/plain"));
    const code = texts.map((text) => /^\s*([0-9A-Z]{4}[- ]?[0-9A-Z]{4})\s*$/m.exec(text)?.[1]).findLast((each) => each !== undefined);
    if (code && code !== before) return code;
  }
  throw new Error(`No code came to ${address}.`);
}
