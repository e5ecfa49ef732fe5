import type { AddResult, ChangedMeanwhile, ChangeResult, EndResult, WithdrawResult } from "#lib/core-teams/commands";
import type { Refusal } from "#lib/forms/form-action";
import { coreTeamTexts, memberTexts as texts } from "#lib/texts/core-teams";

/** What a form says when somebody could not be added. */
export function addRefusal(result: AddResult & { ok: false }): Refusal {
  switch (result.problem) {
    case "ALREADY_MEMBER":
      return { errors: { email: texts.alreadyMember(result.functionName) } };
    case "YOURSELF":
      return { errors: { email: texts.yourself } };
    case "DEACTIVATED":
      return { errors: { email: texts.deactivated } };
    case "FUNCTION_NOT_HERE":
      return { errors: { functionId: texts.functionNotHere } };
    case "ORGANISATION_NOT_HERE":
      return { errors: { organisationId: texts.organisationNotHere } };
    case "BEFORE_TEAM":
      return { errors: { firstDay: texts.beforeTeam(result.startedOn) } };
  }
}

/** What a form says when a membership could not be changed, ended or taken back. */
export function membershipRefusal(result: (ChangeResult | EndResult | WithdrawResult) & { ok: false }): Refusal {
  switch (result.problem) {
    case "CHANGED_MEANWHILE":
      return standing(result.now);
    case "OWN_MEMBERSHIP":
      return { message: texts.endOwn };
    case "OVERLAPS":
      return { errors: { lastDay: texts.daysOverlap } };
    case "OVER":
      return { errors: { lastDay: texts.over } };
    case "ORGANISATION_NOT_HERE":
      return { errors: { organisationId: texts.organisationNotHere } };
    case "BEFORE_TEAM":
      return { errors: { firstDay: texts.beforeTeam(result.startedOn) } };
    case "BEFORE_FIRST_DAY":
      return { errors: { lastDay: coreTeamTexts.fields.lastDayBeforeFirst } };
    case "HAS_BEGUN":
      return { message: texts.hasBegun };
    case "REPORTED":
      return { message: texts.reported };
  }
}

// The reader has then seen what stands there, so the next sending starts from that.
function standing({ version, organisation, firstDay, lastDay, temporaryReason }: ChangedMeanwhile["now"]): Refusal {
  const now = texts.nowStands(organisation ?? texts.noOrganisation, texts.daysOf(firstDay, lastDay), temporaryReason);
  return { message: texts.changedMeanwhile(now), offers: { version: [{ value: String(version), label: now }] } };
}
