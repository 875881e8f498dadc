import { Cl, ClarityType } from '@stacks/transactions'
import type { ClarityValue } from '@stacks/transactions'
import type { PlannedParticipant } from '../../protocol/dual-stacking/planner/index.ts'
import type { Ledger, PlacedEvent } from '../ledger/ledger.ts'

/** A printed tuple, as far as the keeper reads it: principals and text, numbers, and what was `(some …)` unwrapped. */
type Printed = Record<string, string | bigint | undefined>

const plain = (value: ClarityValue): string | bigint | undefined => {
  switch (value.type) {
    case ClarityType.UInt: return BigInt(value.value)
    case ClarityType.PrincipalStandard:
    case ClarityType.PrincipalContract:
    case ClarityType.StringASCII: return value.value
    case ClarityType.OptionalSome: return plain(value.value)
    default: return undefined
  }
}

const printedIn = ({ event }: PlacedEvent): Printed => {
  const value = event.kind === 'log' ? Cl.deserialize(event.hex) : undefined
  return value?.type === ClarityType.Tuple ? Object.fromEntries(Object.entries(value.value).map(([name, each]) => [name, plain(each)])) : {}
}

type Row = Pick<PlannedParticipant, 'address' | 'trackingAddress' | 'stackingAddress'>
type Marks = { capturedIn?: number; tallied?: boolean; weighed?: boolean; rewarded?: boolean }

/** Which cycle is asked for, who keeps it, and which transactions came too late to change its rows. */
export type Membership = { cycleId: number; keeper: string; isLate: (placed: PlacedEvent) => boolean }

const change = (rows: Map<string, Row>, printed: Printed) => {
  const address = String(printed['enrolled-address'])
  switch (printed['function-name']) {
    case 'enroll':
    case 'update-participant-details':
      rows.set(address, { address, trackingAddress: String(printed['tracking-address']), stackingAddress: String(printed['stacking-address']) })
      break
    case 'opt-out':
      rows.delete(address)
      break
  }
}

/**
 * The participants of a cycle and how far each has come, read from the events of the contract: who was enrolled when the cycle began, in order of
 * enrolment. Tallies count since the keeper's last proposal, which forgets them.
 */
export const participantsOf = (ledger: Ledger, contract: string, { cycleId, keeper, isLate }: Membership): PlannedParticipant[] => {
  const rows = new Map<string, Row>()
  const marks = new Map<string, Marks>()
  const lastProposal = ledger.calls(contract, 'change-proposed-golden-ratio').findLast(({ sender, status }) => sender === keeper && status === 'success')
  const proposedAt = lastProposal?.stacks ?? 0
  for (const placed of ledger.logs(contract)) {
    const printed = printedIn(placed)
    if (!isLate(placed)) change(rows, printed)
    if (printed['cycle-id'] !== BigInt(cycleId)) continue
    const address = String(printed['enrolled-address'])
    const mark = (more: Marks) => marks.set(address, { ...marks.get(address), ...more })
    switch (printed['function-name']) {
      case 'compute-current-snapshot-balance': mark({ capturedIn: Number(printed['snapshot-index']) }); break
      case 'count-golden-ratio':
        if (printed['tx-sender'] === keeper && placed.transaction.stacks > proposedAt) mark({ tallied: true })
        break
      case 'compute-weight': mark({ weighed: true }); break
      case 'distribute-rewards': mark({ rewarded: true }); break
    }
  }
  return [...rows.values()].map((row) => ({ ...row, tallied: false, weighed: false, rewarded: false, ...marks.get(row.address) }))
}
