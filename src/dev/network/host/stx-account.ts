import type { TupleCV, UIntCV } from '@stacks/transactions'
import type { Vm } from '../vm/vm.ts'

/**
 * MicroStx that can be spent, microStx locked by stacking, and the burn height at which those
 * unlock (0: none).
 */
export type StxAccount = { unlocked: bigint; locked: bigint; unlockHeight: number }

/** `principal` must be a valid principal: it becomes part of a Clarity expression. */
export const readStxAccount = (vm: Vm, principal: string): StxAccount => {
  const outcome = vm.evaluate(`(stx-account '${principal})`)
  if (outcome.aborted)
    throw new Error(`The account of ${principal} cannot be read: ${outcome.reason}`)
  const { value } = outcome.value as TupleCV<Record<string, UIntCV>>
  return {
    unlocked: BigInt(value.unlocked!.value),
    locked: BigInt(value.locked!.value),
    unlockHeight: Number(value['unlock-height']!.value),
  }
}
