import { relative } from "node:path";
import { main } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { appSecret, openDatabase } from "#prisma/database";
import { writeMigration } from "#prisma/diff";

await main(async () => {
  const database = await openDatabase();
  try {
    const source = { ownerUrl: database.ownerUrl, secret: appSecret() };
    const file = await writeMigration(process.argv[2] ?? "", source, new Date());
    console.log(file ? cliTexts.diffWritten(relative("", file)) : cliTexts.nothingToDiff);
  } finally {
    await database.close();
  }
});
