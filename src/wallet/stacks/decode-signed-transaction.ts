import {
  addressFromVersionHash,
  AddressHashMode,
  addressHashModeToVersion,
  addressToString,
  deserializeTransaction,
  PayloadType,
  PostConditionMode,
  serializeCV,
  serializePostConditionWire,
  type ContractCallPayload,
  type SmartContractPayloadWire,
  type StacksTransactionWire,
  type VersionedSmartContractPayloadWire,
} from '@stacks/transactions'
import { stripHexPrefix } from '../../chain/hex.ts'
import type { SentCall } from './compare-stacks-call.ts'

/**
 * A transaction as a wallet gave it: what it calls or deploys (null: neither), and whether its
 * signature is its sender's. Fee in microSTX.
 */
export interface DecodedTransaction {
  txid: string
  call: SentCall | null
  signed: boolean
  /** Of an account with several signers: its id changes with each further signature. */
  multisig: boolean
  nonce: number
  feeMicroStx: bigint
}

const multisigModes = new Set<number>([
  AddressHashMode.P2SH,
  AddressHashMode.P2WSH,
  AddressHashMode.P2SHNonSequential,
  AddressHashMode.P2WSHNonSequential,
])

const mainnetVersion = 0
const modes = {
  [PostConditionMode.Allow]: 'allow',
  [PostConditionMode.Deny]: 'deny',
  [PostConditionMode.Originator]: 'originator',
} as const

const senderOf = (transaction: StacksTransactionWire): string => {
  const { hashMode, signer } = transaction.auth.spendingCondition
  const version = addressHashModeToVersion(
    hashMode,
    transaction.transactionVersion === mainnetVersion ? 'mainnet' : 'testnet',
  )
  return addressToString(addressFromVersionHash(version, signer))
}

const isSigned = (transaction: StacksTransactionWire): boolean => {
  try {
    transaction.verifyOrigin()
    return true
  } catch {
    return false
  }
}

type Frame = Omit<SentCall, 'contract' | 'functionName' | 'args' | 'source' | 'clarityVersion'>

const frameOf = (transaction: StacksTransactionWire): Frame => ({
  sender: senderOf(transaction),
  chainId: transaction.chainId,
  version: transaction.transactionVersion === mainnetVersion ? 'mainnet' : 'testnet',
  postConditionMode: modes[transaction.postConditionMode],
  conditionCount: transaction.postConditions.values.length,
  postConditions: transaction.postConditions.values.map((condition) =>
    stripHexPrefix(serializePostConditionWire(condition)),
  ),
})

const callOf = (frame: Frame, payload: ContractCallPayload): SentCall => ({
  ...frame,
  contract: `${addressToString(payload.contractAddress)}.${payload.contractName.content}`,
  functionName: payload.functionName.content,
  args: payload.functionArgs.map((argument) => stripHexPrefix(serializeCV(argument))),
})

const deployOf = (
  frame: Frame,
  payload: SmartContractPayloadWire | VersionedSmartContractPayloadWire,
): SentCall => ({
  ...frame,
  contract: `${frame.sender}.${payload.contractName.content}`,
  functionName: '',
  args: [],
  source: payload.codeBody.content,
  clarityVersion: 'clarityVersion' in payload ? payload.clarityVersion : null,
})

/** What a transaction does, as far as it can be compared with what was asked. */
function sentOf(transaction: StacksTransactionWire): SentCall | null {
  const { payload } = transaction
  switch (payload.payloadType) {
    case PayloadType.ContractCall:
      return callOf(frameOf(transaction), payload)
    case PayloadType.SmartContract:
    case PayloadType.VersionedSmartContract:
      return deployOf(frameOf(transaction), payload)
    default:
      return null
  }
}

/** Decodes a signed transaction from hex; undefined when it cannot be decoded. */
export function decodeSignedTransaction(hex: string): DecodedTransaction | undefined {
  try {
    const transaction = deserializeTransaction(stripHexPrefix(hex))
    const { auth } = transaction
    return {
      txid: `0x${stripHexPrefix(transaction.txid())}`,
      call: sentOf(transaction),
      signed: isSigned(transaction),
      multisig: multisigModes.has(auth.spendingCondition.hashMode),
      nonce: Number(auth.spendingCondition.nonce),
      feeMicroStx: auth.spendingCondition.fee,
    }
  } catch {
    return undefined
  }
}
