import * as v from 'valibot'
import { bondUnlock, type CycleClock } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { known, unknown, type Known } from '../../known.ts'
import { cBool, clPrincipal, clUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'

/** An output of a Bitcoin transaction that was proven at registration. */
export interface LockedOutput {
  /** The transaction's id as the API writes it. */
  txid: string
  output: number
}

/**
 * What is known of a part in a bond whose sats are on Bitcoin. Neither contract nor API follow the
 * outputs after their registration, so that whether they are still unspent is unknown
 * [bitcoin-staking 4.8].
 */
export interface BondLockup {
  /** Null: the sats of the part are sBTC. */
  outputs: Known<LockedOutput[] | null>
  /** No output unlocks before this Bitcoin height; its own may be later, and is not recorded. */
  earliestUnlockHeight: bigint
  /** Whether the holder has announced an early exit, after which the part earns nothing. */
  hasAnnouncedExit: Known<boolean>
  isUnspent: Known<boolean>
}

// What was proven does not change.
const OUTPUT_BLOCKS = 4032
const EXIT_BLOCKS = 6

const registration = v.object({
  type: v.picklist(['l1', 'l2']),
  l1_lockup: v.optional(
    v.object({
      transactions: v.array(
        v.object({ tx_id: v.string(), output_index: v.pipe(v.number(), v.safeInteger()) }),
      ),
    }),
  ),
})

/** Reads what locks a part in a bond: two requests the first time [bitcoin-staking 8.4]. */
export async function readBondLockup(
  reader: PoxReader,
  { clock, bond, address }: { clock: CycleClock; bond: bigint; address: string },
): Promise<BondLockup> {
  const path = `/extended/v3/staking/bonds/${bond}/registrations/${address}`
  const [registered, hasAnnouncedExit] = await Promise.all([
    reader.ask(
      (options) => reader.client.askCached(registration, { path }, options),
      OUTPUT_BLOCKS,
    ),
    reader.call('has-announced-l1-early-exit', {
      args: [clUint(bond), clPrincipal(address)],
      schema: cBool,
      blocks: EXIT_BLOCKS,
    }),
  ])
  return {
    outputs: registered.known ? outputsOf(registered.value) : registered,
    earliestUnlockHeight: bondUnlock(clock, bond),
    hasAnnouncedExit,
    isUnspent: unknown('not-offered'),
  }
}

function outputsOf({
  type,
  l1_lockup: lockup,
}: v.InferOutput<typeof registration>): BondLockup['outputs'] {
  if (type === 'l2') return known(null)
  if (lockup === undefined) return unknown('not-offered')
  return known(
    lockup.transactions.map(({ tx_id: txid, output_index: output }) => ({ txid, output })),
  )
}
