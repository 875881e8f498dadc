import type { UnknownReason } from '../../chain/known.ts'
import type { HolderStake } from './staking-reading.ts'

/** A holder's part of a cycle's leg that has something to claim; sats. */
export interface Claimable {
  cycle: bigint
  /** Null: the STX-only leg. */
  bond: bigint | null
  manager: string
  /** Payable now after the manager's fee, 0: nothing yet; null: the fee is unknown. */
  netSats: bigint | null
  grossSats: bigint
  /** What comes on top, before the fee, once the manager has claimed. */
  waitingSats: bigint
}

/** What can be claimed, newest cycle first, and what it adds up to. */
export interface Claimables {
  rows: Claimable[]
  /** Payable now; null: a fee among them is unknown. */
  readySats: bigint | null
  waitingSats: bigint
  /** Whether older cycles are still to be read, and why the reading stopped. */
  isComplete: boolean
  stopped: UnknownReason | null
}

/** What an address can claim of its cycles; null: not read yet. */
export function claimablesOf(holder: Pick<HolderStake, 'claims'> | null): Claimables | null {
  const claims = holder?.claims
  if (!claims) return null
  const rows = claims.cycles.flatMap(({ cycle, manager, legs }) =>
    legs.flatMap(({ bond, grossSats, netSats, afterPullSats }): Claimable[] =>
      manager === null || afterPullSats === 0n
        ? []
        : [
            {
              cycle,
              bond,
              manager,
              grossSats,
              netSats: netSats.known ? netSats.value : null,
              waitingSats: afterPullSats - grossSats,
            },
          ],
    ),
  )
  const ready = rows.filter(({ grossSats }) => grossSats > 0n)
  return {
    rows,
    readySats: ready.reduce<bigint | null>(
      (sum, { netSats }) => (sum === null || netSats === null ? null : sum + netSats),
      0n,
    ),
    waitingSats: rows.reduce((sum, { waitingSats }) => sum + waitingSats, 0n),
    isComplete: claims.next === null,
    stopped: claims.stopped,
  }
}
