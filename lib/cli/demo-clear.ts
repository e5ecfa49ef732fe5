import { Fault, main, step } from "#lib/cli/steps.mjs";
import { disconnect, operatorDatabase } from "#lib/db";
import { demoTexts } from "#lib/texts/demo";
import { appSecret, openDatabase } from "#prisma/database";
import { clearDemoWorld } from "#prisma/demo/clear";

// npm run demo:clear: takes the demo world away, so that the same copy of the app can start for real.

const MINUTE = 60_000;

await main(async () => {
  const database = await openDatabase();
  Object.assign(process.env, { APP_URL: "http://localhost", APP_SECRET: appSecret(), OPERATOR_DATABASE_URL: database.ownerUrl });
  try {
    const cleared = await step(demoTexts.clearing, clear);
    console.log(demoTexts.cleared(cleared.people, cleared.schools, cleared.coreTeams, cleared.meetings));
    console.log(demoTexts.kept);
    console.log(demoTexts.next);
  } finally {
    await disconnect();
    await database.close();
  }
});

async function clear() {
  const cleared = await operatorDatabase()
    .$transaction(
      async (db) => {
        // A running app lets go of its tables between two pages; what takes longer is somebody at work.
        await db.$queryRaw`SELECT set_config('lock_timeout', '5s', true)`;
        return clearDemoWorld(db);
      },
      { timeout: MINUTE, maxWait: 10_000 },
    )
    .catch((error: unknown) => {
      if (/55P03|lock timeout/.test(JSON.stringify(error) + String(error))) throw new Fault(demoTexts.busy);
      throw error;
    });
  if (cleared === null) throw new Fault(demoTexts.notDemo);
  return cleared;
}
