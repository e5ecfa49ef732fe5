import { z } from "zod";
import { fieldsOf } from "#lib/forms/typed-input";
import { readSources, type Sources } from "#tests/support/inventory";

/** The schema of a form: the action or route that reads it, and its name in lib/<domain>/schema. */
export type FormSchema = { domain: string; name: string; schema: z.ZodType };

const MADE_BY = /(?:formAction|linkAction|visitorAction)\(\s*(?:"[^"]*",\s*){0,2}(\w+)/g;

/** The names of the schemas with which the doors of the app read what is typed: those of actions, and of an upload. */
export function schemasOfDoors(sources: Sources): string[] {
  const ofActions = [...sources.values()].flatMap((source) => [...source.matchAll(MADE_BY)].map((match) => match[1] as string));
  const ofRoutes = [...sources].filter(([path]) => path.endsWith("route.ts")).flatMap(([, source]) => [...source.matchAll(/\b(\w+Schema)\.safeParse/g)].map((match) => match[1] as string));
  return [...new Set([...ofActions, ...ofRoutes])].toSorted();
}

/** Every schema of a form. Fails for one that no file with schemas has. */
export async function formSchemas(): Promise<FormSchema[]> {
  const domains = [...readSources("lib").keys()].flatMap((path) => /^lib\/([^/]+)\/schema\.ts$/.exec(path)?.[1] ?? []);
  const modules = await Promise.all(domains.map(async (domain) => [domain, (await import(`../../lib/${domain}/schema.ts`)) as Record<string, unknown>] as const));
  return schemasOfDoors(readSources("app")).map((name) => {
    const [domain, module] = modules.find(([, exported]) => exported[name] instanceof z.ZodType) ?? [];
    if (!domain || !module) throw new Error(`No schema file has ${name}, so nobody knows what can be typed in it.`);
    return { domain, name, schema: module[name] as z.ZodType };
  });
}

/** What stands in a text box when this is tried: no id, day, number, choice or address looks like it. */
const SAID = "Jayden zegt";

/**
 * The fields in which anything can be typed. Not by how they are declared but by trying: a field takes a piece of a sentence and
 * keeps it, or does not.
 */
export function freeTextsOf(schema: z.ZodType): string[] {
  const keeps = (field: z.ZodType, typed: unknown) => {
    const { success, data } = field.safeParse(typed);
    return success && JSON.stringify(data ?? null).includes(SAID);
  };
  return Object.entries(fieldsOf(schema)).filter(([, field]) => keeps(field, SAID) || keeps(field, [SAID])).map(([name]) => name);
}

/** The fields that are checked for words that may identify a child: beside each lies why found words may stay. */
export function checkedTextsOf(schema: z.ZodType): string[] {
  const fields = fieldsOf(schema);
  return freeTextsOf(schema).filter((name) => isReason(fields[`${name}Reason`]));
}

// A reason is no free text: it takes what `keptValue` makes and nothing else.
function isReason(field: z.ZodType | undefined): boolean {
  const said = field?.safeParse('NOT_A_PERSON ["Jayden"]');
  return said?.success === true && field?.safeParse(SAID).data === null && JSON.stringify(said.data) === '{"reason":"NOT_A_PERSON","words":["Jayden"]}';
}

/** Why a free text is not checked: what belongs in it would be found, or it is never about a child. */
export const uncheckedTexts: Record<string, string> = {
  // Names of people, who are called so.
  "addMemberSchema.name": "the name of a colleague",
  "inviteGuestSchema.name": "the name of a guest",
  "invitePersonSchema.name": "the name of a colleague",
  "changeProfileSchema.name": "the own name",
  "previewImportSchema.lines": "pasted names and addresses of colleagues",
  // About colleagues, and by their names, of whom the app may know none.
  "addMemberSchema.temporaryReason": "whom a colleague stands in for",
  "changeMembershipSchema.temporaryReason": "whom a colleague stands in for",
  "reportChangeSchema.message": "which colleague comes or leaves, with name and address",
  "changeProfileSchema.callMeFor": "about oneself",
  // Names of what is no person.
  "startCoreTeamSchema.name": "the name of a core team, which is that of a school",
  "addFunctionSchema.name": "the name of a function",
  "changeFunctionSchema.name": "the name of a function",
  "addOrganisationSchema.name": "the name of an organisation",
  "changeOrganisationSchema.name": "the name of an organisation",
  "changeConsortiumSchema.name": "the name of a samenwerkingsverband",
  "nameElementSchema.name": "what a samenwerkingsverband calls an element of the kansencirkel, in every casus",
  "nameElementSchema.meaning": "what an element of the kansencirkel means, in every casus",
  "addStudyDaySchema.name": "what a day is called",
  "changeStudyDaySchema.name": "what a day is called",
  "addHolidaySchema.name": "what a holiday is called",
  "correctHolidaySchema.name": "what a holiday is called",
  "changeHolidaySchema.name": "what a holiday is called",
  "schoolImportSchema.municipalities": "names of municipalities",
  "chooseSwitchSchema.municipality": "the name of a municipality",
  "switchMeetingsSchema.municipality": "the name of a municipality",
  // Codes, which are compared and kept nowhere as they came.
  "enterCodeSchema.code": "a code from a mail",
  "proveSchema.code": "a code from a mail",
  "proveEmailChangeSchema.code": "a code from a mail",
  "enterRecoveryCodeSchema.recoveryCode": "a code from paper",
  // What a page wrote down for itself.
  "switchMeetingsSchema.fingerprint": "made by the page",
  "importMembersSchema.outcomes": "made by the page",
  "scheduleMeetingSchema.confirmed": "codes of what was asked",
  "rescheduleMeetingSchema.confirmed": "codes of what was asked",
  "confirmDateSchema.confirmed": "codes of what was asked",
  ...Object.fromEntries(
    ["requestCodeSchema", "enterCodeSchema", "demoSignInSchema", "askProofSchema", "proveSchema", "enterAppCodeSchema", "enterRecoveryCodeSchema", "beginSetUpSchema", "confirmSetUpSchema", "codesAreKeptSchema"]
      .map((schema) => [`${schema}.next`, "an address of this app to go on to"]),
  ),
};
