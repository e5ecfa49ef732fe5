import { emailChangeJob } from "#lib/jobs/email-change";
import { loginCodeJob } from "#lib/jobs/login-code";
import { meetingMailJob } from "#lib/jobs/meeting-mail";
import { personMailJob } from "#lib/jobs/person-mail";
import { proposalMailJob } from "#lib/jobs/proposal-mail";
import type { Jobs } from "#lib/jobs/worker";

/** Every kind of job with how it is done; a kind without one does not compile. */
export const jobs: Jobs = {
  "login-code": loginCodeJob,
  "email-change": emailChangeJob,
  "meeting-mail": meetingMailJob,
  "person-mail": personMailJob,
  "proposal-mail": proposalMailJob,
};
