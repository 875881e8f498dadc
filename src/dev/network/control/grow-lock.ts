import type { Operation } from '../host/operation.ts'
import type { StxAccount } from '../host/stx-account.ts'
import type { Node } from '../node/node.ts'

export type Locked =
  | { ok: true; microStx: bigint; unlockHeight: number }
  | { ok: false; reason: string }

/** `microStx` is what is locked in total afterwards; `pox` names the contract in sentences. */
interface Wanted {
  address: string
  microStx: bigint
  pox: string
}

/**
 * Locks more STX of an address by the calls that `plan` gives for what it has and what is to be
 * added (microSTX). A lock can only grow; gives a sentence where it cannot, or the chain refuses.
 */
export const growLock = async (
  node: Node,
  { address, microStx, pox }: Wanted,
  plan: (before: StxAccount, added: bigint) => Operation[] | Promise<Operation[]>,
): Promise<Locked> => {
  const before = await node.host.account(address)
  const added = microStx - before.locked
  if (added <= 0n)
    return {
      ok: false,
      reason: `${before.locked} microSTX are locked already; a lock can only grow`,
    }
  if (added > before.unlocked)
    return {
      ok: false,
      reason:
        `${address} has only ${before.unlocked} microSTX that are not locked; ` +
        'ask the faucet first',
    }
  for (const performed of await node.performAll(await plan(before, added))) {
    if (!performed.ok) return performed
    const [transaction] = performed.transactions
    if (transaction?.status !== 'success')
      return { ok: false, reason: `${pox} refused: ${transaction?.reason ?? transaction?.result}` }
  }
  const { locked, unlockHeight } = await node.host.account(address)
  return { ok: true, microStx: locked, unlockHeight }
}
