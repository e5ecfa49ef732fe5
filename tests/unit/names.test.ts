import { describe, expect, it } from "vitest";
import { initialsOf, telephoneHref } from "#lib/names";

describe("initials", () => {
  it.each([
    ["Noor de Wit", "NW"],
    ["Dr. Amira El Idrissi", "AI"],
    ["Joke Hoekstra-van der Zwaag", "JH"],
    ["Jan-Willem Bakker", "JB"],
    ["Łukasz Şahin", "ŁŞ"],
    ["émile", "É"],
    ["  ", ""],
  ])("of %j are %j", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe("a telephone link", () => {
  it.each([
    ["06 1234 5601", "tel:0612345601"],
    ["+31 (0)6-1234 5601", "tel:+31612345601"],
    ["023 - 555 01 20", "tel:0235550120"],
  ])("for %j is %j", (phone, href) => {
    expect(telephoneHref(phone)).toBe(href);
  });
});
