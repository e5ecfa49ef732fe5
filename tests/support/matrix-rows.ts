import type { MatrixRows } from "#tests/support/matrix-row";
import { agreementRows } from "#tests/support/matrix-rows/agreements";
import { caseDiscussionRows } from "#tests/support/matrix-rows/case-discussions";
import { consortiumRows } from "#tests/support/matrix-rows/consortia";
import { coreTeamRows } from "#tests/support/matrix-rows/core-teams";
import { meetingRows } from "#tests/support/matrix-rows/meetings";
import { peopleRows } from "#tests/support/matrix-rows/people";
import { photoRows } from "#tests/support/matrix-rows/photos";
import { profileRows } from "#tests/support/matrix-rows/profile";
import { rolloutRows } from "#tests/support/matrix-rows/rollout";
import { schoolRows } from "#tests/support/matrix-rows/schools";

/** A row for each exported function of every lib/<domain>/queries.ts and commands.ts; the test fails without one. */
export const matrixRows: MatrixRows = {
  ...agreementRows,
  ...caseDiscussionRows,
  ...consortiumRows,
  ...coreTeamRows,
  ...meetingRows,
  ...peopleRows,
  ...photoRows,
  ...profileRows,
  ...rolloutRows,
  ...schoolRows,
};
