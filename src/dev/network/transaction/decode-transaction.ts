import {
  AddressHashMode,
  AddressVersion,
  AuthType,
  addressFromVersionHash,
  addressToString,
  deserializeTransaction,
  type PostConditionWire,
} from '@stacks/transactions'
import { conditionOf, modeOf, type Condition, type Mode } from './conditions.ts'
import { transactionActionOf, type TransactionAction } from './transaction-action.ts'

/**
 * A signed transaction, read; `raw` and `txid` are hex without 0x, `feeMicroStx` what its sender
 * offers.
 */
export type ReceivedTransaction = {
  raw: string
  txid: string
  bytes: number
  version: number
  chainId: number
  sponsored: boolean
  sender: string
  nonce: number
  feeMicroStx: bigint
  /** Absent for kinds that only miners send. */
  action?: TransactionAction
  conditions: Condition[]
  mode: Mode
  /** Throws when the signature does not fit the sender. */
  verify: () => void
}

const multisig = new Set<number>([
  AddressHashMode.P2SH,
  AddressHashMode.P2WSH,
  AddressHashMode.P2SHNonSequential,
  AddressHashMode.P2WSHNonSequential,
])

/** Reads a serialized transaction (hex). Throws a sentence when it is not exactly one. */
export const decodeTransaction = (raw: string): ReceivedTransaction => {
  const wire = deserializeTransaction(raw)
  if (wire.serialize() !== raw) throw new Error('Bytes are left over after the transaction')
  const { spendingCondition } = wire.auth
  const version = multisig.has(spendingCondition.hashMode)
    ? AddressVersion.TestnetMultiSig
    : AddressVersion.TestnetSingleSig
  const sender = addressToString(addressFromVersionHash(version, spendingCondition.signer))
  const action = transactionActionOf(wire.payload, sender)
  return {
    raw,
    txid: wire.txid(),
    bytes: raw.length / 2,
    version: wire.transactionVersion,
    chainId: wire.chainId,
    sponsored: wire.auth.authType === AuthType.Sponsored,
    sender,
    nonce: Number(spendingCondition.nonce),
    feeMicroStx: BigInt(spendingCondition.fee),
    ...(action && { action }),
    conditions: (wire.postConditions.values as PostConditionWire[]).map((condition) =>
      conditionOf(condition, sender),
    ),
    mode: modeOf[wire.postConditionMode],
    verify: () => void wire.verifyOrigin(),
  }
}
