"use server";

import { makeCalendarAddress, stopCalendarAddress } from "#lib/calendar/commands";
import { calendarAddressSchema } from "#lib/calendar/schema";
import { formAction } from "#lib/forms/form-action";

export const makeCalendarAddressAction = formAction("calendar:share", calendarAddressSchema, async (viewer) => {
  await makeCalendarAddress(viewer);
  return { goTo: "/profile/calendar?notice=calendar-made" };
});

export const stopCalendarAddressAction = formAction("calendar:share", calendarAddressSchema, async (viewer) => {
  await stopCalendarAddress(viewer);
  return { goTo: "/profile/calendar?notice=calendar-stopped" };
});
