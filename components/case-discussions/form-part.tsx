import type { ReactNode } from "react";

/** A part of a long form, under a rule and a heading of its own. */
export function FormPart({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="space-y-8 border-t-2 border-rule pt-6">
      <div>
        <h2>{title}</h2>
        {note && <p className="mt-1 text-ink-soft">{note}</p>}
      </div>
      {children}
    </section>
  );
}
