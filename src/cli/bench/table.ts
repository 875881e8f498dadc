import { passes } from './row.ts'
import type { Row } from './row.ts'

/** The table as text: what, median, budget, compared with. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ['what', 'median', 'budget', '', 'compared with'],
    ...rows.map((row) => [row.what, figure(row.median, row.unit), budget(row), passes(row) ? (budget(row) === '' ? '' : 'ok') : 'OVER', row.comparedWith ?? '']),
  ]
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const text = lines.map((line) => line.map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd())
  return [text[0], '-'.repeat(Math.max(...text.map((line) => line.length))), ...text.slice(1)].join('\n')
}

export const figure = (value: number, unit: Row['unit']): string => `${value.toFixed(value >= 100 ? 0 : value >= 1 ? 2 : 4)} ${unit}`

export function budget({ atMost, atLeast, unit }: Row): string {
  if (atMost !== undefined) return `<= ${atMost} ${unit}`
  return atLeast === undefined ? '' : `>= ${atLeast} ${unit}`
}
