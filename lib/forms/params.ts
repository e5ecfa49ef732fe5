import { notFound } from "next/navigation";
import { z } from "zod";

const uuid = z.uuid();
const token = z.string().regex(/^[\w-]{43}$/);

/** The ids in a page's address. Anything that is no id leads to no page, like an id of nothing. */
export async function parseParams<const Name extends string>(params: Promise<Record<string, unknown>>, ...names: Name[]): Promise<Record<Name, string>> {
  const given = await params;
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const parsed = uuid.safeParse(given[name]);
    if (!parsed.success) notFound();
    found[name] = parsed.data;
  }
  return found as Record<Name, string>;
}

/** A word in a page's address that has to be one of a few. Any other leads to no page. */
export async function parseChoice<const Value extends string>(params: Promise<Record<string, unknown>>, name: string, values: readonly Value[]): Promise<Value> {
  const given = (await params)[name];
  return values.find((value) => value === given) ?? notFound();
}

/**
 * The search part of a page's address, by a schema in which every field has a default: nonsense counts as absent,
 * so that a mangled link still opens the page.
 */
export async function readSearch<S extends z.ZodObject>(searchParams: Promise<Record<string, string | string[] | undefined>>, schema: S): Promise<z.output<S>> {
  const given = await searchParams;
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = given[name];
    const parsed = (field as z.ZodType).safeParse(typeof value === "string" ? value.replaceAll("\u0000", "") : undefined);
    read[name] = parsed.success ? parsed.data : (field as z.ZodType).parse(undefined);
  }
  return read as z.output<S>;
}

/** The token in the address of a page behind a personal link. Anything that cannot be one leads to no page. */
export async function parseToken(params: Promise<Record<string, unknown>>): Promise<string> {
  const parsed = token.safeParse((await params).token);
  if (!parsed.success) notFound();
  return parsed.data;
}
