import { setTimeout } from "node:timers/promises";
import { main, step } from "#lib/cli/steps.mjs";
import { disconnect, operatorDatabase } from "#lib/db";
import { masterKeys } from "#lib/sealing/master-key";
import { type InTurn, rotateKeys } from "#lib/sealing/rotation";
import { cliTexts } from "#lib/texts/cli.mjs";
import { appSecret, caseKeyFiles, openDatabase } from "#prisma/database";
import { sealTexts } from "#prisma/seal-texts";

// npm run keys:rotate: new keys for the casus texts, while the app runs or not. For a new master key as well: start the app
// with the new one as CASE_KEY_FILE and the present one as OLD_CASE_KEY_FILE, and run this with the same two.

const MINUTE = 60_000;
// Longer than any transaction of the app lives: whoever read a text before it was sealed anew has opened it by then.
const LONGEST_PAGE = 6_000;

await main(async () => {
  const database = await openDatabase();
  const files = caseKeyFiles();
  Object.assign(process.env, { APP_URL: "http://localhost", APP_SECRET: appSecret(), OPERATOR_DATABASE_URL: database.ownerUrl, ...files });
  try {
    await sealTexts(database.ownerUrl, masterKeys(files));
    const inTurn: InTurn = (work) => operatorDatabase().$transaction(work, { timeout: MINUTE, maxWait: 10_000 });
    const { sealed, unreadable } = await step(cliTexts.rotatingKeys, () => rotateKeys(inTurn, () => setTimeout(LONGEST_PAGE)));
    console.log(cliTexts.keysRotated(sealed));
    if (unreadable > 0) console.log(cliTexts.textsUnreadable(unreadable));
    else if (files.OLD_CASE_KEY_FILE) console.log(cliTexts.oldKeyNotNeeded);
  } finally {
    await disconnect();
    await database.close();
  }
});
