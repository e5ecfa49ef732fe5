import { viewerDownload } from "#lib/access/routes";
import { NotFoundError } from "#lib/errors";
import { readMinutes } from "#lib/minutes/queries";
import { minutesDocument } from "#lib/minutes/document";
import { pdfFile } from "#lib/minutes/pdf";
import { minutesParamsSchema } from "#lib/minutes/schema";
import { minutesTexts } from "#lib/texts/minutes";

/** The minutes of a meeting as a PDF, for its team. */
export const GET = viewerDownload(
  "minutes:download",
  async (viewer, params) => {
    const asked = minutesParamsSchema.safeParse(params);
    if (!asked.success) throw new NotFoundError("minutes");
    return readMinutes(viewer, asked.data, "PDF");
  },
  async (minutes) => ({
    body: await pdfFile(minutesDocument(minutes)),
    type: "application/pdf",
    fileName: minutesTexts.fileName(minutes.day, "pdf"),
  }),
);
