import type { Environment } from '../../app/environment.ts'
import type { AddressProblem } from '../../chain/stacks/check-address.ts'
import type { AbiType } from '../../protocol/dual-stacking/contract/abi.ts'

/** An argument in plain shapes: none is null, `(some x)` is {some: x}. */
export type ArgumentValue =
  | bigint
  | boolean
  | string
  | null
  | { some: ArgumentValue }
  | ArgumentValue[]
  | { [field: string]: ArgumentValue }

/** Why a text cannot be parsed; `row` counts lines from 1. */
export type ArgumentProblem =
  | { code: 'number' | 'list-empty' }
  | { code: 'address'; problem: AddressProblem }
  | { code: 'list-too-long'; max: number; count: number }
  | { code: 'columns'; wanted: number; found: number }
  | { code: 'duplicate'; of: number }

export interface ListRow {
  line: number
  cells: string[]
  value: ArgumentValue
  problem: ArgumentProblem | null
}

export type ParsedArgument =
  | { ok: true; value: ArgumentValue; rows?: ListRow[] }
  | { ok: false; problem: ArgumentProblem; rows?: ListRow[] }

const MAX_U128 = 2n ** 128n - 1n
const failed = (problem: ArgumentProblem): ParsedArgument => ({ ok: false, problem })

/**
 * Parses a text as a value of a contract's type. Lists have one entry per line; tuples are cells
 * separated by commas, semicolons or tabs, in the order of the type or of a header.
 */
export function parseArgument(
  type: AbiType,
  text: string,
  check: Environment['checkAddress'],
): ParsedArgument {
  const trimmed = text.trim()
  if (type === 'bool') return { ok: true, value: trimmed === 'true' }
  if (type === 'uint') {
    // Separators are for thousands only: 0.5 is not an integer, and must not become 5.
    const digits = /^\d{1,3}([\s_,.'’]\d{3})+$/.test(trimmed) ? trimmed.replace(/\D/g, '') : trimmed
    return /^\d{1,39}$/.test(digits) && BigInt(digits) <= MAX_U128
      ? { ok: true, value: BigInt(digits) }
      : failed({ code: 'number' })
  }
  if (type === 'principal') {
    const result = check(trimmed)
    return result.ok
      ? { ok: true, value: result.address }
      : failed({ code: 'address', problem: result.problem })
  }
  if ('optional' in type) {
    if (trimmed === '' || trimmed === 'none') return { ok: true, value: null }
    const inner = parseArgument(type.optional, trimmed, check)
    return inner.ok ? { ok: true, value: { some: inner.value } } : inner
  }
  if ('tuple' in type)
    return parseCells(type.tuple, Object.keys(type.tuple), cellsOf(trimmed), check)
  return parseList(type, trimmed, check)
}

function parseList(
  type: { list: AbiType; max: number },
  text: string,
  check: Environment['checkAddress'],
): ParsedArgument {
  const tuple = typeof type.list === 'object' && 'tuple' in type.list ? type.list.tuple : null
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ line: i + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = lines[0]?.cells
  const header = tuple && first?.every((cell) => Object.hasOwn(tuple, cell)) ? first : null
  const order = header ?? (tuple ? Object.keys(tuple) : [])
  const seen = new Map<string, number>()
  const rows = (header ? lines.slice(1) : lines).map(({ line, cells }): ListRow => {
    const parsed = tuple
      ? parseCells(tuple, order, cells, check)
      : parseArgument(type.list, cells[0] ?? '', check)
    // The contract refuses an address that occurs twice, or counts it twice: neither is intended.
    const key = JSON.stringify(cells[0]?.toUpperCase())
    const before = seen.get(key)
    seen.set(key, before ?? line)
    if (!parsed.ok) return { line, cells, value: null, problem: parsed.problem }
    const problem: ArgumentProblem | null =
      before === undefined ? null : { code: 'duplicate', of: before }
    return { line, cells, value: parsed.value, problem }
  })
  const wrong = rows.find(({ problem }) => problem !== null)?.problem
  if (rows.length === 0) return failed({ code: 'list-empty' })
  if (rows.length > type.max)
    return {
      ok: false,
      problem: { code: 'list-too-long', max: type.max, count: rows.length },
      rows,
    }
  return wrong
    ? { ok: false, problem: wrong, rows }
    : { ok: true, value: rows.map(({ value }) => value), rows }
}

function parseCells(
  fields: Readonly<Record<string, AbiType>>,
  order: readonly string[],
  cells: readonly string[],
  check: Environment['checkAddress'],
): ParsedArgument {
  // Empty cells at the end are optional values that were left out.
  if (cells.length > order.length)
    return failed({ code: 'columns', wanted: order.length, found: cells.length })
  const value: Record<string, ArgumentValue> = {}
  for (const [name, type] of Object.entries(fields)) {
    const at = order.indexOf(name)
    const parsed = parseArgument(type, (at < 0 ? undefined : cells[at]) ?? '', check)
    if (!parsed.ok) return parsed
    value[name] = parsed.value
  }
  return { ok: true, value }
}

const cellsOf = (line: string): string[] =>
  line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
