import type { Transaction } from "#lib/db";

// The marks of the demo world are audit lines: they can only be added, so a database never forgets that it was a demo.

/** The line that says that the demo world was loaded. */
export const DEMO_LOADED = { role: "operator", action: "demo:load", objectType: "demo" } as const;

/** The line that says that the demo world was taken away for a real start. */
export const DEMO_CLEARED = { role: "operator", action: "demo:clear", objectType: "demo" } as const;

/** Whether a database holds the demo world, held it once, or never did. */
export async function demoState(db: Transaction): Promise<"NEVER" | "LOADED" | "CLEARED"> {
  const lines = await db.auditLine.findMany({
    where: { objectType: "demo", role: "operator", personId: null, action: { in: [DEMO_LOADED.action, DEMO_CLEARED.action] } },
    select: { action: true },
    orderBy: { id: "desc" },
    take: 1,
  });
  const [last] = lines;
  if (!last) return "NEVER";
  return last.action === DEMO_LOADED.action ? "LOADED" : "CLEARED";
}
