import { expect, test } from "vitest";
import { writeCsv } from "./csv";

test("rows are written by RFC 4180, with the byte order mark that spreadsheets need", () => {
  expect(
    writeCsv([
      ["Row", "Reason"],
      [7, 'He said "no", twice\nand left'],
    ]),
  ).toBe('\uFEFFRow,Reason\r\n7,"He said ""no"", twice\nand left"\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])(
  "%j cannot be run as a formula",
  (text) => {
    const [, cell = ""] = /^\uFEFF"?([\s\S]*?)"?\r\n$/.exec(writeCsv([[text]])) ?? [];
    expect(cell).toBe(`'${text}`);
  },
);

test("numbers stay numbers, also below zero", () => {
  expect(writeCsv([[-5]])).toBe("\uFEFF-5\r\n");
});
