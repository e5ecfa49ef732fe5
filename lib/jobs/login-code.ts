import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import { patience, sealedFor } from "#lib/jobs/queues";
import type { Job } from "#lib/jobs/worker";
import { loginCodeMail } from "#lib/mail/login-code";
import { type MailPerson, messageIdFor } from "#lib/mail/message";
import { open } from "#lib/secrets";

/**
 * Mails a code, to sign in or to show who is behind an open session, to the address in the database, never to what somebody typed. Does nothing when it came to
 * nothing meanwhile: the code was used or is too old, a newer one was asked for, or the account is closed.
 */
export const loginCodeJob: Job<"login-code"> = {
  async run({ loginCodeId, sealedCode }, { jobId, age }) {
    const waiting = await whoWaitsFor(loginCodeId);
    if (!waiting || age >= patience["login-code"]) return;
    await send(
      loginCodeMail({
        to: waiting.person,
        opens: waiting.opens,
        code: open(sealedFor("login-code", loginCodeId), sealedCode),
        minutesValid: patience["login-code"] / 60,
        messageId: messageIdFor(jobId, env().APP_URL),
      }),
    );
  },
};

async function whoWaitsFor(loginCodeId: string): Promise<{ person: MailPerson; opens: boolean } | null> {
  const code = await workerDatabase().loginCode.findUnique({
    where: { id: loginCodeId },
    select: {
      usedAt: true,
      sessionId: true,
      person: { select: { name: true, email: true, deactivatedAt: true, loginCodes: { orderBy: { createdAt: "desc" }, select: { id: true, sessionId: true } } } },
    },
  });
  if (!code?.person || code.usedAt || code.person.deactivatedAt) return null;
  const { name, email, loginCodes } = code.person;
  const newest = loginCodes.find(({ sessionId }) => sessionId === code.sessionId);
  return newest?.id === loginCodeId ? { person: { name, address: email }, opens: code.sessionId === null } : null;
}
