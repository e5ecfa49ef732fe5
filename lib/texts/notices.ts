import { successorNotices } from "#lib/texts/invitations";
import { availabilityNotices } from "#lib/texts/availability";
import { schoolDayNotices } from "#lib/texts/school-days";
import { agendaNotices } from "#lib/texts/agenda";
import { agendaTemplateNotices } from "#lib/texts/agenda-templates";
import { calendarNotices } from "#lib/texts/calendar";
import { mailPreferenceNotices } from "#lib/texts/mail-preferences";
import { schoolImportNotices } from "#lib/texts/school-import";
import { proposalNotices } from "#lib/texts/date-proposals";
import { meetingNotices } from "#lib/texts/meetings";
import { coreTeamNotices } from "#lib/texts/core-teams";
import { agreementNotices } from "#lib/texts/agreements";
import { caseDiscussionNotices } from "#lib/texts/case-discussions";
import { caseRetentionNotices } from "#lib/texts/case-retention";
import { caseStopNotices } from "#lib/texts/case-stops";
import { circleNotices } from "#lib/texts/opportunity-circle";
import { guestNotices } from "#lib/texts/guests";
import { onCallNotices } from "#lib/texts/on-call";
import { consortiumNotices } from "#lib/texts/consortia";
import { peopleNotices } from "#lib/texts/people";
import { followUpNotices } from "#lib/texts/follow-up";
import { perspectiveNotices } from "#lib/texts/perspectives";
import { photoNotices } from "#lib/texts/photos";
import { offerNotices } from "#lib/texts/offers";
import { successNotices } from "#lib/texts/successes";
import { secondFactorNotices } from "#lib/texts/second-factor";

/** What has just happened, and what happens next; shown once, after a form was sent. One block per domain. */
export const notices: Record<string, string> = {
  "signed-out": "Je bent uitgelogd.",

  ...caseDiscussionNotices,
  ...caseRetentionNotices,
  ...caseStopNotices,
  ...perspectiveNotices,
  ...followUpNotices,
  ...successNotices,
  ...offerNotices,
  ...agreementNotices,
  ...proposalNotices,
  ...agendaNotices,
  ...guestNotices,
  ...onCallNotices,
  ...agendaTemplateNotices,
  ...circleNotices,

  "meetings-made-digital": "De bijeenkomsten zijn nu digitaal. De bijgewerkte uitnodigingen gaan nu weg.",
  "meetings-made-live": "De bijeenkomsten zijn weer op school. De bijgewerkte uitnodigingen gaan nu weg.",

  "profile-changed": "Je profiel is bewaard. Je kernteams zien het meteen.",
  "email-changed": "Je nieuwe e-mailadres is bewaard. Vanaf nu log je daarmee in. In andere browsers ben je uitgelogd.",
  "session-ended": "Die browser is uitgelogd.",
  "other-sessions-ended": "Alle andere browsers zijn uitgelogd.",
  "identity-unlinked": "Het account is losgekoppeld. Je logt weer in met een code per e-mail.",
  ...secondFactorNotices,
  ...meetingNotices,
  ...availabilityNotices,
  ...schoolDayNotices,
  ...calendarNotices,
  ...mailPreferenceNotices,
  ...successorNotices,
  ...coreTeamNotices,
  ...schoolImportNotices,
  ...peopleNotices,
  ...photoNotices,
  ...consortiumNotices,
};
