import { tokenOf } from "#lib/access/personal-links";
import { newFormKey } from "#lib/forms/form-key";
import { duoCells, duoFile } from "#tests/support/duo-rows";
import { addressOf } from "#tests/support/inventory";
import { linkOf } from "#tests/support/matrix-links";
import type { PageRow } from "#tests/support/matrix-pages";
import { usualIds } from "#tests/support/matrix-pages";
import type { Visitor } from "#tests/support/matrix-visitors";
import type { Side } from "#tests/support/matrix-world";
import { actionIds, builtEntries } from "#tests/support/web-server";

/** The part of a row's key that is in the code or the build: without the words that tell apart ways to ask the same. */
export function subjectOf(key: string): string {
  return /^(?:(?:GET|POST) )?[^ ]+/.exec(key)?.[0] ?? key;
}

/** The addresses of the pages of this build, as "/core-teams/[coreTeamId]". */
export function builtPages(): string[] {
  return built("page");
}

/** The addresses of the route handlers of this build. */
export function builtRoutes(): string[] {
  return built("route");
}

/** The actions of this build, as "/people:invitePersonAction", with the ids by which a browser calls them. */
export function builtActions(): Map<string, string> {
  return new Map([...actionIds()].map(([action, id]) => {
    const [file, name] = action.split(":") as [string, string];
    return [`${addressOf(file)}:${name}`, id];
  }));
}

// Next adds pages of its own, for what is not found and for what goes wrong.
function built(kind: "page" | "route"): string[] {
  const entries = builtEntries().filter((entry) => entry.endsWith(`/${kind}`) && !entry.startsWith("/_"));
  return entries.map((entry) => addressOf(`app${entry}`)).toSorted();
}

/** A page asked for about a side, or about whatever these ids name. */
export function addressFor(key: string, row: Pick<PageRow, "link" | "ids" | "search">, side: Side, otherIds: Record<string, string> = {}): string {
  const token = row.link && { token: tokenOf(linkOf(side, row.link.purpose)) };
  const ids: Record<string, string> = { ...usualIds(side), ...token, ...row.ids?.(side), ...otherIds };
  const path = subjectOf(key).replace(/^[A-Z]+ /, "").replace(/\[(\w+)\]/g, (_whole, name: string) => ids[name] ?? name);
  const search = new URLSearchParams(row.search?.(side)).toString();
  return search ? `${path}?${search}` : path;
}

/** What an address names, by the words between its brackets. */
export function idNamesOf(key: string): string[] {
  return [...subjectOf(key).matchAll(/\[(\w+)\]/g)].map((match) => match[1] as string);
}

/**
 * A page without what differs between any two showings of it: its nonce, the ids in its address, the id of the showing
 * itself (see `BlankScreen`), and the order and the pieces in which its rows of data came out of the server.
 */
export function withoutNoise(body: string, policy: string | null, ids: readonly string[]): string {
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  const tidy = [...ids, ...(nonce ? [nonce] : [])].reduce((text, each) => text.replaceAll(each, "…"), body);
  const data: string[] = [];
  const html = tidy.replace(/<script[^>]*>self\.__next_f\.push\((\[.*?\])\)<\/script>/gs, (_whole, pushed: string) => {
    data.push(String((JSON.parse(pushed) as unknown[])[1] ?? ""));
    return "";
  });
  const rows = data.join("").replace(/"showing":"[0-9a-f-]{36}"/g, '"showing":"…"').split("\n");
  return [html, ...rows.toSorted()].join("\n");
}

/** Does something for each, a few at a time: as many as the database has connections for. */
export async function inParallel<T, R>(things: readonly T[], run: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    while (next < things.length) {
      const index = next++;
      results[index] = await run(things[index] as T);
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return results;
}

/** Sends a file of one school to import, as somebody. */
export async function uploadTo(url: string, { client }: Visitor, consortiumId: string, headers: Record<string, string>): Promise<{ status: number; location: string | null }> {
  const form = new FormData();
  const values = { formKey: client.personId ? newFormKey(client.personId) : "", consortiumId, selection: "ALL", municipalities: "" };
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  form.append("file", new File([Buffer.from(duoFile([duoCells()]))], "vestigingen.csv", { type: "text/csv" }));
  const answer = await fetch(`${url}/schools/import/upload`, { method: "POST", redirect: "manual", headers: { cookie: client.cookie, ...headers }, body: form });
  return { status: answer.status, location: answer.headers.get("location") };
}
