import { SESSION_COOKIE, createSession, newToken } from "#lib/auth/session";
import { authDatabase } from "#lib/db";
import { newFormKey } from "#lib/forms/form-key";
import type { WebServer } from "#tests/support/web-server";

/** Somebody who sends requests without a browser: with the own session's cookie, or with none. */
export type Client = { personId: string | null; cookie: string };

/** Signs somebody in, in two steps unless only the first is asked for, and gives the client that has the cookie. */
export async function clientOf(personId: string, assurance: "LOW" | "HIGH" = "HIGH"): Promise<Client> {
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "test", newToken(), assurance));
  return { personId, cookie: `${SESSION_COOKIE}=${token}` };
}

export const nobody: Client = { personId: null, cookie: "" };

/** Opens an address as a browser would, without following redirects. */
export async function get(web: WebServer, client: Client, path: string, headers: Record<string, string> = {}): Promise<{ status: number; location: string | null; body: string; headers: Headers }> {
  const response = await fetch(web.url + path, { redirect: "manual", headers: { cookie: client.cookie, ...headers } });
  return { status: response.status, location: response.headers.get("location"), body: await response.text(), headers: response.headers };
}

/** Values of a form; a list is sent as repeated fields. */
export type Fields = Record<string, string | string[]>;

/** Calls a server action as the script of a page does: with its id, an unread previous state and the typed fields. */
export async function callAction(
  web: WebServer,
  client: Client,
  actionId: string,
  fields: Fields,
  options: { path?: string; headers?: Record<string, string | null>; formKey?: string } = {},
): Promise<{ status: number; goTo: string | null; body: string }> {
  const body = new FormData();
  const key = options.formKey ?? (client.personId ? newFormKey(client.personId) : "");
  for (const [name, value] of Object.entries({ formKey: key, ...fields })) for (const each of [value].flat()) body.append(`_1_${name}`, each);
  body.append("0", JSON.stringify([{ values: {}, errors: {} }, "$K1"]));
  const headers: Record<string, string | null> = { cookie: client.cookie, origin: web.url, "next-action": actionId, accept: "text/x-component", ...options.headers };
  const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== "");
  const response = await fetch(web.url + (options.path ?? "/login"), { method: "POST", redirect: "manual", headers: Object.fromEntries(sent), body });
  const goTo = response.headers.get("x-action-redirect") ?? response.headers.get("location");
  // Next adds how its router should take the redirect: ";push".
  return { status: response.status, goTo: goTo?.replace(/;(?:push|replace)$/, "") ?? null, body: await response.text() };
}

/** What a form sends besides what is typed in it, on a page without script: of the form that has a box with this name. */
export function hiddenFields(html: string, box: string): Record<string, string> {
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map((match) => match[0]).find((each) => each.includes(`name="${box}"`)) ?? "";
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)];
  return Object.fromEntries(inputs.map((match) => [match[1] as string, unescaped(match[2] ?? "")]));
}

/** Opens a page and sends its form that has this box, as a browser without script does; null when it has no such form. */
export async function sendWithoutScript(web: WebServer, client: Client, path: string, box: string, fields: Fields): Promise<{ status: number; goTo: string | null; body: string } | null> {
  const page = await get(web, client, path);
  const hidden = hiddenFields(page.body, box);
  if (!Object.keys(hidden).some((name) => name.startsWith("$ACTION"))) return null;
  const body = new FormData();
  const all: Fields = { ...hidden, ...fields };
  for (const [name, value] of Object.entries(all)) for (const each of [value].flat()) body.append(name, each);
  const response = await fetch(web.url + path, { method: "POST", redirect: "manual", headers: { cookie: client.cookie, origin: web.url }, body });
  return { status: response.status, goTo: response.headers.get("location"), body: await response.text() };
}

/** Says what is typed in a form as its page is left, as the script of that page does. */
export async function leaveTyping(web: WebServer, client: Client, formKey: string, values: Fields, headers: Record<string, string> = {}): Promise<{ status: number; goTo: string | null; body: string }> {
  const sent = { cookie: client.cookie, origin: web.url, "content-type": "application/json", ...headers };
  const response = await fetch(`${web.url}/drafts`, { method: "POST", redirect: "manual", headers: sent, body: JSON.stringify({ formKey, values }) });
  return { status: response.status, goTo: response.headers.get("location"), body: await response.text() };
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
