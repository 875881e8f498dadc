import type { IContractInterface } from '@stacks/clarinet-sdk-wasm'
import {
  deserializeCV,
  noneCV,
  serializeCVBytes,
  type ClarityAbiType,
  type ClarityValue,
} from '@stacks/transactions'
import { fullContractId } from './contract-id.ts'
import type { GuardedSdk } from './guarded-sdk.ts'
import { isOfType } from './is-of-type.ts'
import { quietly } from './quietly.ts'

/** What the VM's contracts declare and store, after the newest block. */
export const createVmReads = (guarded: GuardedSdk) => {
  let interfaces: Map<string, IContractInterface> | undefined

  const contractInterface = (contract: string): IContractInterface | undefined => {
    interfaces ??= quietly(() => guarded.sdk.getContractsInterfaces())
    return interfaces.get(fullContractId(contract))
  }

  const readValue = (read: () => string): ClarityValue | undefined => {
    const hex = guarded.read(read)
    return hex === undefined ? undefined : deserializeCV(hex)
  }

  return {
    /**
     * A contract's declarations (undefined when there is none); computed once for all contracts,
     * and again after a deployment.
     */
    contractInterface,

    /** Called when a contract is added or the chain starts over. */
    forgetInterfaces: (): void => {
      interfaces = undefined
    },

    /** A data variable, or undefined when contract or variable do not exist. */
    dataVar: (contract: string, name: string): ClarityValue | undefined =>
      readValue(() => guarded.sdk.getDataVar(fullContractId(contract), name)),

    /** A map entry as `(some …)` or `none`, or undefined when contract or map do not exist. */
    mapEntry(contract: string, name: string, key: ClarityValue): ClarityValue | undefined {
      const map = contractInterface(contract)?.maps.find((declared) => declared.name === name)
      if (!map) return undefined
      // The VM does not survive a key of another type.
      if (!isOfType(key, map.key as unknown as ClarityAbiType)) return noneCV()
      const keyBytes = serializeCVBytes(key)
      return (
        readValue(() => guarded.sdk.getMapEntry(fullContractId(contract), name, keyBytes)) ??
        noneCV()
      )
    },

    getSource: (contract: string): string | undefined =>
      guarded.read((sdk) => sdk.getContractSource(fullContractId(contract))),
  }
}
