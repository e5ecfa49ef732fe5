import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import { patience, sealedFor } from "#lib/jobs/queues";
import type { Job } from "#lib/jobs/worker";
import { loginCodeMail } from "#lib/mail/login-code";
import { messageIdFor } from "#lib/mail/message";
import { open } from "#lib/secrets";

/**
 * Mails a code to sign in to the address in the database, never to what somebody typed. Does nothing when it came to
 * nothing meanwhile: the code was used or is too old, a newer one was asked for, or the account is closed.
 */
export const loginCodeJob: Job<"login-code"> = {
  async run({ loginCodeId, sealedCode }, { jobId, age }) {
    const person = await personWaitingFor(loginCodeId);
    if (!person || age >= patience["login-code"]) return;
    await send(
      loginCodeMail({
        to: { name: person.name, address: person.email },
        code: open(sealedFor("login-code", loginCodeId), sealedCode),
        minutesValid: patience["login-code"] / 60,
        messageId: messageIdFor(jobId, env().APP_URL),
      }),
    );
  },
};

async function personWaitingFor(loginCodeId: string): Promise<{ name: string; email: string } | null> {
  const code = await workerDatabase().loginCode.findUnique({
    where: { id: loginCodeId },
    select: {
      usedAt: true,
      person: {
        select: {
          name: true,
          email: true,
          deactivatedAt: true,
          loginCodes: { orderBy: { createdAt: "desc" }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (!code?.person || code.usedAt || code.person.deactivatedAt) return null;
  return code.person.loginCodes[0]?.id === loginCodeId ? code.person : null;
}
