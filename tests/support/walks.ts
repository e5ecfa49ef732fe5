import type { Page } from "@playwright/test";
import { meetingListTexts, momentTexts } from "#lib/texts/meetings";

/** From any page of the IB'er to the meeting that was held this school year. */
export async function openMeetingOfSeptember(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Bijeenkomsten", exact: true }).first().click();
  await page.getByRole("link", { name: /2026-2027/ }).click();
  // Until the list of that year is there, the page still shows the meetings to come, where none can be recorded.
  await page.getByRole("list", { name: meetingListTexts.caption("2026-2027") }).getByRole("link").last().click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
}

/** From any page of the IB'er to the meeting that comes first. */
export async function openComingMeeting(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Bijeenkomsten", exact: true }).first().click();
  await page.getByRole("list", { name: meetingListTexts.caption(meetingListTexts.coming.toLowerCase()) }).getByRole("link").first().click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
}

/** Presses the button of a form about a moment, and says yes to whatever is unusual about that moment. */
export async function sendThough(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  const unusual = page.getByRole("group", { name: momentTexts.confirmTitle }).getByRole("checkbox");
  await page.getByRole("status").or(unusual).first().waitFor();
  if ((await unusual.count()) === 0) return;
  for (const box of await unusual.all()) await box.check();
  await page.getByRole("button", { name: button }).click();
}

/** Types a date in its three boxes. */
export async function fillDate(page: Page, legend: string, day: string, month: string, year: string): Promise<void> {
  const group = page.getByRole("group", { name: legend });
  await group.getByRole("textbox", { name: "Dag" }).fill(day);
  await group.getByRole("textbox", { name: "Maand" }).fill(month);
  await group.getByRole("textbox", { name: "Jaar" }).fill(year);
}
