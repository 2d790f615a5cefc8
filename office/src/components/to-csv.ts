/** A cell that begins so is run as a formula by spreadsheet programs. */
const FORMULA_START = /^\s*[=+\-@|%\t\r\n＝＋－＠]/u

/** A run of digits this long loses its last ones when a spreadsheet program reads it as a number. */
const LONG_NUMBER = /^\d{12,}$/

function cell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  const kept = LONG_NUMBER.test(safe) ? `${safe}\t` : safe
  return `"${kept.replaceAll('"', '""')}"`
}

/**
 * Rows as CSV for a spreadsheet program: UTF-8 with its mark, every cell quoted, text that could run as a formula made
 * inert with an apostrophe, long numbers kept whole by a tab behind them.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
