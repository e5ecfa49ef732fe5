import { NotThere } from "#components/layout/not-there";

export default function NotFound() {
  return <NotThere />;
}
