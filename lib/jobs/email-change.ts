import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import { patience, sealedFor } from "#lib/jobs/queues";
import type { Job } from "#lib/jobs/worker";
import { emailChangeMail } from "#lib/mail/email-change";
import { messageIdFor } from "#lib/mail/message";
import { open } from "#lib/secrets";

/** Mails the code that proves a new address, to that address. Does nothing when the change was made or dropped meanwhile. */
export const emailChangeJob: Job<"email-change"> = {
  async run({ personId, sealedCode }, { jobId, age }) {
    const change = await workerDatabase().emailChange.findUnique({
      where: { personId },
      select: { newEmail: true, person: { select: { name: true, deactivatedAt: true } } },
    });
    if (!change || change.person.deactivatedAt || age >= patience["email-change"]) return;
    await send(
      emailChangeMail({
        to: { name: change.person.name, address: change.newEmail },
        code: open(sealedFor("email-change", personId), sealedCode),
        minutesValid: patience["email-change"] / 60,
        messageId: messageIdFor(jobId, env().APP_URL),
      }),
    );
  },
};
