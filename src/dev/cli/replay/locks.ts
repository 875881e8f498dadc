import { Cl, type ClarityValue } from '@stacks/transactions'
import type { Vm } from '../../network/vm/vm.ts'

/** The contract of native locks on a local network. */
export const pox4Contract = 'ST000000000000000000002AMW42H.pox-4'
const rewardAddress = Cl.tuple({
  version: Cl.bufferFromHex('00'),
  hashbytes: Cl.bufferFromHex('00'.repeat(20)),
})
const rewardCycle = 1050
const longestLock = 12
/** Largest amount of a single mint in the VM. */
const largestMint = 2n ** 63n

/**
 * Real native locks: each address, a contract through its proxy, delegates to one operator, who
 * locks for it.
 */
export function poxLocks(
  vm: Vm,
  operator: string,
): (who: string, microStx: bigint, unlockBurn: number) => void {
  const delegated = new Set<string>()
  const locked = new Map<string, { microStx: bigint; unlockBurn: number }>()

  const call = (
    method: string,
    args: ClarityValue[],
    sender = operator,
    contract = pox4Contract,
  ) => ({
    call: { contract, method, args, sender },
  })
  const delegate = (who: string) => {
    const [amount, to] = [Cl.uint(2n ** 128n - 1n), Cl.principal(operator)]
    return who.includes('.')
      ? call('self-delegate-stx', [amount, to], operator, who)
      : call('delegate-stx', [amount, to, Cl.none(), Cl.none()], who)
  }

  /** Locks, in one Stacks block, so that `microStx` in total are locked until `unlockBurn`. */
  return (who: string, microStx: bigint, unlockBurn: number): void => {
    const { burn } = vm.heights()
    const old = locked.get(who)
    const standing = old !== undefined && old.unlockBurn > burn ? old : undefined
    const added = microStx - (standing?.microStx ?? 0n)
    if (added <= 0n)
      throw new Error(`a lock only grows: ${standing!.microStx} uSTX are locked already`)
    if (standing !== undefined && standing.unlockBurn !== unlockBurn)
      throw new Error(`an increase keeps the unlock height ${standing.unlockBurn}`)
    const cycles = unlockBurn / rewardCycle - Math.floor(burn / rewardCycle) - 1
    if (
      standing === undefined &&
      (!Number.isInteger(cycles) || cycles < 1 || cycles > longestLock)
    ) {
      throw new Error(`PoX cannot lock at burn height ${burn} until ${unlockBurn}`)
    }
    // The VM mints to standard principals only: the operator pays a contract in the same block.
    const viaOperator = who.includes('.')
    for (let left = added; left > 0n; left -= largestMint)
      vm.mintStx(viaOperator ? operator : who, left < largestMint ? left : largestMint)
    const transactions = [
      ...(viaOperator ? [{ transfer: { microStx: added, recipient: who, sender: operator } }] : []),
      ...(delegated.has(who) ? [] : [delegate(who)]),
      standing === undefined
        ? call('delegate-stack-stx', [
            Cl.principal(who),
            Cl.uint(microStx),
            rewardAddress,
            Cl.uint(burn),
            Cl.uint(cycles),
          ])
        : call('delegate-stack-increase', [Cl.principal(who), rewardAddress, Cl.uint(added)]),
    ]
    for (const outcome of vm.mineBlock(transactions)) {
      if (outcome.aborted) throw new Error(`the lock aborts: ${outcome.reason}`)
      if (outcome.value.type !== 'ok')
        throw new Error(`PoX refuses the lock with ${Cl.prettyPrint(outcome.value)}`)
    }
    delegated.add(who)
    locked.set(who, { microStx, unlockBurn })
  }
}
