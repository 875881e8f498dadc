import {
  deserializeCV,
  getAddressFromPrivateKey,
  makeContractCall,
  PostConditionMode,
} from '@stacks/transactions'
import type { NetworkName } from '../../chain/stacks/deployments.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'

/** A signed transaction; id and bytes as hex without 0x. */
export interface SignedCall {
  txid: string
  raw: string
}

/** Signs for one account. The key stays inside: no property of it leads there. */
export interface KeeperSigner {
  readonly address: string
  sign(
    request: StacksCallRequest,
    envelope: { nonce: number; feeMicroStx: bigint },
  ): Promise<SignedCall>
}

const nameOf = (network: NetworkName) => (network === 'mainnet' ? 'mainnet' : 'testnet')

/** A signer of a private key (hex); throws where it is no key of the curve. */
export function createSigner(key: string, network: NetworkName): KeeperSigner {
  const address = getAddressFromPrivateKey(key, nameOf(network))
  return {
    address,
    async sign(request, { nonce, feeMicroStx }) {
      const [contractAddress = '', contractName = ''] = request.contract.split('.')
      const signed = await makeContractCall({
        senderKey: key,
        contractAddress,
        contractName,
        functionName: request.functionName,
        functionArgs: request.args.map((each) => deserializeCV(each)),
        network: nameOf(request.network),
        nonce,
        fee: feeMicroStx,
        postConditionMode:
          request.postConditionMode === 'deny' ? PostConditionMode.Deny : PostConditionMode.Allow,
        postConditions: [...request.postConditions],
      })
      return { txid: signed.txid(), raw: signed.serialize() }
    },
  }
}
