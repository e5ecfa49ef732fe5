import { beforeEach, expect, test } from "vitest";

// Asked for anew, because the environment is read once.
async function addressFor(hops: string | null, trusted: string): Promise<string> {
  Object.assign(process.env, { APP_URL: "http://localhost:3000", APP_SECRET: "0123456789012345678901234567890123456789", TRUSTED_PROXIES: trusted });
  const { vi } = await import("vitest");
  vi.resetModules();
  const { clientAddress } = await import("#lib/access/request");
  return clientAddress(new Headers(hops === null ? {} : { "x-forwarded-for": hops }));
}

beforeEach(() => {
  delete process.env.TRUSTED_PROXIES;
});

test("without a proxy of ours the connection counts, whatever the request claims", async () => {
  expect(await addressFor("203.0.113.9", "0")).toBe("203.0.113.9");
  expect(await addressFor("198.51.100.1, 198.51.100.2, 203.0.113.9", "0")).toBe("203.0.113.9");
});

test("behind a proxy of ours counts what it added, not what the request claimed before", async () => {
  expect(await addressFor("198.51.100.1, 203.0.113.9, 10.0.0.1", "1")).toBe("203.0.113.9");
});

test("an IPv6 address counts by its network, so that one connection is not many", async () => {
  expect(await addressFor("2001:db8:1:2:aaaa::1", "0")).toBe(await addressFor("2001:db8:1:2:bbbb::2", "0"));
});
