import type { Route } from "next";
import type { ReactNode } from "react";
import { InternalLink } from "#components/ui/link";

/** One primary action a page; the rest is secondary, or quiet where it stands among text. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  type?: "submit" | "button";
  name?: string;
  value?: string;
  /** Ties the button to a form elsewhere on the page. */
  form?: string;
  label?: string;
  onClick?: () => void;
};

type LinkButtonProps<T extends string> = {
  href: Route<T>;
  children: ReactNode;
  variant?: ButtonVariant;
  plain?: boolean;
  label?: string;
  replace?: boolean;
};

/** A button that does something; its words say what ("Verstuur 6 uitnodigingen"). */
export function Button({ children, variant = "primary", type = "button", label, ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(variant)} aria-label={label} {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for an action that begins on another page. */
export function LinkButton<T extends string>({ href, children, variant = "primary", plain, label, replace }: LinkButtonProps<T>) {
  return (
    <InternalLink href={href} className={buttonClass(variant)} plain={plain} label={label} replace={replace}>
      {children}
    </InternalLink>
  );
}

/** The classes of a button, for the few places that bring their own element. */
export function buttonClass(variant: ButtonVariant): string {
  return `${SHAPE} ${VARIANTS[variant]}`;
}

const SHAPE =
  "inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-md border-[1.5px] text-center font-semibold leading-tight no-underline motion-safe:transition-[background-color,border-color] print:hidden forced-colors:border-[ButtonText] forced-colors:bg-[ButtonFace] forced-colors:text-[ButtonText] aria-disabled:cursor-wait aria-disabled:opacity-80";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "max-w-full border-cover bg-cover px-5 py-2.5 text-on-cover hover:border-cover-strong hover:bg-cover-strong hover:text-on-cover",
  secondary: "max-w-full border-edge bg-sheet px-5 py-2.5 text-ink hover:border-ink hover:text-ink",
  // Its words stand in line with the text around it. In pixels, because the margin of the page does not grow with the text.
  quiet:
    "border-transparent bg-transparent px-[8px] py-2 -mx-[8px] max-w-[calc(100%+16px)] text-accent underline decoration-1 underline-offset-4 hover:decoration-2 hover:text-accent-strong",
  danger: "max-w-full border-error bg-error px-5 py-2.5 text-sheet hover:border-ink hover:bg-ink hover:text-paper",
};
