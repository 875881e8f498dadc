type Cell = string | number | bigint

/** What a spreadsheet would take for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/

function writeCell(value: Cell): string {
  const text = String(value)
  const plain = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows as CSV (RFC 4180). Texts that a spreadsheet would run as formulas get an apostrophe. */
export const writeCsv = (rows: ReadonlyArray<readonly Cell[]>): string =>
  rows.map((row) => row.map(writeCell).join(',') + '\r\n').join('')
