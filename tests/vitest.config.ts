import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Tests run far from Amsterdam, so that a date that leans on the machine's own time zone fails here first.
process.env.TZ = "Pacific/Auckland";

const root = fileURLToPath(new URL("..", import.meta.url));
// Generous: a time limit ends what hangs, it does not judge how fast a busy machine is.
const common = { root, setupFiles: ["tests/support/setup.ts"], testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...common, name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        test: {
          ...common,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres.ts"],
        },
      },
    ],
  },
});
