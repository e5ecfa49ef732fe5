import { parseArgs } from "node:util";
import { Fault, main } from "#lib/cli/steps.mjs";
import { withOperator } from "#lib/cli/with-operator";
import { appointAdministrator, type Appointment, type AppointResult } from "#lib/consortia/commands";
import { emailAddress } from "#lib/forms/fields";
import { tidyText } from "#lib/forms/tidy-text";
import { appointTexts as texts } from "#lib/texts/consortia";
import { demoState } from "#prisma/demo/state";

// npm run admin -- you@example.nl [--name "…"] [--consortium PO2704] [--new]: the way in for the first administrator.
// Exit codes: 0 done (or nothing to do), 1 refused and nothing changed, 2 called in a wrong way.

const LONGEST_NAME = 100;
const MOST_NAMED = 8;

await main(async () => {
  const appointment = readAppointment(process.argv.slice(2));
  if (appointment === null) {
    process.stderr.write(`${texts.usage}\n`);
    process.exitCode = 2;
    return;
  }
  // Opening the database sets an address of its own.
  const address = addressOfApp(process.env);
  const { result, isDemo } = await withOperator(async (viewer) => ({
    isDemo: !process.env.DATABASE_URL && (await demoState(viewer.db)) === "LOADED",
    result: await appointAdministrator(viewer, appointment),
  }));
  if (!result.ok) throw new Fault(refusal(result, appointment));
  for (const sentence of whatHappened(result, appointment)) console.log(sentence);
  console.log(texts.logIn(address, appointment.email));
  if (!process.env.SMTP_URL) console.log(isDemo ? texts.demoMail(address) : texts.noMail);
  if (result.changed) console.log(texts.thenSetup);
});

function readAppointment(args: string[]): Appointment | null {
  const given = parse(args);
  if (given === null) return null;
  const email = emailAddress().safeParse(given.email);
  if (!email.success) throw new Fault(texts.noSuchEmail(given.email));
  const name = given.name === undefined ? null : tidyText(given.name) || null;
  if (name !== null && name.length > LONGEST_NAME) throw new Fault(texts.nameTooLong);
  return { email: email.data, name, consortium: given.consortium?.trim() || null, isNew: given.new === true };
}

function parse(args: string[]) {
  try {
    const options = { name: { type: "string" }, consortium: { type: "string" }, new: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [email, ...more] = positionals;
    return email === undefined || more.length > 0 ? null : { email, ...values };
  } catch {
    return null;
  }
}

function addressOfApp({ APP_URL, PORT }: NodeJS.ProcessEnv): string {
  return URL.parse(APP_URL ?? "")?.origin ?? `http://localhost:${PORT || 3000}`;
}

function whatHappened(result: AppointResult & { ok: true }, { email, name }: Appointment): string[] {
  if (!result.changed) return [texts.already(result.personName, email, result.consortiumName)];
  return [
    ...(result.isNewConsortium ? [texts.consortiumMade(result.consortiumName)] : []),
    texts.appointed(result.personName, email, result.consortiumName),
    ...(result.isNewPerson && name === null ? [texts.nameHint] : []),
  ];
}

function refusal(result: AppointResult & { ok: false }, { email, consortium }: Appointment): string {
  switch (result.problem) {
    case "SEVERAL_CONSORTIA":
      return texts.severalConsortia(named(result.consortia));
    case "UNKNOWN_CONSORTIUM":
      return texts.unknownConsortium(consortium ?? "", named(result.consortia));
    case "NO_SUCH_CODE":
      return texts.noSuchCode(consortium ?? "");
    case "CODE_IN_USE":
      return texts.codeInUse(consortium ?? "");
    case "DEACTIVATED":
      return texts.deactivated(email);
  }
}

/** As somebody can type them after --consortium: the number, or else the name in quotes. */
function named(consortia: readonly { name: string; code: string | null }[]): string {
  const words = consortia.slice(0, MOST_NAMED).map(({ name, code }) => (code === null || code === name ? (code ?? `"${name}"`) : `${code} (${name})`));
  const rest = consortia.length - words.length;
  return [...words, ...(rest > 0 ? [texts.more(rest)] : [])].join(", ");
}
