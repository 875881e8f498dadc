import { poxPublicFunctions } from '../../../../protocol/bitcoin-staking/contract/pox-contract.ts'
import { poxReadFunctions } from '../../../../protocol/bitcoin-staking/contract/read-functions.ts'
import { max500Manager } from '../../../../protocol/bitcoin-staking/managers/max500.ts'
import { nativeManager } from '../../../../protocol/bitcoin-staking/managers/native.ts'
import {
  referenceManager,
  xverseManager,
} from '../../../../protocol/bitcoin-staking/managers/reference.ts'
import type { ContractModel } from '../../../../protocol/bitcoin-staking/simulation/contract-model.ts'
import { sbtcTokenContract } from '../../../../protocol/bitcoin-staking/simulation/sbtc-contracts.ts'
import type { ParameterList } from '../../../../protocol/clarity/parameter-types.ts'
import type { ContractKindName, PoxHeader } from './header.ts'
import { nativePool } from './native-pool.ts'
import { plainManager, reenteringManager } from './plain-managers.ts'
import { proxyModel } from './proxy.ts'

/** The code of a principal in a trace. */
export type TracedKind = ContractKindName | 'pox-5' | 'sbtc-token'

type Functions = Pick<ContractModel<unknown>, 'publicFunctions' | 'readFunctions'>

/** The models of the contracts of a trace, by principal. */
export function modelContracts({ contracts }: PoxHeader): Map<string, ContractModel<unknown>> {
  const wrapper = Object.keys(contracts).find((each) => contracts[each] === 'native-pool')
  return new Map(
    Object.entries(contracts).map(([principal, kind]) => [principal, modelOf(kind, wrapper)]),
  )
}

/** The model of a kind; the native manager's wrapper is a contract of the same trace. */
function modelOf(kind: ContractKindName, wrapper = ''): ContractModel<unknown> {
  return kind === 'native' ? nativeManager(wrapper) : models[kind]
}

const models: Readonly<Record<Exclude<ContractKindName, 'native'>, ContractModel<unknown>>> = {
  reference: referenceManager,
  'fastpool-1': referenceManager,
  max500: max500Manager,
  xverse: xverseManager,
  'native-pool': nativePool,
  plain: plainManager,
  reenter: reenteringManager,
  proxy: proxyModel,
}

/** The contract at a principal of a trace; undefined when there is none. */
export function kindOf(header: PoxHeader, contract: string): TracedKind | undefined {
  if (contract === header.pox5) return 'pox-5'
  if (contract === header.sbtc) return 'sbtc-token'
  return header.contracts[contract]
}

/** The parameters of a function; undefined when there is no such function. */
export function parametersOf(
  access: 'public' | 'read',
  kind: TracedKind | undefined,
  fn: string,
): ParameterList | undefined {
  if (kind === undefined) return undefined
  const functions = functionsOf(kind)
  const found = access === 'public' ? functions.publicFunctions : functions.readFunctions
  return found.get(fn)?.parameters
}

function functionsOf(kind: TracedKind): Functions {
  if (kind === 'pox-5')
    return { publicFunctions: poxPublicFunctions, readFunctions: poxReadFunctions }
  return kind === 'sbtc-token' ? sbtcTokenContract : modelOf(kind)
}
