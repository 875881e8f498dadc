import { expect, test } from 'vitest'
import { unknown } from '../../../../../src/chain/known.ts'
import {
  holderFactsOf,
  managerFactsOf,
} from '../../../../../src/chain/stacks/bitcoin-staking/holder-facts-of.ts'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { readManager } from '../../../../../src/chain/stacks/bitcoin-staking/read-manager.ts'
import { readPayoutSetting } from '../../../../../src/chain/stacks/bitcoin-staking/read-payout-setting.ts'
import { refreshHolder } from '../../../../../src/chain/stacks/bitcoin-staking/refresh-holder.ts'
import {
  checkStake,
  checkStakeUpdate,
} from '../../../../../src/protocol/bitcoin-staking/blockers/index.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { admin, alice, contract, STX, StakingBench } from '../../../../support/staking-bench.ts'

/** What is read of alice and a manager on a chain. */
async function readAll(bench: StakingBench, refuse?: (path: string) => boolean) {
  const managers = { m1: 'reference', max: 'max500' }
  const node = modelNode(bench, { managers, fees: { m1: 300n }, ...(refuse && { refuse }) })
  const { reading } = await refreshHolder(node.client, node.deployment, { address: alice })
  const reader = new PoxReader(node.client, node.deployment)
  const manager = await readManager(reader, contract('max'), { cycle: 2n })
  const payout = manager.shape.known
    ? await readPayoutSetting(reader, alice, {
        manager: contract('max'),
        shape: manager.shape.value,
      })
    : unknown('not-read')
  const { programme, position } = reading!
  return {
    facts: holderFactsOf(programme, position, 3_000n)!,
    manager: managerFactsOf(manager, payout),
  }
}

test('checks made from what was read say what the contract would', async () => {
  const bench = StakingBench.with('m1', 'max')
  bench.ok('update-fees', [450n], admin, 'max')
  bench.stake(alice, 60_000n * STX, { cycles: 5n })
  bench.mineTo(150n)
  const { facts, manager } = await readAll(bench)
  const choice = { manager, payout: null, feeBoundBips: 400n }
  // The rise is announced for a later cycle, and counts.
  expect(manager).toMatchObject({ family: 'max500', feeBips: 450n, storedPayout: null })
  const codes = (found: { code: string }[]) => found.map(({ code }) => code)
  const stake = { ...choice, microStx: STX, cycles: 1n }
  expect(codes(checkStake(facts, stake))).toContain('has-position')
  const update = { ...choice, addedMicroStx: 0n, addedCycles: 1n }
  expect(codes(checkStakeUpdate(facts, update))).toEqual([
    'fee-above-bound',
    'earlier-cycles-stay',
    'ends-silently',
  ])
  const args = [contract('max'), contract('m1'), 1n, 0n, null]
  expect(bench.error('stake-update', args, alice)).toBe('ok')
})

test('what could not be read is unknown to the checks', async () => {
  const bench = StakingBench.with('m1', 'max')
  const { facts, manager } = await readAll(bench, (path) =>
    /map_entry|accounts|verify-signer|get-pending-fees|get-payout/.test(path),
  )
  expect(facts).toMatchObject({ position: null, balance: null })
  expect(manager).toMatchObject({ takesStakes: null, feeBips: null, storedPayout: undefined })
})
