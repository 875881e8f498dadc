import type { PlannedParticipant } from '../../../protocol/dual-stacking/planner/index.ts'
import type { StacksLedger } from '../ledger/ledger.ts'
import { printedFieldsOf, type PrintedFields } from './printed-fields.ts'

type Row = Pick<PlannedParticipant, 'address' | 'trackingAddress' | 'stackingAddress'>
type Marks = { capturedIn?: number; talliedAt?: number; weighed?: boolean; rewarded?: boolean }

/** A change of who is enrolled, and the Stacks block it is in. */
type Change = { stacks: number; printed: PrintedFields }

/**
 * The cycle concerned, the last Stacks block included, and the block from which the keeper's
 * tallies count.
 */
export type Membership = { cycleId: number; lastBlock: number; talliedSince: number }

const membershipChanges = new Set<unknown>(['enroll', 'update-participant-details', 'opt-out'])

/**
 * Follows the events of the contract: who is enrolled, and how far each has come in the running
 * cycle. Every event is read once. Cycles must be asked for in their order.
 */
export const followParticipants = (ledger: StacksLedger, contract: string, keeper: string) => {
  const rows = new Map<string, Row>()
  const changes: Change[] = []
  const marks = new Map<string, Marks>()
  const whitelist = new Set<unknown>()
  let marksCycle = -1n
  let read = 0

  const mark = (address: string, more: Marks) =>
    marks.set(address, { ...marks.get(address), ...more })

  const follow = (printed: PrintedFields, stacks: number) => {
    if (membershipChanges.has(printed['function-name'])) changes.push({ stacks, printed })
    if (printed['whitelisted-address']) whitelist.add(printed['whitelisted-address'])
    if (printed['removed-whitelisted-address'])
      whitelist.delete(printed['removed-whitelisted-address'])
    const cycle = printed['cycle-id']
    if (typeof cycle !== 'bigint' || cycle < marksCycle) return
    if (cycle > marksCycle) marks.clear()
    marksCycle = cycle
    const address = String(printed['enrolled-address'])
    switch (printed['function-name']) {
      case 'compute-current-snapshot-balance':
        return mark(address, { capturedIn: Number(printed['snapshot-index']) })
      case 'count-golden-ratio':
        return printed['tx-sender'] === keeper && mark(address, { talliedAt: stacks })
      case 'compute-weight':
        return mark(address, { weighed: true })
      case 'distribute-rewards':
        return mark(address, { rewarded: true })
    }
    return undefined
  }

  const apply = (printed: PrintedFields) => {
    const address = String(printed['enrolled-address'])
    if (printed['function-name'] === 'opt-out') rows.delete(address)
    else
      rows.set(address, {
        address,
        trackingAddress: String(printed['tracking-address']),
        stackingAddress: String(printed['stacking-address']),
      })
  }

  return ({ cycleId, lastBlock, talliedSince }: Membership): PlannedParticipant[] => {
    const logs = ledger.logs(contract)
    for (; read < logs.length; read++)
      follow(printedFieldsOf(logs[read]!), logs[read]!.transaction.stacks)
    let due = 0
    while (due < changes.length && changes[due]!.stacks <= lastBlock) apply(changes[due++]!.printed)
    changes.splice(0, due)
    const current = marksCycle === BigInt(cycleId) ? marks : new Map<string, Marks>()
    return [...rows.values()].map((row) => {
      const {
        capturedIn,
        talliedAt = 0,
        weighed = false,
        rewarded = false,
      } = current.get(row.address) ?? {}
      return {
        ...row,
        whitelisted: whitelist.has(row.trackingAddress),
        ...(capturedIn !== undefined && { capturedIn }),
        tallied: talliedAt > talliedSince,
        weighed,
        rewarded,
      }
    })
  }
}
export type Participants = ReturnType<typeof followParticipants>
