import { viewerDownload } from "#lib/access/routes";
import { NotFoundError } from "#lib/errors";
import { readMinutes } from "#lib/minutes/queries";
import { minutesDocument } from "#lib/minutes/document";
import { wordFile } from "#lib/minutes/word";
import { minutesParamsSchema } from "#lib/minutes/schema";
import { minutesTexts } from "#lib/texts/minutes";

/** The minutes of a meeting as a Word file, for its team. */
export const GET = viewerDownload(
  "minutes:download",
  async (viewer, params) => {
    const asked = minutesParamsSchema.safeParse(params);
    if (!asked.success) throw new NotFoundError("minutes");
    return readMinutes(viewer, asked.data, "WORD");
  },
  async (minutes) => ({
    body: await wordFile(minutesDocument(minutes)),
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    fileName: minutesTexts.fileName(minutes.day, "docx"),
  }),
);
