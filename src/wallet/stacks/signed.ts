import {
  addressFromVersionHash, addressHashModeToVersion, addressToString, deserializeTransaction, PayloadType, PostConditionMode, serializeCV, serializePostConditionWire,
} from '@stacks/transactions'
import type { ContractCallPayload, StacksTransactionWire } from '@stacks/transactions'
import type { SentCall } from './compare.ts'

/** A transaction as a wallet gave it: what it calls (null: it is no contract call), and whether its signature is its sender's. Fee in microSTX. */
export interface SignedTransaction {
  txid: string
  call: SentCall | null
  signed: boolean
  nonce: number
  feeMicroStx: bigint
}

const bare = (hex: string): string => hex.replace(/^0x/, '')
const mainnetVersion = 0
const modes = { [PostConditionMode.Allow]: 'allow', [PostConditionMode.Deny]: 'deny', [PostConditionMode.Originator]: 'originator' } as const

const senderOf = (transaction: StacksTransactionWire): string => {
  const { hashMode, signer } = transaction.auth.spendingCondition
  const version = addressHashModeToVersion(hashMode, transaction.transactionVersion === mainnetVersion ? 'mainnet' : 'testnet')
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

const callOf = (transaction: StacksTransactionWire, payload: ContractCallPayload): SentCall => ({
  contract: `${addressToString(payload.contractAddress)}.${payload.contractName.content}`,
  functionName: payload.functionName.content,
  args: payload.functionArgs.map((argument) => bare(serializeCV(argument))),
  sender: senderOf(transaction),
  chainId: transaction.chainId,
  postConditionMode: modes[transaction.postConditionMode],
  conditionCount: transaction.postConditions.values.length,
  postConditions: transaction.postConditions.values.map((condition) => bare(serializePostConditionWire(condition))),
})

/** Reads a signed transaction from hex; undefined when it is none. */
export function readSigned(hex: string): SignedTransaction | undefined {
  try {
    const transaction = deserializeTransaction(bare(hex))
    const { payload, auth } = transaction
    return {
      txid: `0x${bare(transaction.txid())}`,
      call: payload.payloadType === PayloadType.ContractCall ? callOf(transaction, payload) : null,
      signed: isSigned(transaction),
      nonce: Number(auth.spendingCondition.nonce),
      feeMicroStx: auth.spendingCondition.fee,
    }
  } catch {
    return undefined
  }
}
