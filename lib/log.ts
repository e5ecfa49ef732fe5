import pino from "pino";

/** All that a log line may hold: codes and ids. What people typed, their names and addresses have no field here. */
export type LogFields = {
  requestId?: string;
  action?: string;
  code?: string;
  problem?: string;
  personId?: string;
  objectId?: string;
  jobId?: string;
  queue?: string;
  durationMs?: number;
  count?: number;
};

const logger = pino({ level: process.env.LOG_LEVEL ?? "info", base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Writes one line of JSON. The event is a fixed text of the code, never something with a value in it. */
export function log(level: "debug" | "info" | "warn" | "error", event: string, fields: LogFields = {}): void {
  logger[level](fields, event);
}
