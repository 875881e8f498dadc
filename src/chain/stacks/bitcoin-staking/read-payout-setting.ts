import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { clPrincipal, cOptional, cUint } from '../clarity.ts'
import type { ManagerShape } from './manager-shape.ts'
import type { PoxReader } from './pox-reader.ts'

/**
 * How a manager pays a holder on Bitcoin: an address as managers keep it, hex with 0x, and the
 * budget for the fee in sats. It has to be sent again with every stake: without it the manager
 * forgets it [bitcoin-staking 11.1].
 */
export interface PayoutSetting {
  version: string
  hash: string
  maxFeeSats: bigint
  /** Max500: third parties may pay out from here up; null: the manager has no such bound. */
  minClaimSats: bigint | null
}

const bytes = v.pipe(v.string(), v.regex(/^0x(?:[0-9a-f]{2})*$/))
const payout = v.pipe(
  v.object({
    'pox-addr': v.object({ version: bytes, hashbytes: bytes }),
    'max-fee': cUint,
    'min-claim': v.optional(cUint),
  }),
  v.transform((config) => ({
    version: config['pox-addr'].version,
    hash: config['pox-addr'].hashbytes,
    maxFeeSats: config['max-fee'],
    minClaimSats: config['min-claim'] ?? null,
  })),
)

const PAYOUT_BLOCKS = 6

/** Reads how a holder is paid by a manager; null: in sBTC. One request, or none. */
export async function readPayoutSetting(
  reader: PoxReader,
  staker: string,
  { manager, shape }: { manager: string; shape: ManagerShape },
): Promise<Known<PayoutSetting | null>> {
  if (shape.family === 'closed') return unknown('not-offered')
  if (!shape.paysBitcoin) return known(null)
  const name = shape.family === 'max500' ? 'get-payout-config' : 'get-pox-addr'
  return reader.call(name, {
    contract: manager,
    args: [clPrincipal(staker)],
    schema: cOptional(payout),
    blocks: PAYOUT_BLOCKS,
  })
}
