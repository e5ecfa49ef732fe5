import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildApp } from "#lib/cli/next-build";
import { main } from "#lib/cli/steps.mjs";
import { dataFolder } from "#prisma/database";

// npm run build: makes the build that the next start would make.

await main(async () => {
  mkdirSync(dataFolder(), { recursive: true });
  await buildApp(join(dataFolder(), "build.log"));
});
