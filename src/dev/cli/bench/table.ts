import { passes, type Row, type Subject } from './row.ts'

/** The table as text: what, median, budget, compared with; a line for each subject. */
export function table(subjects: readonly Subject[]): string {
  const cells = (row: Row) => [
    `  ${row.what}`,
    figure(row.median, row.unit),
    budget(row),
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
  return budget(row) === '' ? '' : 'ok'
}

/** A number with its significant digits: whole ones as they are, others with at least three. */
function digits(value: number): string {
  if (Number.isInteger(value)) return String(value)
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

export const figure = (value: number, unit: Row['unit']): string =>
  `${digits(value)} ${unit}`.trim()

export function budget({ atMost, atLeast, unit }: Row): string {
  if (atMost !== undefined) return `<= ${atMost} ${unit}`.trim()
  return atLeast === undefined ? '' : `>= ${atLeast} ${unit}`.trim()
}
