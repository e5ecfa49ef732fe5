import { z } from "zod";

/** Making, replacing and stopping one's own calendar address needs no words. */
export const calendarAddressSchema = z.object({});
