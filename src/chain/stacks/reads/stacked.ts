import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { cBool, clPrincipal, cOk, cUint } from '../clarity.ts'
import type { Deployment } from '../deployments.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { Reader } from '../source.ts'

const SLOW_BLOCKS = 6
const RARE_BLOCKS = 36

/** V3's balances contract: all STX stacked, and sBTC in DeFi protocols [dual-stacking 9.6]. */
const userBalances = v.pipe(
  v.object({ 'stx-stacked': cUint, 'total-defi': cUint }),
  v.transform((value) => ({ stacked: value['stx-stacked'], defi: value['total-defi'] })),
)

const readUserBalances = (reader: Reader, deployment: Deployment, address: string) =>
  readFirstAvailable(reader, [
    {
      contract: deployment.balancesContract!,
      read: 'get-user-balances',
      args: [clPrincipal(address)],
      blocks: SLOW_BLOCKS,
      schema: v.union([userBalances, cOk(userBalances)]),
    },
  ])

/** Reads the sBTC that the contract counts in DeFi protocols, sats; v1 counts none. */
export const readDefiSats = async (
  reader: Reader,
  deployment: Deployment,
  address: string,
): Promise<Known<bigint>> => {
  if (reader.capabilities.family === 'v1') return known(0n)
  if (deployment.balancesContract) {
    const balances = await readUserBalances(reader, deployment, address)
    return balances.known ? known(balances.value.defi) : balances
  }
  const total = v.pipe(
    v.object({ total: cUint }),
    v.transform((value) => value.total),
  )
  return readFirstAvailable(reader, [
    {
      read: 'get-defi-sbtc-balance-now',
      args: [clPrincipal(address)],
      schema: total,
      blocks: SLOW_BLOCKS,
    },
  ])
}

/**
 * Reads the liquid stacked microSTX that the contract counts: 0 when it has liquid stacking
 * switched off. `locked`: the natively stacked amount.
 */
export const readLiquidMicroStx = async (
  reader: Reader,
  deployment: Deployment,
  address: string,
  locked: Known<bigint>,
): Promise<Known<bigint>> => {
  const args = [clPrincipal(address)]
  const beyondNative = (stacked: Known<bigint>): Known<bigint> => {
    if (!stacked.known) return stacked
    if (!locked.known) return locked
    return stacked.value < locked.value
      ? unknown('bad-answer')
      : known(stacked.value - locked.value)
  }
  if (deployment.balancesContract) {
    const balances = await readUserBalances(reader, deployment, address)
    return beyondNative(balances.known ? known(balances.value.stacked) : balances)
  }
  const enabled = await readFirstAvailable(reader, [
    { variable: 'is-liquid-stacking-enabled', schema: cBool, blocks: RARE_BLOCKS },
  ])
  if (enabled.known && !enabled.value) return known(0n)
  if (deployment.liquidContract) {
    const liquid = await readFirstAvailable(reader, [
      {
        contract: deployment.liquidContract,
        read: 'get-user-liquid-stx-stacked',
        args,
        schema: cUint,
        blocks: SLOW_BLOCKS,
      },
    ])
    if (liquid.known || (liquid.reason !== 'not-offered' && liquid.reason !== 'bad-answer'))
      return liquid
  }
  return beyondNative(
    await readFirstAvailable(reader, [
      { read: 'get-amount-stacked-now', args, schema: cUint, usesAtBlock: true },
    ]),
  )
}
