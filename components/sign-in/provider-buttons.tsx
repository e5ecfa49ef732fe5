import { Button } from "#components/ui/button";
import { signInTexts } from "#lib/texts/sign-in";

type ProviderButtonsProps = { providers: readonly { id: string; name: string }[]; next: string };

/** A button for each identity provider of this deployment; nothing without one. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  if (providers.length === 0) return null;
  return (
    <section aria-labelledby="providers" className="mt-12">
      <h2 id="providers">{signInTexts.orWith}</h2>
      <form action="/api/auth/start" method="post" className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="next" value={next} />
        {providers.map((provider) => (
          <Button key={provider.id} type="submit" variant="secondary" name="provider" value={provider.id}>
            {signInTexts.signInWith(provider.name)}
          </Button>
        ))}
      </form>
    </section>
  );
}
