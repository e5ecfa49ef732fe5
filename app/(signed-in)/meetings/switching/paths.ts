/** What the confirmation page is about, as its address says it. */
export type SwitchAddress = { consortiumId: string; to: "DIGITAL" | "LIVE"; from: string; until: string; municipality: string };

/** The address of the page that asks for a yes, with the core teams that are passed over. */
export function confirmationPath({ consortiumId, to, from, until, municipality }: SwitchAddress, skipped: readonly string[]): string {
  const search = new URLSearchParams({ in: consortiumId, to, from, until });
  if (municipality) search.set("municipality", municipality);
  if (skipped.length > 0) search.set("skip", skipped.join(","));
  return `/meetings/switching/confirmation?${search.toString()}`;
}
