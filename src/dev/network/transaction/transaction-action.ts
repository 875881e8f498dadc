import {
  PayloadType,
  addressFromVersionHash,
  addressToString,
  cvToHex,
  type AddressWire,
  type PayloadWire,
} from '@stacks/transactions'

/** What a transaction does. Arguments are serialized Clarity values in hex, amounts microStx. */
export type TransactionAction =
  | { kind: 'transfer'; recipient: string; microStx: bigint; memo: string }
  | { kind: 'call'; contract: string; method: string; args: string[] }
  | { kind: 'deploy'; contract: string; source: string; clarity?: number }

export const principalOf = (address: AddressWire, contract?: { content: string }) => {
  const text = addressToString(addressFromVersionHash(address.version, address.hash160))
  return contract ? `${text}.${contract.content}` : text
}

/** The action of a payload, or undefined for kinds that only miners send. */
export const transactionActionOf = (
  payload: PayloadWire,
  sender: string,
): TransactionAction | undefined => {
  switch (payload.payloadType) {
    case PayloadType.TokenTransfer:
      return {
        kind: 'transfer',
        recipient: payload.recipient.value,
        microStx: payload.amount,
        memo: memoHex(payload.memo.content),
      }
    case PayloadType.ContractCall:
      return {
        kind: 'call',
        contract: principalOf(payload.contractAddress, payload.contractName),
        method: payload.functionName.content,
        args: payload.functionArgs.map(cvToHex),
      }
    case PayloadType.SmartContract:
      return {
        kind: 'deploy',
        contract: `${sender}.${payload.contractName.content}`,
        source: payload.codeBody.content,
      }
    case PayloadType.VersionedSmartContract:
      return {
        kind: 'deploy',
        contract: `${sender}.${payload.contractName.content}`,
        source: payload.codeBody.content,
        clarity: payload.clarityVersion,
      }
    default:
      return undefined
  }
}

const memoHex = (memo: string) =>
  Buffer.from(memo, 'utf8').toString('hex').padEnd(68, '0').slice(0, 68)
