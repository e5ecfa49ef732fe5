import { z } from "zod";
import { emailAddress, text } from "#lib/forms/fields";
import { signInTexts } from "#lib/texts/sign-in";

const next = z.string().max(300).default("/");

export const requestCodeSchema = z.object({ email: emailAddress(), next });
export const enterCodeSchema = z.object({ code: text(40, signInTexts.codeMissing), next });
export const demoSignInSchema = z.object({ email: emailAddress(), next });
