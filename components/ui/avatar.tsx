import { initialsOf } from "#lib/names";

type FaceSize = "small" | "normal" | "large";
type FaceProps = { name: string; photoUrl?: string | null; size?: FaceSize };

/**
 * A portrait as it is pasted in an agenda: the photo, or the initials. The name stands beside it, so neither says anything
 * new to who does not see it, and the colour of initials is the same for everybody.
 */
export function Face({ name, photoUrl, size = "normal" }: FaceProps) {
  if (photoUrl) {
    // Photos are our own uploads, already the right size; next/image would need inline styles that the CSP forbids.
    return <img src={photoUrl} alt="" className={`${FRAME} ${SIZES[size]} border-rule object-cover`} />;
  }
  return (
    <span aria-hidden="true" className={`${FRAME} ${SIZES[size]} border-rule bg-sunken text-ink-soft`}>
      {initialsOf(name)}
    </span>
  );
}

/** The gap that an unfilled function leaves: the outline of a person, cut out of the page. */
export function FaceGap({ size = "normal" }: { size?: FaceSize }) {
  return (
    <span aria-hidden="true" className={`${FRAME} ${SIZES[size]} border-0`}>
      <svg viewBox="0 0 64 76" className="size-full" focusable="false">
        <rect x="1" y="1" width="62" height="74" rx="7" className="fill-none stroke-edge" strokeWidth="1.75" strokeDasharray="5 4.5" />
        <path
          d="M32 17.5c6.9 0 11.5 5.2 11.5 12.2 0 5.2-2.4 9.6-5.6 11.7-.5 2.7.3 3.8 2.9 4.9 7.6 3 12.6 7.4 13.4 16.2.2 2-1.2 3.5-3.2 3.5H13c-2 0-3.4-1.5-3.2-3.5.8-8.8 5.8-13.2 13.4-16.2 2.6-1.1 3.4-2.2 2.9-4.9-3.2-2.1-5.6-6.5-5.6-11.7 0-7 4.6-12.2 11.5-12.2Z"
          className="fill-sunken stroke-edge"
          strokeWidth="1.5"
          strokeDasharray="4 3.5"
        />
      </svg>
    </span>
  );
}

const FRAME = "inline-flex shrink-0 select-none items-center justify-center overflow-hidden border font-semibold tracking-wide";

const SIZES: Record<FaceSize, string> = {
  small: "h-11 w-9.5 rounded-sm text-sm",
  normal: "h-19 w-16 rounded-md text-lg",
  large: "h-28.5 w-24 rounded-lg text-2xl",
};
