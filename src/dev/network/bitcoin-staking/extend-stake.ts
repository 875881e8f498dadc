import { Cl } from '@stacks/transactions'
import { decodeClarity } from '../../../chain/stacks/clarity.ts'
import { preparePhaseAt } from '../../../protocol/bitcoin-staking/prepare-phase.ts'
import type { Operation } from '../host/operation.ts'
import type { Node } from '../node/node.ts'
import { pox5Contract } from './pox-5-contract.ts'
import {
  demoStakeCycles,
  nativePoolContract,
  stakingClock,
  stakingManagers,
} from './staking-setting.ts'

interface StakerInfo {
  'first-reward-cycle': bigint
  'num-cycles': bigint
  signer: string
}

/**
 * Makes a stake as long again, in the name of its holder, when it ends within two cycles; nothing
 * happens in a prepare phase, or where there is no stake.
 */
export async function extendStake(node: Node, address: string): Promise<void> {
  const burn = BigInt(node.ledger.blocks.tip().burn)
  if (preparePhaseAt(stakingClock, burn).isNow) return
  const who = `0x${Cl.serialize(Cl.principal(address))}`
  const answer = await node.host.callRead(pox5Contract, 'get-staker-info', [who], address)
  const stake = answer.okay ? (decodeClarity(answer.result) as { some: StakerInfo } | null) : null
  if (stake === null) return
  const { signer, ...cycles } = stake.some
  const end = cycles['first-reward-cycle'] + cycles['num-cycles']
  if (end * stakingClock.cycleBlocks - burn > 2n * stakingClock.cycleBlocks) return
  const manager = Cl.principal(signer)
  const args = [manager, manager, Cl.uint(demoStakeCycles), Cl.uint(0), Cl.none()]
  const isNative = signer === stakingManagers.native
  const operation: Operation = {
    kind: 'call',
    sender: address,
    contract: isNative ? nativePoolContract : pox5Contract,
    method: isNative ? 'delegate-update' : 'stake-update',
    args: args.map((arg) => `0x${Cl.serialize(arg)}`),
  }
  await node.perform(operation)
}
