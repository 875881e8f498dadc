import * as v from 'valibot'
import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../known.ts'
import { accountSchema } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
import { knownFrom } from './known-from.ts'
import { poolPosition } from './pool-state.ts'

const list = v.pipe(v.array(accountSchema), v.maxLength(10_000))

/** Positions that are read one by one; with more of them their sum stays unknown. */
const MOST = 40

/** Whom an account has referred to a pool, and what those have in it now, in LUX. */
export const readReferred = async (
  client: DuskClient,
  { id }: PoolDeployment,
  account: Account,
): Promise<Known<{ accounts: number; deposits: bigint }>> => {
  const referred = knownFrom(await client.read(id, 'referrals', account, list))
  if (!referred.known) return referred
  if (referred.value.length > MOST) return unknown('not-offered')
  const positions = await Promise.all(
    referred.value.map((each) => client.read(id, 'position', each, poolPosition)),
  )
  let deposits = 0n
  for (const position of positions) {
    if (!position.ok) return knownFrom(position) as { known: false; reason: 'offline' }
    deposits += position.value.value
  }
  return known({ accounts: referred.value.length, deposits })
}
