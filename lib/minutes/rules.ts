import type { MeetingState } from "#lib/meetings/rules";

/** Whether there are minutes: of a meeting that has begun and was not cancelled. */
export function hasMinutes(state: MeetingState): boolean {
  return state === "UNDER_WAY" || state === "NOT_RECORDED" || state === "RECORDED";
}
