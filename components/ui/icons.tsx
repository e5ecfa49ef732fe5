import type { ReactNode } from "react";

/** Icons only accompany words, so they are hidden from who cannot see them. Sizes follow the text beside them. */
type IconProps = { className?: string };

/** A telephone receiver. */
export function PhoneIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="M6.2 3.5h2.2c.4 0 .8.3.9.7l.7 2.9c.1.4 0 .8-.3 1L8 9.6a11.3 11.3 0 0 0 4.4 4.4l1.5-1.7c.2-.3.6-.4 1-.3l2.9.7c.4.1.7.5.7.9v2.2c0 .9-.7 1.6-1.6 1.6C9.7 17.4 4.6 12.3 4.6 5.1c0-.9.7-1.6 1.6-1.6Z" />
    </Icon>
  );
}

/** An envelope. */
export function MailIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <rect x="3" y="5" width="16" height="12" rx="1.5" />
      <path d="m3.6 6.2 7.4 5.6 7.4-5.6" />
    </Icon>
  );
}

/** A tick. */
export function CheckIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="m4.5 11.5 4.2 4.2 8.8-9.4" strokeWidth="2.2" />
    </Icon>
  );
}

/** A calendar leaf. */
export function CalendarIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <rect x="3.5" y="4.5" width="15" height="14" rx="1.5" />
      <path d="M3.5 8.8h15M7.5 2.8v3.4M14.5 2.8v3.4" />
    </Icon>
  );
}

/** An arrow pointing back. */
export function BackIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="M18 11H4.5m5.5-6-6 6 6 6" />
    </Icon>
  );
}

/** An arrow pointing on. */
export function ForwardIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="M4 11h13.5M12 5l6 6-6 6" />
    </Icon>
  );
}

/** A small arrow that says something opens below. */
export function DownIcon({ className }: IconProps) {
  return (
    <Icon className={className}>
      <path d="m5.5 8.5 5.5 5.5 5.5-5.5" strokeWidth="2" />
    </Icon>
  );
}

/** A filled disc with a stroke and a dot: what stands here is not right yet. */
export function ErrorIcon({ className }: IconProps) {
  return (
    <svg viewBox="0 0 22 22" className={iconClass(className)} aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="9" className="fill-error" />
      <path d="M11 6v6" className="stroke-sheet" strokeWidth="2.2" strokeLinecap="round" />
      <circle cx="11" cy="15.6" r="1.4" className="fill-sheet" />
    </svg>
  );
}

function Icon({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 22 22"
      className={iconClass(className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

function iconClass(className: string | undefined): string {
  return `inline-block size-[1.25em] shrink-0 ${className ?? ""}`;
}
