import { useId, type ReactNode } from "react";
import { Arrival, arrivalId } from "#components/layout/arrival";

type SectionProps = {
  title: string;
  /** The end of the address that leads here. */
  id?: string;
  /** A sentence or a figure under the heading. */
  note?: ReactNode;
  /** Quiet links or buttons that belong to this part. */
  action?: ReactNode;
  /** What just happened to this part; it needs an id. */
  said?: ReactNode;
  /** `margin`: the heading stands in the margin where there is room. `full`: above, for tables. */
  layout?: "margin" | "full";
  children: ReactNode;
};

/** A part of a page under a rule, as an agenda divides its day. Put several in `Sections`. */
export function Section({ title, id, note, action, said, layout = "margin", children }: SectionProps) {
  const ownId = useId();
  const headingId = id ?? ownId;
  return (
    <section aria-labelledby={headingId} className="section" data-layout={layout}>
      <div className="section-heading">
        <h2 id={headingId} tabIndex={id === undefined ? undefined : -1} aria-describedby={id && said ? arrivalId(id) : undefined}>
          {title}
        </h2>
        {note && <div className="mt-1.5 text-ink-soft">{note}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-x-5 print:hidden">{action}</div>}
      </div>
      <div className="min-w-0">
        {id && said && (
          <div className="mb-6">
            <Arrival part={id}>{said}</Arrival>
          </div>
        )}
        {children}
      </div>
    </section>
  );
}

/** The distance between the parts of a page. */
export function Sections({ children }: { children: ReactNode }) {
  return <div className="space-y-14">{children}</div>;
}
