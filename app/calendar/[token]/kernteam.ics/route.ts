import type { RateLimit } from "#lib/access/request";
import { linkRoute } from "#lib/access/routes";
import { calendarFeed } from "#lib/calendar/feed";
import { listLinkedCalendar } from "#lib/calendar/queries";
import { env } from "#lib/env";
import { log } from "#lib/log";

// Programs ask every few hours; several may know the same address.
const LIMIT: RateLimit = { name: "calendar", most: 60, seconds: 600 };

const HEADERS = {
  "Content-Type": "text/calendar; charset=utf-8",
  "Content-Disposition": 'inline; filename="kernteam.ics"',
  "Cache-Control": "private, no-store",
  "X-Content-Type-Options": "nosniff",
};

export const GET = linkRoute("CALENDAR", LIMIT, async (holder) => {
  const meetings = await listLinkedCalendar(holder);
  log("info", "calendar fetched", { requestId: holder.requestId, objectId: holder.link.id, count: meetings.length });
  return new Response(calendarFeed(meetings, env().APP_URL), { headers: HEADERS });
});
