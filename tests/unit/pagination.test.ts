import { describe, expect, it } from "vitest";
import { pageNumbers } from "#components/ui/pagination";

describe("the page numbers under a list", () => {
  it.each([
    [1, 1, [1]],
    [2, 3, [1, 2, 3]],
    [1, 6, [1, 2, null, 6]],
    [3, 6, [1, 2, 3, 4, 5, 6]],
    [5, 10, [1, null, 4, 5, 6, null, 10]],
  ])("on page %i of %i are %j", (page, pages, numbers) => {
    expect(pageNumbers(page, pages)).toEqual(numbers);
  });
});
