"use server";

import { formAction } from "#lib/forms/form-action";
import { chooseMail } from "#lib/profile/commands";
import { chooseMailSchema } from "#lib/profile/schema";

export const chooseMailAction = formAction("mail:choose", chooseMailSchema, async (viewer, input) => {
  await chooseMail(viewer, input);
  return { goTo: "/profile/mail?notice=mail-preferences-changed" };
});
