import { TransactionVersion } from '@stacks/network'
import {
  deserializeCV,
  validateContractCall,
  type ClarityAbi,
  type ContractCallPayload,
} from '@stacks/transactions'
import type { VmHost } from '../host/vm-host.ts'
import type { StacksLedger } from '../ledger/ledger.ts'
import { isStakingCondition } from '../transaction/conditions.ts'
import { decodeTransaction, type ReceivedTransaction } from '../transaction/decode-transaction.ts'
import type { TransactionAction } from '../transaction/transaction-action.ts'
import type { StacksMempool } from './mempool.ts'
import { notEnoughFunds, rejection, type Rejection } from './rejection.ts'

/** The chain id of Stacks test networks. */
export const chainId = 0x80000000

/** How far ahead of the chain an account may send. */
const longestChain = 25

type Surroundings = {
  host: VmHost
  ledger: StacksLedger
  mempool: StacksMempool
  /** Whether the epoch knows Staking and PoX post-conditions: 4.0 and later. */
  hasStakingConditions: boolean
}

const messageOf = (failure: unknown) =>
  failure instanceof Error ? failure.message : String(failure)

const isTestnetAddress = (principal: string) => /^S[TN]/.test(principal)

/** Form, signature, fee and nonce: checks that do not need the chain's state. */
const checkEnvelope = (
  signed: ReceivedTransaction,
  { ledger, mempool }: Surroundings,
): Rejection | undefined => {
  const { txid, sender, nonce, sponsor, feeMicroStx } = signed
  const refuse = (reason: string, data?: Record<string, unknown>) => rejection(txid, reason, data)
  if (signed.version !== TransactionVersion.Testnet) return refuse('BadTransactionVersion')
  if (signed.chainId !== chainId)
    return refuse('SignatureValidation', {
      message: `Invalid chain ID ${signed.chainId} (expected ${chainId})`,
    })
  try {
    signed.verify()
  } catch (failure) {
    return refuse('SignatureValidation', { message: messageOf(failure) })
  }
  const leastFee = BigInt(signed.bytes)
  if (feeMicroStx < leastFee)
    return refuse('FeeTooLow', { expected: Number(leastFee), actual: Number(feeMicroStx) })
  if (sponsor && sponsor.nonce < ledger.nonce(sponsor.address))
    return refuse('BadNonce', {
      actual: sponsor.nonce,
      principal: sponsor.address,
      is_origin: false,
      expected: ledger.nonce(sponsor.address),
    })
  const expected = ledger.nonce(sender)
  const mismatch = { actual: nonce, principal: sender, is_origin: true }
  if (nonce < expected) return refuse('BadNonce', { ...mismatch, expected })
  if (nonce >= expected + longestChain) {
    return refuse('TooMuchChaining', {
      ...mismatch,
      expected: expected + longestChain - 1,
      message: 'Nonce would exceed chaining limit in mempool',
    })
  }
  const rival = mempool.at(sender, nonce)
  if (rival && rival.signed.feeMicroStx >= feeMicroStx) return refuse('ConflictingNonceInMempool')
  return undefined
}

const checkCall = async (
  txid: string,
  action: TransactionAction & { kind: 'call' },
  host: VmHost,
): Promise<Rejection | undefined> => {
  const abi = await host.contractInterface(action.contract)
  if (!abi) return rejection(txid, 'NoSuchContract')
  if (!abi.functions.some(({ name, access }) => name === action.method && access === 'public'))
    return rejection(txid, 'NoSuchPublicFunction')
  try {
    const payload = {
      functionName: { content: action.method },
      functionArgs: action.args.map((arg) => deserializeCV(arg)),
    }
    validateContractCall(payload as ContractCallPayload, abi as unknown as ClarityAbi)
    return undefined
  } catch (failure) {
    return rejection(txid, 'BadFunctionArgument', { message: messageOf(failure) })
  }
}

const checkAction = async (
  signed: ReceivedTransaction,
  host: VmHost,
): Promise<Rejection | undefined> => {
  const { txid, sender, sponsor, payer, feeMicroStx, action } = signed
  if (!action) return rejection(txid, 'NoCoinbaseViaMempool')
  const { unlocked } = await host.account(payer)
  if ((action.kind !== 'transfer' || sponsor) && unlocked < feeMicroStx)
    return notEnoughFunds(txid, feeMicroStx, unlocked)
  if (action.kind === 'call') return checkCall(txid, action, host)
  if (action.kind === 'deploy') {
    const taken = (await host.source(action.contract)) !== undefined
    return taken
      ? rejection(txid, 'ContractAlreadyExists', { contract_identifier: action.contract })
      : undefined
  }
  if (!isTestnetAddress(action.recipient)) return rejection(txid, 'BadAddressVersionByte')
  if (action.recipient === sender)
    return rejection(txid, 'TransferRecipientCannotEqualSender', { recipient: sender })
  if (action.microStx <= 0n) return rejection(txid, 'TransferAmountMustBePositive')
  const needed = action.microStx + (sponsor ? 0n : feeMicroStx)
  const has = sponsor ? (await host.account(sender)).unlocked : unlocked
  return has < needed ? notEnoughFunds(txid, needed, has) : undefined
}

/**
 * Reads and checks a transaction (hex without 0x) as a node does before it lets it wait for a
 * block.
 */
export const admit = async (
  raw: string,
  around: Surroundings,
): Promise<{ ok: true; signed: ReceivedTransaction } | { ok: false; rejection: Rejection }> => {
  let signed: ReceivedTransaction
  try {
    signed = decodeTransaction(raw)
  } catch (failure) {
    return {
      ok: false,
      rejection: rejection(undefined, 'Deserialization', { message: messageOf(failure) }),
    }
  }
  if (!around.hasStakingConditions && signed.conditions.some(isStakingCondition))
    return {
      ok: false,
      rejection: rejection(undefined, 'Deserialization', {
        message: 'Staking and PoX post-conditions are valid from epoch 4.0 only',
      }),
    }
  if (around.mempool.get(signed.txid)) return { ok: true, signed }
  const refused = checkEnvelope(signed, around) ?? (await checkAction(signed, around.host))
  return refused ? { ok: false, rejection: refused } : { ok: true, signed }
}
