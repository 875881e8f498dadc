import type { Vm } from '../vm/vm.ts'
import { createExecutor } from './executor.ts'
import type { Operation } from './operation.ts'
import { readStxAccount } from './stx-account.ts'
import { callRead, readEntry, readVariable } from './vm-reads.ts'

/**
 * The VM with its operations and reads: what runs in the worker thread. Everything given and
 * answered can be cloned.
 */
export const createVmHost = (vm: Vm) => {
  const executor = createExecutor(vm)

  /** A read that kills the VM must not be the end of it. */
  const read = async <T>(work: () => T): Promise<T> => {
    const value = work()
    if (vm.crashed) await executor.recover()
    return value
  }

  return {
    apply: (operation: Operation) => executor.apply(operation),
    repeat: (operations: Operation[]) => executor.repeat(operations),
    heights: () => vm.heights(),
    account: (principal: string) => read(() => readStxAccount(vm, principal)),
    callRead: (contract: string, method: string, args: string[], sender: string) =>
      read(() => callRead(vm, { contract, method, args, sender })),
    dataVar: (contract: string, name: string) => read(() => readVariable(vm, contract, name)),
    mapEntry: (contract: string, name: string, key: string) =>
      read(() => readEntry(vm, contract, name, key)),
    /** Several at once, in the order of `names` and `keys`: a cycle's state takes dozens. */
    dataVars: (contract: string, names: string[]) =>
      read(() => names.map((name) => readVariable(vm, contract, name))),
    mapEntries: (contract: string, name: string, keys: string[]) =>
      read(() => keys.map((key) => readEntry(vm, contract, name, key))),
    source: (contract: string) => read(() => vm.getSource(contract)),
    contractInterface: (contract: string) => read(() => vm.contractInterface(contract)),
  }
}

type Local = ReturnType<typeof createVmHost>

/** The host as seen from another thread. */
export type VmHost = {
  [Name in keyof Local]: (
    ...args: Parameters<Local[Name]>
  ) => Promise<Awaited<ReturnType<Local[Name]>>>
}
export type HostMethod = keyof Local
