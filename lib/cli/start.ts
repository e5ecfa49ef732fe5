import { once } from "node:events";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { type AppOptions, runApp, type RunningApp } from "#lib/cli/run-app";
import { Fault, interruption, main } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";
import { dataFolder } from "#prisma/database";
import { demoPeople } from "#prisma/world";

// npm start: everything the app needs, in one window, until Ctrl-C.

// Ctrl-C reaches this process from the terminal and once more through its parent. Without a parent there is nobody left
// to stop the app.
for (const sign of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(sign, () => interruption.abort());

await main(async () => {
  const options = readOptions();
  const app = await runApp(options);
  announce(options, app);
  const fault = await Promise.race([app.ended, once(interruption.signal, "abort").then(() => null)]);
  console.log(`\n${cliTexts.stopping} …`);
  await app.stop();
  if (fault) throw fault;
});
process.disconnect?.();

function readOptions(): AppOptions {
  const { PORT = "3000", HOST = "127.0.0.1", APP_URL } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Fault(cliTexts.wrongPort(PORT));
  const url = URL.parse(APP_URL || `http://localhost:${port}`);
  if (!url?.protocol.startsWith("http")) throw new Fault(cliTexts.wrongAddress(APP_URL ?? ""));
  const known = { empty: { type: "boolean", default: false }, dev: { type: "boolean", default: false } } as const;
  const { values, tokens } = parseArgs({ options: known, strict: false, tokens: true });
  const unknown = tokens.find((token) => token.kind !== "option" || !(token.name in known));
  if (unknown) throw new Fault(cliTexts.unknownOption(process.argv[unknown.index + 2] ?? ""));
  return { port, host: HOST, url: url.origin, empty: values.empty === true, developing: values.dev === true };
}

function announce({ url }: AppOptions, { demo, empty }: RunningApp): void {
  const width = Math.max(...demoPeople.map(({ name }) => name.length));
  console.log(`\n${cliTexts.running(url)}`);
  if (demo) {
    console.log(`\n${cliTexts.demoPeople}`);
    for (const { name, job } of demoPeople) console.log(`  ${name.padEnd(width)}  ${job}`);
    if (!process.env.SMTP_URL) console.log(`\n${cliTexts.demoMail(`${url}/demo/mail`)}`);
  }
  if (empty) console.log(`\n${cliTexts.firstAdministrator}`);
  console.log(`\n${cliTexts.logs(relative("", dataFolder()) || ".")} ${cliTexts.stopWithCtrlC}`);
}
