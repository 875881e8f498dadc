import {
  validateContractCall,
  type ClarityAbi,
  type ClarityAbiType,
  type ClarityValue,
  type ContractCallPayload,
} from '@stacks/transactions'

/** Whether a value fits a declared type. */
export const isOfType = (value: ClarityValue, type: ClarityAbiType): boolean => {
  const declared = {
    functions: [
      { name: 'f', access: 'public', args: [{ name: 'value', type }], outputs: { type: 'none' } },
    ],
  }
  try {
    return validateContractCall(
      { functionName: { content: 'f' }, functionArgs: [value] } as ContractCallPayload,
      declared as unknown as ClarityAbi,
    )
  } catch {
    return false
  }
}
