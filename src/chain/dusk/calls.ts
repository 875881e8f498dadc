import { u64Bytes } from '../../protocol/hyperstaking/core/bytes.ts'
import type { Account, ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { hex } from '../../protocol/hyperstaking/host/signature.ts'
import type { Codec } from '../../protocol/hyperstaking/rkyv/codec.ts'
import { type Answer, answered, failed } from '../http/answer.ts'
import type { PoolDeployment } from './deployments.ts'

/**
 * A call of a pool before it is encoded: `arg` is JSON as its data driver takes it; `deposit` in
 * LUX.
 */
export type PoolCall = { contract: ContractId; method: string; arg: unknown; deposit: bigint }

/** What a holder does with a pool; amounts in LUX. */
export type PoolAction =
  | { do: 'deposit'; lux: bigint; referrer: Account | null }
  | { do: 'withdraw'; lux: bigint }
  /** Everything: `shares` as the pool reported them, `lux` their value. */
  | { do: 'withdraw-all'; shares: bigint; lux: bigint }
  | { do: 'claim' | 'recycle' | 'rotate' }
  | { do: 'settle'; account: Account }
  | { do: 'transfer'; to: Account; shares: bigint }

const poolCall = (
  method: string,
  contract: ContractId,
  arg: unknown = null,
  deposit = 0n,
): PoolCall => ({ contract, method, arg, deposit })

const sozuCall = ({ id }: PoolDeployment, action: PoolAction): PoolCall | null => {
  switch (action.do) {
    case 'deposit':
      return poolCall('sozu_stake', id, action.lux.toString(), action.lux)
    case 'withdraw':
    case 'withdraw-all':
      return poolCall('sozu_unstake', id, action.lux.toString())
    case 'recycle':
      return poolCall('recycle', id)
    default:
      return null
  }
}

/** The call for an action, or null when this kind of pool does not have it. */
export const poolCallFor = (pool: PoolDeployment, action: PoolAction): PoolCall | null => {
  const { id, kind } = pool
  if (kind === 'sozu') return sozuCall(pool, action)
  switch (action.do) {
    case 'deposit':
      if (action.referrer === null)
        return poolCall('deposit', id, action.lux.toString(), action.lux)
      return kind === 'referral'
        ? poolCall(
            'deposit_with_referrer',
            id,
            { amount: action.lux.toString(), referrer: action.referrer },
            action.lux,
          )
        : null
    case 'withdraw':
      return poolCall('withdraw', id, action.lux.toString())
    case 'withdraw-all':
      return poolCall('redeem', id, action.shares.toString())
    case 'settle':
      return poolCall('settle', id, action.account)
    case 'transfer':
      return kind === 'service'
        ? null
        : poolCall('transfer', id, { to: action.to, shares: action.shares.toString() })
    default:
      return poolCall(action.do, id)
  }
}

/**
 * A call's argument as bytes in hex, made here: no node decides what is signed. The curve that keys
 * need is loaded only for arguments with keys in them.
 *
 * @example
 *   1000 DUSK → '0010a5d4e8000000'
 */
export const encodeArgument = async ({ method, arg }: PoolCall): Promise<Answer<string>> => {
  if (arg === null) return answered('')
  if (typeof arg === 'string' && /^\d{1,20}$/.test(arg)) return answered(hex(u64Bytes(BigInt(arg))))
  const { encode, parseJson, POOL_TYPES } =
    await import('../../protocol/hyperstaking/rkyv/index.ts')
  const inputs: Readonly<Record<string, Codec<unknown>>> = POOL_TYPES.inputs
  const codec = Object.hasOwn(inputs, method) ? inputs[method] : undefined
  if (!codec) return failed('refused', { text: method })
  const value = parseJson(codec, arg)
  const bytes = value.ok ? encode(codec, value.value) : value
  return bytes.ok
    ? answered(hex(bytes.value as Uint8Array))
    : failed('refused', { text: bytes.code })
}

/**
 * The gas that a pool's call is given: heavy calls use about half of it, and a call that fails
 * costs all of it, 0.05 DUSK [hyperstaking 2, 4.1].
 */
export const POOL_GAS = { limit: 50_000_000n, price: 1n } as const

/**
 * What a Dusk wallet is asked to send [hyperstaking 4.1]: public always, since networks take no
 * shielded transactions any more; amounts as strings of LUX.
 */
export type WalletCall = {
  kind: 'contract_call'
  privacy: 'public'
  contractId: string
  fnName: string
  fnArgs: string
  amount: string
  deposit: string
  gas: { limit: string; price: string }
  display?: Record<string, string>
}

/** Methods whose argument is an amount of LUX. */
const AMOUNTS = ['deposit', 'withdraw', 'sozu_stake', 'sozu_unstake']

/** An amount as a wallet shows it for a call whose bytes it cannot read. */
const displayOf = ({ method, arg }: PoolCall): Record<string, string> | null => {
  if (typeof arg !== 'string' || !AMOUNTS.includes(method)) return null
  const digits = arg.padStart(10, '0')
  const fraction = digits.slice(-9).replace(/0+$/, '')
  return { DUSK: digits.slice(0, -9) + (fraction && `.${fraction}`) }
}

/** The wallet's request for a call. */
export const walletCall = (
  call: PoolCall,
  argument: string,
  gas: { limit: bigint; price: bigint } = POOL_GAS,
): WalletCall => {
  const { contract, method, deposit } = call
  const display = displayOf(call)
  return {
    kind: 'contract_call',
    privacy: 'public',
    contractId: `0x${contract}`,
    fnName: method,
    fnArgs: `0x${argument}`,
    amount: '0',
    deposit: deposit.toString(),
    gas: { limit: gas.limit.toString(), price: gas.price.toString() },
    ...(display && { display }),
  }
}
