import type { Account, ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { rateAnswer, u64Json } from './answers.ts'
import type { DuskClient } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
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

/** Pools whose data driver a node has said that it lacks: they are read in bytes from then on. */
const withoutDriver = new WeakMap<DuskClient, Set<ContractId>>()

/** Whether the node has no data driver for a pool, as far as it has been asked. */
export const lacksDriver = (client: DuskClient, { id, noDriver }: Pool): boolean =>
  noDriver === true || withoutDriver.get(client)?.has(id) === true

type Pool = Pick<PoolDeployment, 'id' | 'noDriver'>

const readEitherWay = async <T>(
  client: DuskClient,
  pool: Pool,
  inJson: () => Promise<DuskRead<T>>,
  inBytes: () => Promise<DuskRead<T>>,
): Promise<DuskRead<T>> => {
  if (lacksDriver(client, pool)) return inBytes()
  const told = await inJson()
  if (told.ok || told.failure.code !== 'no-driver') return told
  withoutDriver.set(client, (withoutDriver.get(client) ?? new Set<ContractId>()).add(pool.id))
  return inBytes()
}

/** LUX that a holder has in Sozu's pool; its holders are named by a bare text. */
export const readSozuBalance = (
  client: DuskClient,
  pool: Pool,
  account: Account,
): Promise<DuskRead<bigint>> =>
  readEitherWay(
    client,
    pool,
    () => client.read(pool.id, 'balance_of', account, u64Json),
    () => readBalance(client, pool.id, account),
  )

/** What all of Sozu's stDUSK are worth, in LUX, and how many there are. */
export const readSozuRate = (client: DuskClient, pool: Pool): Promise<DuskRead<Rate>> =>
  readEitherWay(
    client,
    pool,
    () => client.read(pool.id, 'exchange_rate', null, rateAnswer),
    () => readRate(client, pool.id),
  )
