import { HiddenField } from "#components/forms/hidden-field";
import type { FormState } from "#lib/forms/form-state";

/**
 * The version that an edit starts from. After a refusal because somebody else was first, the reader has seen what stands
 * there now, and the next sending starts from that.
 */
export function VersionField({ state, version }: { state: FormState; version: number }) {
  return <HiddenField name="version" value={state.offers?.version?.[0]?.value ?? version} />;
}
