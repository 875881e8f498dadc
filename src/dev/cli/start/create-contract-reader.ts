import { cvToValue, fetchCallReadOnlyFunction, type ClarityValue } from '@stacks/transactions'

/** Reads from the running contract, straight from the node, to check what a step claims. */
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
    // An optional or a response wraps another value with its type.
    let plain: unknown = cvToValue(value, true)
    while (plain !== null && typeof plain === 'object' && 'value' in plain) plain = plain.value
    return plain
  }
