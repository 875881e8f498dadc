import {
  boolCV,
  broadcastTransaction,
  Cl,
  cvToHex,
  makeContractCall,
  type ClarityValue,
} from '@stacks/transactions'
import type { DevnetAccount } from '../accounts.ts'
import type { Network } from '../index.ts'

/**
 * Signs a call of the Dual Stacking contract as a user, sends it as any wallet would, and mines it.
 */
export async function callAs(
  network: Network,
  { key }: DevnetAccount,
  functionName: string,
  functionArgs: ClarityValue[],
): Promise<void> {
  const [contractAddress = '', contractName = ''] = network.contracts.dualStacking.split('.')
  const client = { baseUrl: network.url }
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName,
    functionArgs,
    senderKey: key,
    network: 'testnet',
    client,
    fee: 3000,
  })
  const sent = await broadcastTransaction({ transaction, network: 'testnet', client })
  if (!('txid' in sent) || 'error' in sent)
    throw new Error(`The network refused ${functionName}: ${JSON.stringify(sent)}`)
  await network.control.mine()
}

/** Whether an address is enrolled from the next cycle on, by the contract itself. */
export async function isEnrolled(network: Network, address: string): Promise<boolean> {
  const { dualStacking } = network.contracts
  const answer = await network.node.host.callRead(
    dualStacking,
    'is-enrolled-in-next-cycle',
    [cvToHex(Cl.principal(address))],
    address,
  )
  return answer.okay && answer.result === cvToHex(boolCV(true))
}
