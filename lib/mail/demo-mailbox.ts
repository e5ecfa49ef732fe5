import { authDatabase } from "#lib/db";
import { isDemo } from "#lib/env";

export type DemoMailLine = { id: string; toName: string; subject: string; createdAt: Date };
export type DemoMailLetter = DemoMailLine & { toAddress: string; text: string; calendar: string | null };

const MOST = 50;

/** The newest mails of the demo world, which are kept instead of sent; none outside the demo. */
export async function listDemoMails(): Promise<DemoMailLine[]> {
  if (!isDemo()) return [];
  return authDatabase().demoMail.findMany({
    select: { id: true, toName: true, subject: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
}

/** One mail of the demo world, or null. */
export async function findDemoMail(id: string): Promise<DemoMailLetter | null> {
  if (!isDemo()) return null;
  return authDatabase().demoMail.findUnique({
    where: { id },
    select: { id: true, toName: true, toAddress: true, subject: true, createdAt: true, text: true, calendar: true },
  });
}
