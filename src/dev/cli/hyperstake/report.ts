import { bigintReplacer } from '../../../chain/json.ts'
import { innermost } from '../../../protocol/hyperstaking/core/panic.ts'
import { inDusk, sequenceDiagram } from '../../../protocol/hyperstaking/scenario/diagram.ts'
import type {
  ScenarioCall,
  Scenario,
  ScenarioResult,
} from '../../../protocol/hyperstaking/scenario/types.ts'

const table = (rows: readonly string[][]): string => {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ')
      .trimEnd()
  return rows.map(line).join('\n')
}

const known = (lux: bigint | null): string => (lux === null ? 'unknown' : inDusk(lux))

const participants = ({ participants: all }: ScenarioResult): string =>
  table([
    ['participant', 'put in', 'taken out', 'given', 'worth now', 'gained', 'gas'],
    ...all.map(({ who, put, taken, given, worth, gained, gas }) => [
      who,
      inDusk(put),
      inDusk(taken),
      inDusk(given),
      known(worth),
      known(gained),
      inDusk(gas),
    ]),
  ])

const health = ({ health: state, names }: ScenarioResult): string => {
  if (!state) return 'The pool tells nothing of its state.'
  const keys = state.keys.map(
    ({ account, state: of, value, locked, reward, faults, hardFaults }) => [
      names.get(account) ?? account,
      of,
      inDusk(value),
      inDusk(locked),
      inDusk(reward),
      `${faults + hardFaults}`,
    ],
  )
  return [
    table([['key', 'state', 'active', 'locked', 'unclaimed', 'faults'], ...keys]),
    `waiting ${inDusk(state.idle)}, kept ${inDusk(state.held)}, to be claimed ${inDusk(state.owed)}, fees ${inDusk(state.fees)}${state.paused ? ', paused' : ''}`,
  ].join('\n')
}

const failures = ({ calls }: ScenarioResult): string[] =>
  calls.flatMap(({ act, who, method, error, height }) =>
    error === null
      ? []
      : [`step ${act + 1}, block ${height}: ${who} ${method}: ${innermost(error)}`],
  )

const drawn = ({ calls, names }: ScenarioResult, steps: readonly number[] | null): string[] => {
  const chosen: ScenarioCall[] = steps
    ? calls.filter(({ act }) => steps.includes(act + 1))
    : calls.filter(({ act, error }) => act >= 0 && error === null).slice(0, 1)
  return chosen
    .filter(({ steps: trace }) => trace.length > 0)
    .map(({ act, who, method, steps: trace }) =>
      [
        `Step ${act + 1}: ${who} ${method}`,
        '',
        '```mermaid',
        sequenceDiagram(trace, (id) => names.get(id) ?? id.slice(0, 8)),
        '```',
      ].join('\n'),
    )
}

/** The whole result as text for a terminal or a Markdown file; amounts in DUSK. */
export const report = (
  scenario: Scenario,
  result: ScenarioResult,
  draw: readonly number[] | null,
): string => {
  const failed = failures(result)
  const source = scenario.rewards === 'mean' ? 'on average' : `drawn, seed "${scenario.seed}"`
  const earned = `the pool's keys earned ${inDusk(result.rewards)} DUSK (${source})`
  return [
    `# ${scenario.name}`,
    ...(scenario.about ? [scenario.about] : []),
    `Block ${result.height}; ${earned}.`,
    `## What everyone got\n\n${participants(result)}`,
    `## The pool\n\n${health(result)}`,
    ...(failed.length > 0 ? [`## Calls that failed\n\n${failed.join('\n')}`] : []),
    ...(drawn(result, draw).length > 0
      ? [`## Message flow\n\n${drawn(result, draw).join('\n\n')}`]
      : []),
  ].join('\n\n')
}

/** The result for programs: integers in LUX as decimal strings. */
export const asJson = ({ names, ...result }: ScenarioResult): string =>
  JSON.stringify({ ...result, names: Object.fromEntries(names) }, bigintReplacer, 2)
