import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { Fault, run, step } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"];

/** The browser that the tests use: CHROME_PATH, one on PATH, or the one Playwright installed; null when there is none. */
export function installedBrowser(): string | null {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...found, ...places, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** Finds a browser, or installs one: as root from the system's packages, else the way Playwright does. */
export async function requireBrowser(): Promise<string> {
  const installed = installedBrowser() ?? (await step(cliTexts.installingBrowser, installBrowser));
  if (!installed || !existsSync(installed)) throw new Fault(cliTexts.noBrowser);
  return installed;
}

async function installBrowser(): Promise<string | null> {
  const asRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => run("apt-get", args, { env }).catch(() => undefined);
  if (asRoot) await apt("update");
  if (asRoot) await apt("install", "--yes", "--no-install-recommends", "chromium");
  if (!installedBrowser()) await run("playwright", ["install", "chromium"]).catch(() => undefined);
  return installedBrowser();
}
