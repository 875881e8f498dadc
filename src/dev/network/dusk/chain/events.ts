import type { ChainEvent } from '../../../../protocol/hyperstaking/host/trace.ts'

/**
 * An event of the stream: `entity` is a block's or transaction's hash, or a contract's id; `body`
 * is JSON.
 */
export interface StreamEvent {
  component: 'blocks' | 'transactions' | 'contracts'
  entity: string
  topic: string
  body: unknown
}

/**
 * A contract's event as the archive keeps it; `origin` is the transaction's hash, or the block's
 * for its own work.
 */
export interface ArchivedEvent extends ChainEvent {
  height: bigint
  block: string
  origin: string
}

const KEPT = 20_000

/** An event's data with its fields named as the stake contract's data driver names them. */
const asTold = <T extends ArchivedEvent>(event: T): T => {
  const { data } = event
  if (typeof data !== 'object' || data === null || !('nextEligibility' in data)) return event
  const { nextEligibility, ...rest } = data
  return { ...event, data: { ...rest, next_eligibility: nextEligibility } }
}

/** The events of a chain: the latest for queries, and whoever listens. */
export const createDuskEvents = () => {
  const kept: ArchivedEvent[] = []
  const listeners = new Set<(event: StreamEvent) => void>()
  const tell = (event: StreamEvent) => {
    for (const listener of listeners) listener(event)
  }
  return {
    tell,
    keep: (made: readonly ArchivedEvent[]) => {
      const events = made.map(asTold)
      kept.push(...events)
      if (kept.length > KEPT) kept.splice(0, kept.length - KEPT)
      for (const { contract, topic, data } of events)
        tell({ component: 'contracts', entity: contract, topic, body: data })
    },
    kept: (): readonly ArchivedEvent[] => kept,
    listen: (listener: (event: StreamEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type DuskEvents = ReturnType<typeof createDuskEvents>
