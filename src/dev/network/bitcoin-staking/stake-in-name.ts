import { Cl, type ClarityValue } from '@stacks/transactions'
import type { Locked } from '../control/lock-stx.ts'
import type { Operation } from '../host/operation.ts'
import type { Node } from '../node/node.ts'
import { pox5Contract } from './pox-5-contract.ts'
import { demoStakeCycles, stakingManagers } from './staking-setting.ts'

const asHolder = (sender: string, method: string, args: ClarityValue[]): Operation => ({
  kind: 'call',
  sender,
  contract: pox5Contract,
  method,
  args: args.map((arg) => `0x${Cl.serialize(arg)}`),
})

/**
 * Locks STX of an address through pox-5, in its name, with the reference manager: `microStx` is
 * what is locked in total afterwards; a stake can only grow, and an increase keeps its end.
 */
export const stakeInName = async (
  node: Node,
  address: string,
  microStx: bigint,
  cycles = demoStakeCycles,
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
  const manager = Cl.principal(stakingManagers.reference)
  const height = Cl.uint(node.ledger.blocks.tip().burn)
  const operation =
    before.locked > 0n
      ? asHolder(address, 'stake-update', [manager, manager, Cl.uint(0), Cl.uint(added), Cl.none()])
      : asHolder(address, 'stake', [manager, Cl.uint(microStx), Cl.uint(cycles), height, Cl.none()])
  const performed = await node.perform(operation)
  if (!performed.ok) return performed
  const [transaction] = performed.transactions
  if (transaction?.status !== 'success')
    return { ok: false, reason: `pox-5 refused: ${transaction?.reason ?? transaction?.result}` }
  const { locked, unlockHeight } = await node.host.account(address)
  return { ok: true, microStx: locked, unlockHeight }
}
