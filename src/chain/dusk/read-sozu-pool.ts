import type { Account, ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { rateAnswer, u64Json } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { DuskRead } from './failures.ts'

type Rate = { numerator: bigint; denominator: bigint }

const unreadable = { ok: false, failure: { code: 'bad-answer' } } as const

/**
 * Reads in rkyv what a node without the pool's data driver does not tell in JSON. The curve that
 * keys need is loaded only then.
 */
const readRate = async (client: DuskClient, pool: ContractId): Promise<DuskRead<Rate>> => {
  const { decode, SOZU_POOL_TYPES } = await import('../../protocol/hyperstaking/rkyv/index.ts')
  const answer = await client.readBytes(pool, 'exchange_rate', new Uint8Array())
  if (!answer.ok) return answer
  const rate = decode(SOZU_POOL_TYPES.outputs.exchange_rate, answer.value)
  return rate.ok ? rate : unreadable
}

const readBalance = async (
  client: DuskClient,
  pool: ContractId,
  account: Account,
): Promise<DuskRead<bigint>> => {
  const { decode, encode, SOZU_POOL_TYPES } =
    await import('../../protocol/hyperstaking/rkyv/index.ts')
  const holder = encode(SOZU_POOL_TYPES.inputs.balance_of, account)
  if (!holder.ok) return { ok: false, failure: { code: 'refused', text: holder.code } }
  const answer = await client.readBytes(pool, 'balance_of', holder.value)
  if (!answer.ok) return answer
  const balance = decode(SOZU_POOL_TYPES.outputs.balance_of, answer.value)
  return balance.ok ? balance : unreadable
}

const withoutDriver = <T>(read: DuskRead<T>): boolean =>
  !read.ok && read.failure.code === 'no-driver'

/** LUX that a holder has in Sozu's pool; its holders are named by a bare text. */
export const readSozuBalance = async (
  client: DuskClient,
  pool: ContractId,
  account: Account,
): Promise<DuskRead<bigint>> => {
  const told = await client.read(pool, 'balance_of', account, u64Json)
  return withoutDriver(told) ? readBalance(client, pool, account) : told
}

/** What all of Sozu's stDUSK are worth, in LUX, and how many there are. */
export const readSozuRate = async (
  client: DuskClient,
  pool: ContractId,
): Promise<DuskRead<Rate>> => {
  const told = await client.read(pool, 'exchange_rate', null, rateAnswer)
  return withoutDriver(told) ? readRate(client, pool) : told
}
