import {
  broadcastTransaction,
  Cl,
  makeContractCall,
  makeContractDeploy,
  PostConditionMode,
} from '@stacks/transactions'
import type * as v from 'valibot'
import type { callParams, deployParams } from './protocol.ts'
import { readNextNonce } from './read-next-nonce.ts'
import type { WalletSettings } from './settings.ts'

type Call = v.InferOutput<typeof callParams>
/**
 * Nodes want 1 microSTX for each byte; the rest is more than any call has besides its arguments.
 */
const FEE = 3000
/** More than any call is worth: 5 STX. */
const COSTLY_FEE = 5_000_000
const bytesOf = (hex: readonly string[]): number =>
  hex.reduce((sum, each) => sum + each.length / 2, 0)

/**
 * Signs a contract call, sends it to the network, and answers as the shape's wallet does.
 * Misbehaves as the settings say.
 */
export async function callContract(
  call: Call,
  senderKey: string,
  shape: 'leather' | 'xverse',
  { behaviour, bareId, network, api }: WalletSettings,
): Promise<object> {
  const asked = { ...call, args: (shape === 'xverse' ? call.arguments : call.functionArgs) ?? [] }
  const changed = misread(asked, behaviour)
  const [contractAddress = '', contractName = ''] = changed.contract.split('.')
  const signedFor = behaviour === 'other-network' ? 'mainnet' : network
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: changed.functionName,
    functionArgs: changed.args.map((argument) => Cl.deserialize(argument)),
    senderKey,
    nonce: await readNextNonce(senderKey, signedFor, api),
    network: signedFor,
    client: { baseUrl: api },
    postConditionMode:
      call.postConditionMode === 'allow' ? PostConditionMode.Allow : PostConditionMode.Deny,
    postConditions: call.postConditions ?? [],
    fee: behaviour === 'costly' ? COSTLY_FEE : FEE + bytesOf(changed.args),
  })
  const [txid, hex] = [transaction.txid(), transaction.serialize()]
  if (behaviour === 'unsent') return { txid, transaction: hex }
  const sent = await broadcastTransaction({ transaction, network, client: { baseUrl: api } })
  // What a network refuses for being of another one is still a signed answer of such a wallet.
  if ('error' in sent && behaviour !== 'other-network')
    throw new Error(`The network refused it: ${JSON.stringify(sent)}`)
  if (bareId) return { txid }
  switch (behaviour) {
    case 'txid-only':
      return { txid }
    case 'transaction-only':
      return { transaction: hex }
    case 'wrong-txid':
      return { txid: 'f'.repeat(64), transaction: hex }
    case 'nonsense':
      return { txid: 12, transaction: null }
    default:
      return { txid, transaction: hex }
  }
}

/** Signs a contract and sends it. */
export async function deployContract(
  { name, clarityCode, clarityVersion, postConditionMode }: v.InferOutput<typeof deployParams>,
  senderKey: string,
  { network, api }: WalletSettings,
): Promise<object> {
  const transaction = await makeContractDeploy({
    contractName: name,
    codeBody: clarityCode,
    ...(clarityVersion !== undefined && { clarityVersion }),
    senderKey,
    nonce: await readNextNonce(senderKey, network, api),
    network,
    client: { baseUrl: api },
    postConditionMode:
      postConditionMode === 'allow' ? PostConditionMode.Allow : PostConditionMode.Deny,
    fee: FEE + clarityCode.length,
  })
  const sent = await broadcastTransaction({ transaction, network, client: { baseUrl: api } })
  if ('error' in sent) throw new Error(`The network refused it: ${JSON.stringify(sent)}`)
  return { txid: transaction.txid(), transaction: transaction.serialize() }
}

function misread<C extends { contract: string; functionName: string; args: string[] }>(
  call: C,
  behaviour: WalletSettings['behaviour'],
): C {
  const [address = '', name = ''] = call.contract.split('.')
  switch (behaviour) {
    case 'other-function':
      return {
        ...call,
        functionName: call.functionName === 'opt-out' ? 'enroll' : 'opt-out',
        args: call.functionName === 'opt-out' ? [Cl.serialize(Cl.none())] : [],
      }
    case 'other-argument':
      return {
        ...call,
        args: call.args.map(() =>
          Cl.serialize(
            call.functionName === 'enroll'
              ? Cl.some(Cl.address(call.contract))
              : Cl.address(call.contract),
          ),
        ),
      }
    // One that exists and has the function: the contract of another family.
    case 'other-contract':
      return {
        ...call,
        contract: `${address}.${name === 'dual-stacking-v2' ? 'dual-stacking-v3' : 'dual-stacking-v2'}`,
      }
    default:
      return call
  }
}
