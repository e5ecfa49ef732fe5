import { main } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { appSecret, openDatabase } from "#prisma/database";
import { migrate } from "#prisma/migrate";

await main(async () => {
  const database = await openDatabase();
  try {
    const applied = await migrate(database.ownerUrl, { secret: appSecret() });
    for (const name of applied) console.log(cliTexts.migrationApplied(name));
    if (applied.length === 0) console.log(cliTexts.nothingToMigrate);
  } finally {
    await database.close();
  }
});
