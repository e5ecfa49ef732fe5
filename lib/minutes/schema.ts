import { z } from "zod";

/** What the address of minutes names. */
export const minutesParamsSchema = z.object({ coreTeamId: z.uuid(), meetingId: z.uuid() });
export type MinutesParams = z.output<typeof minutesParamsSchema>;
