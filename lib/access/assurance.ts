import { authDatabase } from "#lib/db";

/** How long a second factor counts after the last page or form of a casus, in minutes. */
export const ASSURED_MINUTES = 30;

/**
 * Lets the second factor of a session count for its full time again; one that is over stays over. Outside the transaction of
 * the request, which must not keep the row of the session locked.
 */
export async function keepAssured(sessionId: string): Promise<void> {
  await authDatabase().$executeRaw`
    UPDATE session SET assured_until = now() + make_interval(mins => ${ASSURED_MINUTES}::int)
    WHERE id = ${sessionId}::uuid AND assured_until > now() AND assured_until < now() + make_interval(mins => ${ASSURED_MINUTES - 1}::int)`;
}
