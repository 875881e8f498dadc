import { passes, type Row, type Subject } from './row.ts'

/** The table as text: what, median, budget, compared with; a line for each subject. */
export function renderTable(subjects: readonly Subject[]): string {
  const cells = (row: Row) => [
    `  ${row.what}`,
    formatFigure(row.median, row.unit),
    formatBudget(row),
    verdict(row),
    row.comparedWith,
  ]
  const lines = [
    ['what', 'median', 'budget', '', 'compared with'],
    ...subjects.flatMap(({ heading, rows }) => [[heading, '', '', '', ''], ...rows.map(cells)]),
  ]
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  )
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 1 || column === 2
          ? cell.padStart(widths[column]!)
          : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  )
  return [text[0], '-'.repeat(Math.max(...text.map((line) => line.length))), ...text.slice(1)].join(
    '\n',
  )
}

function verdict(row: Row): string {
  if (!passes(row)) return 'OVER'
  return formatBudget(row) === '' ? '' : 'ok'
}

/** A number with its significant digits: integers in full, others with at least three. */
function digits(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

export const formatFigure = (value: number, unit: Row['unit']): string =>
  `${digits(value)} ${unit}`.trim()

export function formatBudget({ atMost, atLeast, unit }: Row): string {
  if (atMost !== undefined) return `<= ${atMost} ${unit}`.trim()
  return atLeast === undefined ? '' : `>= ${atLeast} ${unit}`.trim()
}
