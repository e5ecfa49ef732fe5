import { z } from "zod";
import { id } from "#lib/forms/fields";

/** The largest file that may be sent, in bytes: a photo of 24 megapixels as a telephone makes it. */
export const mostFileBytes = 8 * 1024 * 1024;

/** The most that a stored portrait takes, in bytes; the database refuses more. */
export const mostPortraitBytes = 60_000;

/** What a query selects of a person to show the photo, in the statement that finds the person: never the picture itself. */
export const photoSelect = { select: { hash: true } } as const;

/** The address of somebody's photo, or null without one. A new photo has another hash, so another address. */
export function photoPath(personId: string, hash: string | null | undefined): string | null {
  return hash ? `/people/${personId}/photo/${hash}` : null;
}

/** The address of a photo: whose it is, and which one. */
export const photoParamsSchema = z.object({ personId: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Removing the own photo: nothing to fill in. */
export const removeOwnPhotoSchema = z.object({});

/** The person whose photo is removed by somebody else. */
export const removePhotoSchema = z.object({ personId: id() });
export type RemovePhoto = z.output<typeof removePhotoSchema>;
