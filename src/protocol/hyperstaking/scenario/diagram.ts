import { LUX_PER_DUSK } from '../core/units.ts'
import type { TraceStep } from '../host/trace.ts'

/** LUX as DUSK, without more digits than it has. @example inDusk(1_500_000_000n) // '1.5' */
export const inDusk = (lux: bigint): string => {
  const sign = lux < 0n ? '-' : ''
  const size = lux < 0n ? -lux : lux
  const whole = (size / LUX_PER_DUSK).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = (size % LUX_PER_DUSK).toString().padStart(9, '0').replace(/0+$/, '')
  return `${sign}${whole}${rest && `.${rest}`}`
}

/** Text that a Mermaid message can hold: its own marks are written as codes. */
const plain = (text: string): string =>
  text.replace(/[#;]/g, (mark) => `#${mark.charCodeAt(0)};`).replaceAll('\n', ' ')

const amount = (value: bigint | null, unit = 'DUSK'): string =>
  value === null ? '' : ` ${inDusk(value)} ${unit}`

/** Reads between contracts are left out: the diagram shows what moves. */
const isRead = (step: TraceStep): boolean =>
  (step.kind === 'call' || step.kind === 'return') && step.method.startsWith('get_')

/**
 * A call's trace as a Mermaid sequence diagram: every message between account, pool, transfer and
 * stake contract in the order in which it ran, events where they were emitted, and where a failure
 * began. `name` tells what to call an account or contract.
 */
export const sequenceDiagram = (
  steps: readonly TraceStep[],
  name: (id: string) => string,
): string => {
  const ids = new Map<string, string>()
  const lines: string[] = []
  const party = (id: string): string => {
    const known = ids.get(id)
    if (known) return known
    const alias = `p${ids.size}`
    ids.set(id, alias)
    return alias
  }
  let failed = false
  for (const step of steps.filter((each) => !isRead(each))) {
    if (step.kind === 'call') {
      const unit = step.method === 'redeem' ? 'shares' : 'DUSK'
      lines.push(
        `${party(step.from)}->>+${party(step.to)}: ${plain(step.method)}${amount(step.value, unit)}`,
      )
    } else if (step.kind === 'return') lines.push(`${party(step.from)}-->>-${party(step.to)}: done`)
    else if (step.kind === 'event')
      lines.push(
        `Note over ${party(step.contract)}: event ${plain(step.topic)}${amount(step.value)}`,
      )
    else {
      if (!failed) lines.push(`Note over ${party(step.contract)}: fails: ${plain(step.text)}`)
      failed = true
      lines.push(`deactivate ${party(step.contract)}`)
    }
  }
  if (failed) lines.push(`Note over ${[...ids.values()].at(0)}: undone, gas limit charged`)
  const participants = [...ids].map(([id, alias]) => `participant ${alias} as ${plain(name(id))}`)
  return ['sequenceDiagram', ...[...participants, ...lines].map((line) => `  ${line}`)].join('\n')
}
