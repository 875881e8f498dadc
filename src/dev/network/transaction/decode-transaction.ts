import {
  AddressHashMode,
  AddressVersion,
  AuthType,
  addressFromVersionHash,
  addressToString,
  deserializeTransaction,
  nextVerification,
  publicKeyToAddress,
  type PostConditionWire,
  type SpendingCondition,
  type StacksTransactionWire,
} from '@stacks/transactions'
import { conditionOf, modeOf, type Condition, type Mode } from './conditions.ts'
import { transactionActionOf, type TransactionAction } from './transaction-action.ts'

/**
 * A signed transaction, read; `raw` and `txid` are hex without 0x, `feeMicroStx` what `payer`
 * offers: its sponsor, where it has one, else its sender.
 */
export type ReceivedTransaction = {
  raw: string
  txid: string
  bytes: number
  version: number
  chainId: number
  sender: string
  nonce: number
  sponsor?: { address: string; nonce: number }
  payer: string
  feeMicroStx: bigint
  /** Absent for kinds that only miners send. */
  action?: TransactionAction
  conditions: Condition[]
  mode: Mode
  /** Throws when a signature does not fit the sender or the sponsor. */
  verify: () => void
}

const multisig = new Set<number>([
  AddressHashMode.P2SH,
  AddressHashMode.P2WSH,
  AddressHashMode.P2SHNonSequential,
  AddressHashMode.P2WSHNonSequential,
])

const addressOf = ({ hashMode, signer }: SpendingCondition): string => {
  const version = multisig.has(hashMode)
    ? AddressVersion.TestnetMultiSig
    : AddressVersion.TestnetSingleSig
  return addressToString(addressFromVersionHash(version, signer))
}

/** Throws when the sender did not sign this, or the sponsor not what the sender has signed. */
const verifySignatures = (wire: StacksTransactionWire, sponsor: string | undefined): void => {
  const signedByOrigin = wire.verifyOrigin()
  const { auth } = wire
  if (auth.authType !== AuthType.Sponsored) return
  const { sponsorSpendingCondition: condition } = auth
  if (!('signature' in condition)) throw new Error('A sponsor signs with one key')
  const { pubKey } = nextVerification(
    signedByOrigin,
    AuthType.Sponsored,
    condition.fee,
    condition.nonce,
    condition.keyEncoding,
    condition.signature.data,
  )
  if (publicKeyToAddress(AddressVersion.TestnetSingleSig, pubKey.data) !== sponsor)
    throw new Error('The sponsor has not signed this')
}

/** Reads a serialized transaction (hex). Throws a sentence when it is not exactly one. */
export const decodeTransaction = (raw: string): ReceivedTransaction => {
  const wire = deserializeTransaction(raw)
  if (wire.serialize() !== raw) throw new Error('Bytes are left over after the transaction')
  const { auth } = wire
  const { spendingCondition } = auth
  const sender = addressOf(spendingCondition)
  const paying =
    auth.authType === AuthType.Sponsored ? auth.sponsorSpendingCondition : spendingCondition
  const payer = addressOf(paying)
  const sponsor =
    auth.authType === AuthType.Sponsored
      ? { address: payer, nonce: Number(paying.nonce) }
      : undefined
  const action = transactionActionOf(wire.payload, sender)
  return {
    raw,
    txid: wire.txid(),
    bytes: raw.length / 2,
    version: wire.transactionVersion,
    chainId: wire.chainId,
    sender,
    nonce: Number(spendingCondition.nonce),
    ...(sponsor && { sponsor }),
    payer,
    feeMicroStx: BigInt(paying.fee),
    ...(action && { action }),
    conditions: (wire.postConditions.values as PostConditionWire[]).map((condition) =>
      conditionOf(condition, sender),
    ),
    mode: modeOf[wire.postConditionMode],
    verify: () => verifySignatures(wire, sponsor?.address),
  }
}
