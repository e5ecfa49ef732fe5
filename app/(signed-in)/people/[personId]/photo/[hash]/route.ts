import { viewerFile } from "#lib/access/routes";
import { NotFoundError } from "#lib/errors";
import { findPhoto } from "#lib/photos/queries";
import { photoParamsSchema } from "#lib/photos/schema";

// Kept nowhere, like every page: after signing out, no face of a colleague is left on a shared computer.
const HEADERS = {
  "Content-Type": "image/jpeg",
  "Content-Disposition": 'inline; filename="foto.jpg"',
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "private, no-store",
};

/** Somebody's photo, for whoever sees this person. */
export const GET = viewerFile(async (viewer, params) => {
  const asked = photoParamsSchema.safeParse(params);
  const photo = asked.success ? await findPhoto(viewer, asked.data.personId, asked.data.hash) : null;
  if (photo === null) throw new NotFoundError("photo");
  return new Response(photo, { headers: { ...HEADERS, "Content-Length": String(photo.byteLength) } });
});
