import { notices } from "#lib/texts/notices";

/** The sentence for a `?notice=` code in the address: what has just happened and what happens next; null for none. */
export function noticeOf(search: { notice?: string | string[] | undefined }): string | null {
  const code = search.notice;
  return typeof code === "string" && Object.hasOwn(notices, code) ? (notices[code] ?? null) : null;
}
