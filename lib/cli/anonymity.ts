import { once } from "node:events";
import { createInterface } from "node:readline";
import { z } from "zod";
import { findIdentifyingWords } from "#lib/anonymity/detect";

// npm run --silent anonymity: JSON Lines {"id","text"} on standard input, {"id","spans":[…]} on standard output.

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

let lineNumber = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  lineNumber += 1;
  if (line.trim() === "") continue;
  const input = lineSchema.safeParse(parsed(line.replace(/^\uFEFF/, "")));
  if (input.success) {
    const answer = `${JSON.stringify({ id: input.data.id, spans: findIdentifyingWords(input.data.text) })}\n`;
    // Whoever reads more slowly than we answer is waited for, so that a large input does not pile up.
    if (!process.stdout.write(answer)) await once(process.stdout, "drain");
  } else {
    // The line itself may identify somebody, so it is not repeated.
    process.stderr.write(`Line ${lineNumber} is not {"id": …, "text": "…"} and was skipped.\n`);
    process.exitCode = 1;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
