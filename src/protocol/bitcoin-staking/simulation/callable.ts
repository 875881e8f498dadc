import type { ContractValue } from '../../clarity/contract-value.ts'
import type { ParameterList, ParameterValues } from '../../clarity/parameter-types.ts'

/** What a caller must know of a function of another contract. */
export interface Callable<P extends ParameterList, R extends ContractValue> {
  readonly name: string
  readonly parameters: P
  run?(frame: never, args: ParameterValues<P>): R
}
