import { cvToValue, fetchCallReadOnlyFunction, type ClarityValue } from '@stacks/transactions'

/**
 * Reads of the running contract, straight from the node: what a step claims is compared with this.
 */
export const createContractReader =
  (url: string, contract: string) =>
  async (functionName: string, functionArgs: ClarityValue[]): Promise<unknown> => {
    const [contractAddress, contractName] = contract.split('.') as [string, string]
    const value = await fetchCallReadOnlyFunction({
      contractAddress,
      contractName,
      functionName,
      functionArgs,
      senderAddress: contractAddress,
      network: 'testnet',
      client: { baseUrl: url },
    })
    // An optional or a response holds another value with its type.
    let plain: unknown = cvToValue(value, true)
    while (plain !== null && typeof plain === 'object' && 'value' in plain) plain = plain.value
    return plain
  }
