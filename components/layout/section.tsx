import { useId, type ReactNode } from "react";

type SectionProps = {
  title: string;
  id?: string;
  /** A sentence or a figure under the heading. */
  note?: ReactNode;
  /** Quiet links or buttons that belong to this part. */
  action?: ReactNode;
  /** `margin`: the heading stands in the margin where there is room. `full`: above, for tables. */
  layout?: "margin" | "full";
  children: ReactNode;
};

/** A part of a page under a rule, as an agenda divides its day. Put several in `Sections`. */
export function Section({ title, id, note, action, layout = "margin", children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="section" data-layout={layout}>
      <div className="section-heading">
        <h2 id={headingId}>{title}</h2>
        {note && <div className="mt-1.5 text-ink-soft">{note}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-x-5 print:hidden">{action}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

/** The distance between the parts of a page. */
export function Sections({ children }: { children: ReactNode }) {
  return <div className="space-y-14">{children}</div>;
}
