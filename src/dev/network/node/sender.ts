import {
  PostConditionMode,
  makeContractCall,
  makeContractDeploy,
  makeSTXTokenTransfer,
  type ClarityValue,
} from '@stacks/transactions'
import type { DevnetAccount } from '../accounts.ts'
import type { ChainTransaction } from '../ledger/chain-transaction.ts'
import type { Node } from './node.ts'

/** What to send; `deploy` names a contract of the sender. */
export type StacksSending =
  | { kind: 'call'; contract: string; method: string; args: ClarityValue[] }
  | { kind: 'transfer'; recipient: string; microStx: bigint }
  | { kind: 'deploy'; name: string; source: string; clarity: number }

/** The result: the transaction in its block, or why there is none. */
export type SendingResult =
  | { ok: true; transaction: ChainTransaction }
  | { ok: false; reason: string }

const feeMicroStx = 5_000n
const deployFeeMicroStx = 200_000n

const sign = async (
  account: DevnetAccount,
  nonce: number,
  sending: StacksSending,
): Promise<string> => {
  const common = {
    senderKey: account.key,
    nonce,
    fee: feeMicroStx,
    network: 'testnet' as const,
    postConditionMode: PostConditionMode.Allow,
  }
  const makeTransaction = () => {
    if (sending.kind === 'call') {
      const [contractAddress = '', contractName = ''] = sending.contract.split('.')
      return makeContractCall({
        ...common,
        contractAddress,
        contractName,
        functionName: sending.method,
        functionArgs: sending.args,
      })
    }
    if (sending.kind === 'transfer')
      return makeSTXTokenTransfer({
        ...common,
        recipient: sending.recipient,
        amount: sending.microStx,
      })
    return makeContractDeploy({
      ...common,
      fee: deployFeeMicroStx,
      contractName: sending.name,
      codeBody: sending.source,
      clarityVersion: sending.clarity,
    })
  }
  return (await makeTransaction()).serialize()
}

/**
 * Signs and mines the network's own transactions at once, past the mempool: real transactions that
 * pay their fee and count nonces, so that the network's own actions look like any user's.
 */
export const createStacksSender = (node: Node) => {
  let queue: Promise<unknown> = Promise.resolve()

  const sendNow = async (
    account: DevnetAccount,
    sending: StacksSending,
  ): Promise<SendingResult> => {
    const raw = await sign(account, node.ledger.nonce(account.address), sending)
    const performed = await node.perform({ kind: 'transaction', raw })
    if (!performed.ok) return performed
    const [transaction] = performed.transactions
    return transaction ? { ok: true, transaction } : { ok: false, reason: 'Nothing was mined' }
  }

  /** One after the other, so that nonces follow each other. */
  return (account: DevnetAccount, sending: StacksSending): Promise<SendingResult> => {
    const sent = queue.then(() => sendNow(account, sending))
    queue = sent.catch(() => undefined)
    return sent
  }
}
export type StacksSender = ReturnType<typeof createStacksSender>
