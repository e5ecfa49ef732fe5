import { z } from "zod";
import { id } from "#lib/forms/fields";

/** Stopping a casus, giving it back to its writer and erasing it take no more than which one it is. */
export const stopCaseSchema = z.object({ discussionId: id() });
export const releaseCaseSchema = z.object({ discussionId: id() });
export const eraseCaseSchema = z.object({ discussionId: id() });
