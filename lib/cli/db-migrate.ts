import { main } from "#lib/cli/steps.mjs";
import { masterKeys } from "#lib/sealing/master-key";
import { cliTexts } from "#lib/texts/cli.mjs";
import { appSecret, caseKeyFiles, openDatabase } from "#prisma/database";
import { migrate } from "#prisma/migrate";
import { sealTexts } from "#prisma/seal-texts";

await main(async () => {
  const database = await openDatabase();
  try {
    const applied = await migrate(database.ownerUrl, { secret: appSecret() });
    for (const name of applied) console.log(cliTexts.migrationApplied(name));
    await sealTexts(database.ownerUrl, masterKeys(caseKeyFiles()));
    if (applied.length === 0) console.log(cliTexts.nothingToMigrate);
  } finally {
    await database.close();
  }
});
