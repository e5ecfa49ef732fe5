import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DataKey, keyIdOf, newDataKey, openWith, type SealedPlace, sealWith, unwrapped } from "#lib/sealing/envelope";
import { type MasterKey, masterKeys, readMasterKey } from "#lib/sealing/master-key";
import { SealBrokenError } from "#lib/secrets";
import { TEST_FOLDER } from "#tests/support/test-folders";

const key: DataKey = { id: randomUUID(), key: randomBytes(32) };
const place: SealedPlace = { consortiumId: randomUUID(), table: "case_text", column: "sealed", rowId: `${randomUUID()}/QUESTION` };

describe("a sealed text", () => {
  test("opens at its place, whatever it holds", () => {
    for (const text of ["", "{}", "Wat heeft de leerling nodig?", "Fryslân\r\n😀", "x".repeat(100_000)]) expect(openWith(key, place, sealWith(key, place, text))).toBe(text);
  });

  test("says with which key it was sealed, and is another one each time", () => {
    const sealed = sealWith(key, place, "same");
    expect(sealed).toMatch(new RegExp(`^v1\\.${key.id}\\.[\\w-]+$`));
    expect(keyIdOf(sealed)).toBe(key.id);
    expect(sealWith(key, place, "same")).not.toBe(sealed);
    for (const other of ["", "Wat heeft de leerling nodig?", "v1.abc|def|ghi", "v1.00000000-x.abc"]) expect(keyIdOf(other), other).toBeNull();
  });

  test("does not open in another row, column, table or samenwerkingsverband, nor with another key", () => {
    const sealed = sealWith(key, place, "text");
    const elsewhere = [{ rowId: `${randomUUID()}/QUESTION` }, { rowId: place.rowId.replace("QUESTION", "SITUATION") }, { column: "plain" }, { table: "perspective" }, { consortiumId: randomUUID() }];
    for (const change of elsewhere) expect(() => openWith(key, { ...place, ...change }, sealed), JSON.stringify(change)).toThrow(SealBrokenError);
    expect(() => openWith({ ...key, key: randomBytes(32) }, place, sealed)).toThrow(SealBrokenError);
    expect(() => openWith({ ...key, id: randomUUID() }, place, sealed)).toThrow(SealBrokenError);
  });

  test("does not open when a single character was altered, cut off or added", () => {
    const sealed = sealWith(key, place, "a text");
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(() => openWith(key, place, altered), `character ${at}`).toThrow(SealBrokenError);
    }
    for (const broken of ["", "v1.", sealed.slice(0, -1), `${sealed}A`, `${sealed}=`, ` ${sealed}`, `v1.${key.id}.`]) expect(() => openWith(key, place, broken), broken).toThrow(SealBrokenError);
  });

  test("keeps what it was taken for out of the error", () => {
    expect(() => openWith(key, place, "canary that is not sealed")).toThrow(/^(?!.*canary)/);
  });
});

describe("a data key", () => {
  const master = (id: string): MasterKey => ({ id, key: randomBytes(32) });
  const [current, old] = [master("0123456789abcdef"), master("fedcba9876543210")];
  const consortiumId = randomUUID();

  test("opens with the master key it was wrapped with, also when that is the one from before", () => {
    const { dataKey, wrapped } = newDataKey(consortiumId, { current: old, old: null });
    expect(unwrapped({ id: dataKey.id, consortiumId, wrapped }, { current, old })).toEqual(dataKey);
    expect(wrapped).not.toContain(dataKey.key.toString("base64url"));
  });

  test("does not open with another master key, as another key or for another samenwerkingsverband", () => {
    const { dataKey, wrapped } = newDataKey(consortiumId, { current, old: null });
    const row = { id: dataKey.id, consortiumId, wrapped };
    expect(() => unwrapped(row, { current: old, old: null })).toThrow(SealBrokenError);
    expect(() => unwrapped(row, { current: { ...current, key: randomBytes(32) }, old })).toThrow(SealBrokenError);
    expect(() => unwrapped({ ...row, id: randomUUID() }, { current, old: null })).toThrow(SealBrokenError);
    expect(() => unwrapped({ ...row, consortiumId: randomUUID() }, { current, old: null })).toThrow(SealBrokenError);
  });
});

describe("the master key", () => {
  let folder: string;
  const file = (name: string, contents: string) => {
    const path = join(folder, name);
    writeFileSync(path, contents);
    return path;
  };
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), TEST_FOLDER))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is 64 hexadecimal digits in a file, and nothing else", () => {
    expect(readMasterKey(file("good", `${"0f".repeat(32)}\n`))?.key).toEqual(Buffer.from("0f".repeat(32), "hex"));
    for (const wrong of ["", "0f".repeat(31), "0f".repeat(33), "zz".repeat(32)]) expect(readMasterKey(file("wrong", wrong)), wrong).toBeNull();
    expect(readMasterKey(join(folder, "absent"))).toBeNull();
    expect(readMasterKey(folder)).toBeNull();
  });

  test("that is missing or wrong is told by the name of its variable, never by its value", () => {
    const good = file("good", "0f".repeat(32));
    const wrong = file("canary", "canary");
    expect(() => masterKeys({})).toThrow("CASE_KEY_FILE");
    expect(() => masterKeys({ CASE_KEY_FILE: wrong })).toThrow(/^CASE_KEY_FILE (?!.*canary)/);
    expect(() => masterKeys({ CASE_KEY_FILE: good, OLD_CASE_KEY_FILE: wrong })).toThrow(/^OLD_CASE_KEY_FILE (?!.*canary)/);
    expect(masterKeys({ CASE_KEY_FILE: good })).toMatchObject({ old: null });
  });
});
