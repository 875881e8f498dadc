import { hexBytes } from '../../protocol/hyperstaking/core/bytes.ts'
import type { Account, ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import type { Codec } from '../../protocol/hyperstaking/rkyv/codec.ts'
import type { PoolCall, WalletCall } from './calls.ts'

/**
 * What the bytes of a wallet's call say; null: nothing of it. `deposit` and `lux` in LUX,
 * `account`: the referrer, or who is settled or paid.
 */
export type DecodedPoolCall = {
  contract: ContractId
  method: string
  deposit: bigint
  lux: bigint | null
  shares: bigint | null
  account: Account | null
}

type Argument = Pick<DecodedPoolCall, 'lux' | 'shares' | 'account'>

const NOTHING: Argument = { lux: null, shares: null, account: null }
const BY_LUX = ['deposit', 'withdraw', 'sozu_stake', 'sozu_unstake']
const BARE = ['claim', 'recycle', 'rotate']

const u64At = (bytes: Uint8Array): bigint =>
  new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)

/** Arguments with keys in them; the curve that these need is loaded only then. */
const decodeWithKeys = async (method: string, bytes: Uint8Array): Promise<Argument | null> => {
  const { decode, POOL_TYPES } = await import('../../protocol/hyperstaking/rkyv/index.ts')
  const read = <T>(codec: Codec<T>, of: (value: T) => Partial<Argument>): Argument | null => {
    const value = decode(codec, bytes)
    return value.ok ? { ...NOTHING, ...of(value.value) } : null
  }
  const { deposit_with_referrer: referred, settle, transfer } = POOL_TYPES.inputs
  switch (method) {
    case 'deposit_with_referrer':
      return read(referred, ({ amount, referrer }) => ({ lux: amount, account: referrer }))
    case 'transfer':
      return read(transfer, ({ to, shares }) => ({ shares, account: to }))
    case 'settle':
      return read(settle, (account) => ({ account }))
    default:
      return null
  }
}

const decodeArgument = async (method: string, bytes: Uint8Array): Promise<Argument | null> => {
  if (BARE.includes(method)) return bytes.length === 0 ? NOTHING : null
  const byLux = BY_LUX.includes(method)
  if (!byLux && method !== 'redeem') return decodeWithKeys(method, bytes)
  if (bytes.length !== 8) return null
  return { ...NOTHING, [byLux ? 'lux' : 'shares']: u64At(bytes) }
}

/**
 * Reads a pool's call from what a wallet is going to be given; null for bytes that are none of a
 * pool's methods.
 */
export const decodeWalletCall = async (call: WalletCall): Promise<DecodedPoolCall | null> => {
  const { contractId, fnName: method, fnArgs, deposit } = call
  const argument = await decodeArgument(method, hexBytes(fnArgs.slice(2)))
  return (
    argument && { contract: contractId.slice(2), method, deposit: BigInt(deposit), ...argument }
  )
}

const argumentParts = (arg: unknown): unknown[] => {
  if (arg === null) return []
  return typeof arg === 'object' ? Object.values(arg) : [arg]
}

/** Whether what was read from the bytes is the call that was planned. */
export const isSamePoolCall = (
  { contract, method, arg, deposit }: PoolCall,
  decoded: DecodedPoolCall,
): boolean => {
  const said = [decoded.lux, decoded.shares, decoded.account].filter((each) => each !== null)
  const planned = argumentParts(arg).map(String)
  return (
    decoded.contract === contract &&
    decoded.method === method &&
    decoded.deposit === deposit &&
    said.map(String).toSorted().join() === planned.toSorted().join()
  )
}
