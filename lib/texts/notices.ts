import { schoolImportNotices } from "#lib/texts/school-import";
import { meetingNotices } from "#lib/texts/meetings";
import { coreTeamNotices } from "#lib/texts/core-teams";
import { agreementNotices } from "#lib/texts/agreements";
import { caseDiscussionNotices } from "#lib/texts/case-discussions";
import { consortiumNotices } from "#lib/texts/consortia";
import { peopleNotices } from "#lib/texts/people";
import { photoNotices } from "#lib/texts/photos";

/** What has just happened, and what happens next; shown once, after a form was sent. One block per domain. */
export const notices: Record<string, string> = {
  "signed-out": "Je bent uitgelogd.",

  ...caseDiscussionNotices,
  ...agreementNotices,

  "profile-changed": "Je profiel is bewaard. Je kernteams zien het meteen.",
  "email-changed": "Je nieuwe e-mailadres is bewaard. Vanaf nu log je daarmee in. In andere browsers ben je uitgelogd.",
  "session-ended": "Die browser is uitgelogd.",
  "other-sessions-ended": "Alle andere browsers zijn uitgelogd.",
  "identity-unlinked": "Het account is losgekoppeld. Je logt weer in met een code per e-mail.",
  ...meetingNotices,
  ...coreTeamNotices,
  ...schoolImportNotices,
  ...peopleNotices,
  ...photoNotices,
  ...consortiumNotices,
};
