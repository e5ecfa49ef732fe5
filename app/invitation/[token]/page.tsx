import { z } from "zod";
import { meetingDay } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { answerByLinkAction } from "#app/invitation/[token]/actions";
import { shownLinkPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PublicShell } from "#components/layout/public-shell";
import { CalledFor } from "#components/on-call/called-for";
import { AnswerForm } from "#components/meetings/answer-form";
import { MeetingFacts, MeetingLink } from "#components/meetings/meeting-facts";
import { asLinkHolder } from "#lib/access/as-link-holder";
import { NotFoundError } from "#lib/errors";
import { noticeOf } from "#lib/forms/notices";
import { parseToken, readSearch } from "#lib/forms/params";
import { findLinkedInvitation, type LinkedInvitation } from "#lib/invitations/queries";
import { asTyped } from "#lib/invitations/schema";
import { invitationTexts as texts } from "#lib/texts/invitations";
import { meetingTexts, ownAnswerText } from "#lib/texts/meetings";

const search = z.object({ notice: z.string().max(60).optional() });

async function InvitationPage({ params, searchParams }: PageProps<"/invitation/[token]">) {
  const token = await parseToken(params);
  const said = noticeOf(await readSearch(searchParams, search));
  const { invitation, name, today } = await asLinkHolder("INVITATION", token, async (holder) => {
    const invitation = await findLinkedInvitation(holder);
    if (!invitation) throw new NotFoundError("invitation");
    return { invitation, name: holder.person.name, today: holder.today };
  });
  const title = meetingTexts.titleOf(meetingDay(invitation, today), invitation.teamName);
  return (
    <PublicShell notice={said && <Notice>{said}</Notice>}>
      <title>{title}</title>
      <PageHeading title={title} lead={texts.isFor(name)} />
      <MeetingFacts meeting={invitation} today={today}>
        <OwnAnswer invitation={invitation} token={token} />
      </MeetingFacts>
      {invitation.answer !== "NONE" && <WhatNext {...invitation} answer={invitation.answer} />}
      <h2 className="mt-10">{texts.more}</h2>
      <p className="mt-2">{texts.moreNote}</p>
      <p>
        <MeetingLink href={`/core-teams/${invitation.coreTeamId}/meetings/${invitation.meetingId}`}>{texts.login}</MeetingLink>
      </p>
      <p className="mt-4 text-ink-soft">{texts.onlyYou}</p>
    </PublicShell>
  );
}

function OwnAnswer({ invitation, token }: { invitation: LinkedInvitation; token: string }) {
  if (invitation.state === "RECORDED") return <p>{texts.recorded}</p>;
  const onCall = invitation.attendance === "ON_CALL";
  return (
    <>
      {onCall && <p>{texts.onCall}</p>}
      {invitation.calledFor && <CalledFor item={invitation.calledFor.item} />}
      <h3>{ownAnswerText(invitation.answer, onCall)}</h3>
      <AnswerForm action={answerByLinkAction} formKey="" fields={{ token, period: asTyped(invitation) }} answer={invitation.answer} onCall={onCall} large />
    </>
  );
}

type WhatNextProps = Pick<LinkedInvitation, "organiser" | "state" | "attendance"> & { answer: "ACCEPTED" | "DECLINED" };

function WhatNext({ answer, organiser, state, attendance }: WhatNextProps) {
  const what = answer === "ACCEPTED" && attendance === "ON_CALL" ? "ON_CALL" : answer;
  const sentences = [...texts.whatNext[what](organiser.name), ...(state === "RECORDED" ? [] : [texts.untilEnd])];
  return (
    <>
      <h2 className="mt-10">{texts.next}</h2>
      <div className="mt-2 space-y-2">
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}

export default shownLinkPage(InvitationPage);
