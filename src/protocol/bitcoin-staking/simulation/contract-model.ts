import type { ContractValue } from '../../clarity/contract-value.ts'
import type { ParameterList, ParameterValues } from '../../clarity/parameter-types.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import type { ContractFrame } from './contract-frame.ts'

/** A function of a modelled contract with state `S`: what it takes and what it does. */
export interface ContractFunction<
  S,
  P extends ParameterList = ParameterList,
  R extends ContractValue = ContractValue,
> {
  readonly name: string
  readonly parameters: P
  /** Answers the ok value; throws a `ContractRefusal` for an error and an `Abort` for an abort. */
  run(frame: ContractFrame<S>, args: ParameterValues<P>): R
}

/** The code of a modelled contract, by names of functions. */
export interface ContractModel<S> {
  readonly publicFunctions: ReadonlyMap<string, ContractFunction<S>>
  readonly readFunctions: ReadonlyMap<string, ContractFunction<S>>
  /** The state at deployment; its writes are recorded in the journal. */
  createState(journal: UndoLog, self: Principal): S
}

/** Defines a function of a contract. */
export const contractFunction = <S, const P extends ParameterList, R extends ContractValue>(
  name: string,
  parameters: P,
  run: (frame: ContractFrame<S>, args: ParameterValues<P>) => R,
): ContractFunction<S, P, R> => ({ name, parameters, run })

/** Functions by their names. */
export const byName = <S>(
  functions: ReadonlyArray<ContractFunction<S>>,
): ReadonlyMap<string, ContractFunction<S>> => new Map(functions.map((each) => [each.name, each]))
