import { deserializeCV, type ClarityValue } from '@stacks/transactions'

/**
 * An event as the VM reports it; `data.raw_value` is a serialized Clarity value in hex (print and
 * nft events), amounts are decimal strings.
 */
export type VmEvent = { event: string; data: Record<string, string> }

/** Execution cost of one transaction; known only when the VM tracks costs. */
export type VmCosts = {
  writeLength: number
  writeCount: number
  readLength: number
  readCount: number
  runtime: number
}

/**
 * What became of one execution. `aborted: false` covers `(ok …)` and `(err …)` alike; `aborted:
 * true` is a run-time abort, an analysis error or a bad request: nothing changed but the block
 * height, and `reason` is the VM's own sentence.
 */
export type VmOutcome =
  | {
      aborted: false
      hex: string
      value: ClarityValue
      events: VmEvent[]
      costs?: VmCosts
      /** What was evaluated, when the VM traces: a stack in each line. */
      trace?: string
    }
  | { aborted: true; reason: string }

export type RawResponse = {
  result: string
  events: string
  costs: string
  performance?: string | undefined
}

type RawCosts = {
  total: {
    write_length: number
    write_count: number
    read_length: number
    read_count: number
    runtime: number
  }
} | null

const parseCosts = (text: string): VmCosts | undefined => {
  const total = (JSON.parse(text || 'null') as RawCosts)?.total
  if (!total) return undefined
  return {
    writeLength: total.write_length,
    writeCount: total.write_count,
    readLength: total.read_length,
    readCount: total.read_count,
    runtime: total.runtime,
  }
}

/**
 * Parses a response of the VM; the Clarity value is decoded on first use, for callers that only
 * need its hex.
 */
export const parseOutcome = (raw: RawResponse): VmOutcome => {
  const costs = parseCosts(raw.costs)
  let decoded: ClarityValue | undefined
  return {
    aborted: false,
    hex: raw.result.startsWith('0x') ? raw.result : `0x${raw.result}`,
    get value() {
      return (decoded ??= deserializeCV(raw.result))
    },
    events: (JSON.parse(raw.events) as string[]).map((event) => JSON.parse(event) as VmEvent),
    ...(costs && { costs }),
    ...(raw.performance !== undefined && { trace: raw.performance }),
  }
}

export const abortedWith = (failure: unknown): VmOutcome => ({
  aborted: true,
  reason: failure instanceof Error ? failure.message : String(failure),
})
