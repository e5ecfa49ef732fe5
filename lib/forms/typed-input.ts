import { z } from "zod";
import type { TypedValues } from "#lib/forms/form-state";

// As long as a body may be: a schema says so in a sentence, where a cut would lose what somebody typed.
const LONGEST_VALUE = 256_000;
const MOST_VALUES = 1_000;

/** The fields of a form's schema, by name; what else arrives is not read. */
export function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape as Record<string, z.ZodType>;
  if (schema instanceof z.ZodPipe) return fieldsOf(schema.in as z.ZodType);
  throw new Error("A form's schema is an object, possibly with a transform behind it.");
}

/**
 * Reads what was typed, only in the schema's own fields: `typed` as the boxes of the form hold it, to be shown again,
 * and `input` for the schema, in which the three boxes of a date are joined ("24 11 2026").
 */
export function readTyped(schema: z.ZodType, formData: FormData): { typed: TypedValues; input: TypedValues } {
  const typed: TypedValues = {};
  const input: TypedValues = {};
  for (const [name, field] of Object.entries(fieldsOf(schema))) {
    const parts = ["Day", "Month", "Year"].map((part) => textIn(formData, `${name}${part}`));
    if (parts.some((part) => part !== undefined)) {
      for (const [index, part] of ["Day", "Month", "Year"].entries()) typed[`${name}${part}`] = parts[index] ?? "";
      input[name] = parts.map((part) => (part ?? "").trim()).join(" ");
    } else if (isList(field)) {
      const values = formData.getAll(name).filter((value) => typeof value === "string").slice(0, MOST_VALUES);
      typed[name] = values.map(shortened);
      input[name] = typed[name];
    } else {
      const value = textIn(formData, name);
      if (value === undefined) continue;
      typed[name] = value;
      input[name] = value;
    }
  }
  return { typed, input };
}

/** The first sentence per field, in the order of the form. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "form");
    errors[field] ??= issue.message;
  }
  return errors;
}

function textIn(formData: FormData, name: string): string | undefined {
  const value = formData.get(name);
  return typeof value === "string" ? shortened(value) : undefined;
}

// NUL cannot be stored, and would come back as a fault of the database; the schemas judge the rest.
function shortened(value: string): string {
  return value.slice(0, LONGEST_VALUE).replaceAll("\u0000", "");
}

function isList(field: z.ZodType): boolean {
  if (field instanceof z.ZodArray) return true;
  if (field instanceof z.ZodDefault || field instanceof z.ZodOptional || field instanceof z.ZodPrefault) return isList(field.unwrap() as z.ZodType);
  if (field instanceof z.ZodPipe) return isList(field.in as z.ZodType);
  return false;
}
