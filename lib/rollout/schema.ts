import { z } from "zod";

/** What may ask for attention at a school, in the order in which it is told. */
export const attentionKinds = ["unrecorded", "obstructed", "no-date", "vacancy", "reported", "no-team"] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export const sectors = ["PO", "VO", "SO", "MBO"] as const;

const page = z.coerce.number().int().min(1).max(10_000).default(1);

/** The address of the home page: which job, what to show of it, and what has just happened. */
export const homeSearch = z.object({
  /** "team:<id>" and the like, as in `jobsOf`. */
  job: z.string().max(60).default(""),
  notice: z.string().max(60).optional(),
  /** The agreement that was just ticked off, so that it can be opened again. */
  agreement: z.union([z.uuid(), z.literal("")]).default(""),
  page,
  /** Of a partner: only schools with a meeting in the coming four weeks. */
  period: z.enum(["", "soon"]).default(""),
  q: z.string().max(80).default("").transform((text) => text.normalize("NFC").trim()),
  sector: z.enum(["", ...sectors]).default(""),
  municipality: z.string().max(80).default("").transform((text) => text.normalize("NFC")),
  attention: z.enum(["", ...attentionKinds]).default(""),
});

/** Which schools of a samenwerkingsverband somebody looks for; an empty text means all. */
export type SchoolFilter = Pick<z.output<typeof homeSearch>, "q" | "sector" | "municipality" | "attention">;

/** The address of the home page of a job, with what is shown of it; empty texts are left out. */
export function homePath(job: string, query: Readonly<Record<string, string>> = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== "");
  return `/?${new URLSearchParams([["job", job], ...filled]).toString()}`;
}
