import { cvToHex, deserializeCV, validateStacksAddress } from '@stacks/transactions'
import type { VmCosts } from '../vm/outcome.ts'
import type { Vm } from '../vm/vm.ts'

/**
 * A read-only call's result, or the node's own words for what went wrong; `runtime`: what it took,
 * where costs are counted.
 */
export type VmReadAnswer = ({ okay: true; result: string } | { okay: false; cause: string }) & {
  runtime?: number
}

const causeOf = (reason: string, contract: string, method: string) => {
  if (reason.includes('is not a read-only function')) return 'NotReadOnly'
  if (reason.includes(`Method '${method}' does not exist`))
    return `Unchecked(UndefinedFunction("${method}"))`
  if (reason.includes('does not exist')) return `Unchecked(NoSuchContract("${contract}"))`
  return reason.replace(/^.*Runtime error while interpreting [^:]+: /s, '')
}

/** What nodes let a read-only call cost unless their operator says otherwise. */
const readLimit = { readCount: 100, readLength: 200_000, runtime: 1_000_000_000 }

const isTooDear = ({ readCount, readLength, runtime }: VmCosts): boolean =>
  readCount > readLimit.readCount ||
  readLength > readLimit.readLength ||
  runtime > readLimit.runtime

const readingsOf = ({ readCount, readLength, runtime }: VmCosts): string =>
  `ExecutionCost { read_length: ${readLength}, read_count: ${readCount}, runtime: ${runtime} }`

/** Calls a read-only function; the VM takes only standard principals as sender. */
export const callRead = (
  vm: Vm,
  {
    contract,
    method,
    args,
    sender,
  }: { contract: string; method: string; args: string[]; sender: string },
): VmReadAnswer => {
  if (!validateStacksAddress(sender))
    return { okay: false, cause: 'This network reads only with a standard principal as sender' }
  const outcome = vm.callReadOnly(
    contract,
    method,
    args.map((arg) => deserializeCV(arg)),
    sender,
  )
  if (outcome.aborted) return { okay: false, cause: causeOf(outcome.reason, contract, method) }
  const { costs, hex: result } = outcome
  if (!costs) return { okay: true, result }
  const { runtime } = costs
  return isTooDear(costs)
    ? { okay: false, cause: `Unchecked(CostBalanceExceeded(${readingsOf(costs)}))`, runtime }
    : { okay: true, result, runtime }
}

/** A data variable in hex, or undefined. */
export const readVariable = (vm: Vm, contract: string, name: string): string | undefined => {
  const value = vm.dataVar(contract, name)
  return value && cvToHex(value)
}

/** A map entry in hex (`0x09` is none), or undefined when there is no such map. */
export const readEntry = (
  vm: Vm,
  contract: string,
  name: string,
  key: string,
): string | undefined => {
  const value = vm.mapEntry(contract, name, deserializeCV(key))
  return value && cvToHex(value)
}
