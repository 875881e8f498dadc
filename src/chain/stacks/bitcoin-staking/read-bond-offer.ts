import * as v from 'valibot'
import type { Known } from '../../known.ts'
import { amount } from '../answers.ts'
import { clPrincipal, clUint, cOptional, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'

/** What one address may put into a bond, and how full the bond is; sats. */
export interface BondOffer {
  bond: bigint
  /** Null: the address is not on the bond's list. */
  allowanceSats: Known<bigint | null>
  /** All allowances together. */
  capacitySats: Known<bigint>
  /** Registered so far, on Bitcoin and as sBTC. */
  registeredSats: Known<bigint>
}

// Neither changes once the bond is set up.
const TERMS_BLOCKS = 4032
const SATS_BLOCKS = 6

const bondAnswer = v.object({ parameters: v.object({ btc_capacity: amount }) })

/**
 * Reads a bond for an address: three requests the first time. The capacity is the API's alone: the
 * contract keeps no sum [bitcoin-staking 8.4].
 */
export async function readBondOffer(
  reader: PoxReader,
  { bond, address }: { bond: bigint; address: string },
): Promise<BondOffer> {
  const path = `/extended/v3/staking/bonds/${bond}`
  const [allowanceSats, capacitySats, registeredSats] = await Promise.all([
    reader.call('get-bond-allowance', {
      args: [clUint(bond), clPrincipal(address)],
      schema: cOptional(cUint),
      blocks: TERMS_BLOCKS,
    }),
    reader.ask((options) => reader.client.askCached(bondAnswer, { path }, options), TERMS_BLOCKS),
    reader.call('get-total-sbtc-staked-for-bond', {
      args: [clUint(bond)],
      schema: cUint,
      blocks: SATS_BLOCKS,
    }),
  ])
  return {
    bond,
    allowanceSats,
    capacitySats: capacitySats.known
      ? { known: true, value: capacitySats.value.parameters.btc_capacity }
      : capacitySats,
    registeredSats,
  }
}
