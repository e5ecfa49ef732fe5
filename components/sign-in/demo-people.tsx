"use client";

import { useFormAction } from "#components/forms/use-form-action";
import { Face } from "#components/ui/avatar";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { signInTexts } from "#lib/texts/sign-in";

type DemoPeopleProps = { action: FormAction; people: readonly { name: string; email: string; job: string }[]; next: string };

/** The people of the demo world, each a button that signs in as them. */
export function DemoPeople({ action, people, next }: DemoPeopleProps) {
  const [, submit] = useFormAction(action, freshForm());
  return (
    <form action={submit}>
      <input type="hidden" name="next" value={next} />
      <ul className="divide-y divide-rule border-y border-rule">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="submit"
              name="email"
              value={person.email}
              className="flex min-h-14 w-full cursor-pointer items-center gap-4 px-1 py-2.5 text-left hover:bg-sunken"
            >
              <Face name={person.name} size="small" />
              <span className="min-w-0">
                <span className="block font-semibold text-accent underline decoration-1 underline-offset-4">
                  <span className="sr-only">{signInTexts.demoSignIn} </span>
                  {person.name}
                </span>
                <span className="block text-ink-soft">{person.job}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
