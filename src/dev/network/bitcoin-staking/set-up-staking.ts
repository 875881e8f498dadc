import { Cl, type ClarityValue } from '@stacks/transactions'
import { halfStart } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { faucetAccount } from '../accounts.ts'
import type { Node } from '../node/node.ts'
import type { StacksSender } from '../node/sender.ts'
import { pox5Contract } from './pox-5-contract.ts'
import { registerDemoManagers, setUpBond } from './staking-admin.ts'
import { createStakingCalls, type StakingCalls } from './staking-calls.ts'
import { createStakingKeeper } from './staking-keeper.ts'
import { demoStakers, type DemoStaker } from './staking-people.ts'
import {
  demoStakeCycles,
  nativePoolContract,
  stakingClock,
  stakingManagers,
} from './staking-setting.ts'

/** Halves that are over and calculated when the demo begins. */
const pastHalves = 3n

/** Registers the signer managers, so that STX can be staked with them. */
export const setUpManagers = (node: Node, send: StacksSender): Promise<void> =>
  registerDemoManagers(createStakingCalls(node, send, faucetAccount))

/**
 * Makes the programme run as mainnet's does: two bonds, positions with each manager, and a cycle of
 * the past with its income, calculations and claims of managers. Throws when the contract refuses.
 */
export async function setUpStaking(node: Node, send: StacksSender): Promise<void> {
  const calls = createStakingCalls(node, send, faucetAccount)
  await setUpBond(calls, 0n)
  for (const each of demoStakers()) await enter(node, calls, each)
  const keeper = createStakingKeeper(node, calls)
  const first =
    (stakingClock.firstCycle * stakingClock.cycleBlocks) / (stakingClock.cycleBlocks / 2n)
  for (let half = first; half <= first + pastHalves; half++) {
    await mineTo(node, halfStart(stakingClock, half) + 1n)
    await keeper.work()
    if (half === first + pastHalves) break
    await mineTo(node, halfStart(stakingClock, half) + 60n)
    await keeper.work()
  }
}

async function mineTo(node: Node, height: bigint): Promise<void> {
  const count = Number(height) - node.ledger.blocks.tip().burn
  if (count > 0) await node.perform({ kind: 'burn', count })
}

async function enter(node: Node, calls: StakingCalls, who: DemoStaker): Promise<void> {
  const { account, manager: kind, stx, sats } = who
  const microStx = stx * 1_000_000n
  const manager = Cl.principal(stakingManagers[kind])
  await node.perform({
    kind: 'mint',
    recipient: account.address,
    microStx: String(microStx + 1_000_000_000n),
  })
  const call = (contract: string, method: string, args: ClarityValue[]) =>
    calls.call(account, contract, method, args)
  if (sats > 0n) {
    await calls.mintSats(account.address, sats)
    const lockup = Cl.error(Cl.uint(sats))
    const args = [Cl.uint(0), manager, Cl.uint(microStx), lockup, Cl.none()]
    await call(pox5Contract, 'register-for-bond', args)
  } else if (kind === 'native')
    await call(nativePoolContract, 'delegate', [
      manager,
      Cl.uint(microStx),
      Cl.uint(demoStakeCycles),
    ])
  else {
    const height = Cl.uint(node.ledger.blocks.tip().burn)
    const args = [manager, Cl.uint(microStx), Cl.uint(demoStakeCycles), height, Cl.none()]
    await call(pox5Contract, 'stake', args)
  }
}
