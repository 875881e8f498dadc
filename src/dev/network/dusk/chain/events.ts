import type { ContractId } from '../../../../protocol/hyperstaking/core/ids.ts'
import type { ChainEvent } from '../../../../protocol/hyperstaking/host/trace.ts'

/**
 * An event of the stream: `entity` is a block's or transaction's hash, or a contract's id; `body`
 * is JSON, bytes for a contract's event, null for none. `origin` is set for a contract's event.
 */
export interface StreamEvent {
  component: 'blocks' | 'transactions' | 'contracts'
  entity: string
  topic: string
  body: unknown
  origin?: string
}

/**
 * A contract's event as the archive keeps it; `origin` is the transaction's hash, or the block's
 * for its own work.
 */
export interface PlacedEvent extends ChainEvent {
  height: bigint
  block: string
  origin: string
}

export interface ArchivedEvent extends PlacedEvent {
  id: number
  /** What the contract printed, as hex. */
  hex: string
}

const KEPT = 20_000

/**
 * The events of a chain: the latest for queries, and its listeners. `hexOf`: what the contract
 * prints, null when it prints nothing of the kind.
 */
export const createDuskEvents = (hexOf: (event: ChainEvent) => string | null) => {
  const kept: ArchivedEvent[] = []
  const listeners = new Set<(event: StreamEvent) => void>()
  let next = 1
  const tell = (event: StreamEvent) => {
    for (const listener of listeners) listener(event)
  }
  return {
    tell,
    keep: (made: readonly PlacedEvent[]) => {
      const events = made.flatMap((event) => {
        const hex = hexOf(event)
        return hex === null ? [] : [{ ...event, hex, id: next++ }]
      })
      kept.push(...events)
      if (kept.length > KEPT) kept.splice(0, kept.length - KEPT)
      for (const { contract, topic, hex, origin } of events)
        tell({
          component: 'contracts',
          entity: contract,
          topic,
          body: Buffer.from(hex, 'hex'),
          origin,
        })
    },
    kept: (): readonly ArchivedEvent[] => kept,
    of: (contract: ContractId): ArchivedEvent[] =>
      kept.filter((event) => event.contract === contract),
    listen: (listener: (event: StreamEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type DuskEvents = ReturnType<typeof createDuskEvents>
