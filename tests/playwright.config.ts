import { defineConfig } from "@playwright/test";
import { installedBrowser } from "#lib/cli/browser";

// What Chromium does by itself costs time and reaches for servers elsewhere. As root it cannot sandbox itself.
const quietly = ["--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "e2e",
  outputDir: "results",
  globalSetup: "./support/e2e-server.ts",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    // Set by the global setup, which starts the app on a port of its own.
    baseURL: process.env.E2E_URL ?? "",
    locale: "nl-NL",
    // The app shows Amsterdam time wherever its reader is.
    timezoneId: "Pacific/Auckland",
    screenshot: "only-on-failure",
    // Recording what happens costs a quarter of the time: whoever looks into a failure asks for it with `--trace on`.
    trace: "off",
    launchOptions: { executablePath: installedBrowser() ?? "", args: [...quietly, ...asRoot] },
  },
  projects: [
    { name: "laptop", use: { viewport: { width: 1280, height: 800 } } },
    // A phone has no Tab key; and what two walks at once would do to each other is walked on the laptop only.
    { name: "phone", grepInvert: /@keyboard|@once/, use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true } },
  ],
});
