import {
  Cl,
  getAddressFromPrivateKey,
  makeContractCall,
  PostConditionMode,
  postConditionToHex,
} from '@stacks/transactions'
import { describe, expect, test } from 'vitest'
import type { PayoutSetting } from '../../../../../src/chain/stacks/bitcoin-staking/read-payout-setting.ts'
import { stakingDeployment } from '../../../../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import {
  moveBondCall,
  registerForBondCall,
  withdrawBondSatsCall,
} from '../../../../../src/wallet/stacks/bitcoin-staking/bond-calls.ts'
import {
  delegateStakeCall,
  delegateUpdateCall,
  undelegateCall,
} from '../../../../../src/wallet/stacks/bitcoin-staking/native-pool-calls.ts'
import {
  calculateRewardsCall,
  claimRewardsCall,
  collectCall,
  pullRewardsCall,
  setPayoutCall,
} from '../../../../../src/wallet/stacks/bitcoin-staking/reward-calls.ts'
import {
  stakeCall,
  unstakeCall,
  updateStakeCall,
} from '../../../../../src/wallet/stacks/bitcoin-staking/stake-calls.ts'
import type { StakingSigner } from '../../../../../src/wallet/stacks/bitcoin-staking/staking-request.ts'
import { judgeSignedCall } from '../../../../../src/wallet/stacks/judge-signed-call.ts'
import type { StacksCallRequest } from '../../../../../src/wallet/stacks/stacks-call-request.ts'
import { freshStacks } from '../../../../support/baselines.ts'
import {
  conditionsOf,
  deedsOf,
  exactConditions,
  runRequest,
} from '../../../../support/bitcoin-staking/run-request.ts'
import {
  alice,
  BTC,
  bob,
  contract,
  dave,
  STX,
  StakingBench,
  stranger,
} from '../../../../support/staking-bench.ts'

const deployment = stakingDeployment('devnet')
const as = (account: string): StakingSigner => ({ deployment, account })
const payout: PayoutSetting = {
  version: '0x04',
  hash: `0x${'ab'.repeat(20)}`,
  maxFeeSats: 3_000n,
  minClaimSats: null,
}

const newStake = (bench: StakingBench, changes: object = {}) => ({
  manager: contract('m1'),
  microStx: 60_000n * STX,
  cycles: 12n,
  burnHeight: bench.chain.burnHeight,
  payout: null,
  heldSats: 0n,
  ...changes,
})

/** Makes the call, and expects its conditions to say exactly what it does. */
function expectExact(bench: StakingBench, request: StacksCallRequest): void {
  const done = runRequest(bench, request)
  const expected = exactConditions(deedsOf(done, request), request.account)
  expect(conditionsOf(request)).toEqual(expected)
  expect(request.postConditionMode).toBe('deny')
}

describe('conditions say exactly what happens', () => {
  test('to a stake, from its beginning to its end', () => {
    const bench = StakingBench.with('m1', 'm2')
    expectExact(bench, stakeCall(as(alice), newStake(bench)))
    const now = { manager: contract('m1'), oldManager: contract('m1'), payout: null }
    const update = { ...now, microStx: 60_000n * STX, addedMicroStx: 5n * STX, addedCycles: 2n }
    expectExact(bench, updateStakeCall(as(alice), update))
    // Nothing is added, yet the condition is on the whole.
    const extension = { ...update, microStx: 60_005n * STX, addedMicroStx: 0n }
    expectExact(bench, updateStakeCall(as(alice), extension))
    const move = { ...extension, manager: contract('m2'), addedCycles: 0n }
    expectExact(bench, updateStakeCall(as(alice), move))
    expectExact(bench, unstakeCall(as(alice), contract('m2')))
  })

  test('to a bond, and when its sBTC comes back with a stake', () => {
    const bench = StakingBench.with('m1', 'm2')
    bench.setupBond(0n)
    const part = {
      bond: 0n,
      manager: contract('m1'),
      sats: 3n * BTC,
      microStx: 70_000n * STX,
      heldSats: 0n,
      payout: null,
    }
    expectExact(bench, registerForBondCall(as(dave), part))
    const moved = { manager: contract('m2'), oldManager: contract('m1'), payout: null }
    expectExact(bench, moveBondCall(as(dave), moved))
    bench.mineTo(110n)
    const withdrawal = { manager: contract('m2'), sats: BTC }
    expectExact(bench, withdrawBondSatsCall(as(dave), withdrawal))
    bench.mineTo(1_301n)
    expectExact(bench, stakeCall(as(dave), newStake(bench, { heldSats: 2n * BTC })))
    expect(bench.available(dave)).toBe(100n * BTC)
  })

  test.each([
    ['more', 5n * BTC],
    ['as much', 3n * BTC],
    ['less', BTC],
  ])('to a bond that rolls over with %s', (_, sats) => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    const part = { bond: 0n, manager: contract('m1'), microStx: 100_000n * STX, payout: null }
    expectExact(bench, registerForBondCall(as(dave), { ...part, sats: 3n * BTC, heldSats: 0n }))
    bench.mineTo(1_150n)
    bench.setupBond(6n)
    bench.mineTo(1_260n)
    expectExact(
      bench,
      registerForBondCall(as(dave), { ...part, bond: 6n, sats, heldSats: 3n * BTC }),
    )
  })

  test.each([
    ['m1', 'reference', 0n],
    ['xverse', 'reference', 495n],
    ['max', 'max500', 450n],
  ] as const)('to claims of %s', (name, family, fee) => {
    const bench = StakingBench.with(name)
    bench.ok('update-fees', [fee], contract(name).split('.')[0]!, name)
    bench.stake(alice, 60_000n * STX, { manager: name })
    bench.stake(bob, 77_777n * STX, { manager: name })
    if (family === 'max500') bench.mineTo(320n)
    else bench.mineTo(150n)
    bench.chain.mintSbtc(bench.chain.pox, 1_000_001n)
    expectExact(bench, calculateRewardsCall(as(stranger), []))
    const cycle = family === 'max500' ? 3n : 1n
    const c = family === 'max500' ? cycle - 1n : cycle
    const sats = bench.read('get-earned', [contract(name), c, null]) as bigint
    const pull = { manager: contract(name), bonds: [], cycle: c, sats }
    expectExact(bench, pullRewardsCall(as(stranger), pull))
    const net = bench.read('get-earned-staker-rewards', [alice, c, null], name) as {
      earned: bigint
    }
    const claim = { family, manager: contract(name), staker: alice, cycle: c, bond: null }
    expectExact(bench, claimRewardsCall(as(stranger), { ...claim, paidSats: net.earned })!)
  })

  test('to a claim that is paid on Bitcoin, from a stake that set the address', () => {
    const bench = StakingBench.with('m1')
    expectExact(bench, stakeCall(as(alice), newStake(bench, { payout })))
    expect(bench.read('get-pox-addr', [alice], 'm1')).toMatchObject({
      some: { 'max-fee': 3_000n, 'pox-addr': { version: '0x04', hashbytes: payout.hash } },
    })
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
    const claim = { family: 'reference', manager: contract('m1'), staker: alice } as const
    const request = { ...claim, cycle: 1n, bond: null, paidSats: 849_999n }
    expectExact(bench, claimRewardsCall(as(bob), request)!)
  })

  test('to payout settings of max500, which a stake keeps', () => {
    const bench = StakingBench.with('max')
    const setting = { ...payout, minClaimSats: 10_000n }
    expectExact(bench, setPayoutCall(as(alice), contract('max'), setting))
    const stored = bench.read('get-payout-config', [alice], 'max')
    expectExact(
      bench,
      stakeCall(as(alice), newStake(bench, { manager: contract('max'), payout: setting })),
    )
    expect(bench.read('get-payout-config', [alice], 'max')).toEqual(stored)
    expectExact(bench, setPayoutCall(as(alice), contract('max'), null))
    expect(bench.read('get-payout-config', [alice], 'max')).toBeNull()
  })

  test('to collecting what max500 keeps, as sBTC and on Bitcoin', () => {
    const bench = StakingBench.with('max')
    bench.ok('stake', [contract('max'), 60_000n * STX, 12n, bench.chain.burnHeight, null], alice)
    for (const [cycle, setting] of [
      [1n, null],
      [2n, { ...payout, minClaimSats: 10_000n }],
    ] as const) {
      expectExact(bench, setPayoutCall(as(alice), contract('max'), setting))
      bench.mineTo(100n * cycle + 50n)
      bench.distribute(1_000_000n)
      bench.ok('claim-rewards', [[], cycle], stranger, 'max')
      bench.ok('settle-staker-rewards', [alice, cycle, null], stranger, 'max')
      const sats = bench.read('get-pending-payout', [alice], 'max') as bigint
      expectExact(bench, collectCall(as(alice), { manager: contract('max'), sats }))
      expect(bench.read('get-pending-payout', [alice], 'max')).toBe(0n)
    }
  })

  test('to a stake through the native pool, and to its claim', () => {
    const bench = StakingBench.with('native')
    const pool = contract('pool')
    const stake = { manager: contract('native'), microStx: 60_000n * STX, cycles: 3n, heldSats: 0n }
    expectExact(bench, delegateStakeCall(as(alice), pool, stake))
    const update = { manager: contract('native'), oldManager: contract('native') }
    const added = { ...update, microStx: 60_000n * STX, addedMicroStx: STX, addedCycles: 1n }
    expectExact(bench, delegateUpdateCall(as(alice), pool, added))
    bench.mineTo(150n)
    bench.distribute(1_000_000n)
    bench.ok('claim-rewards', [[], 1n], stranger, 'native')
    const claim = { family: 'native', manager: contract('native'), staker: alice } as const
    const request = { ...claim, cycle: 1n, bond: null, paidSats: 849_999n }
    expectExact(bench, claimRewardsCall(as(alice), request)!)
    expect(claimRewardsCall(as(bob), request)).toBeUndefined()
    expect(claimRewardsCall(as(alice), { ...request, family: 'closed' })).toBeUndefined()
  })
})

const key = `${'b'.repeat(64)}01`
const owner = getAddressFromPrivateKey(key, 'testnet')

const sign = async (call: StacksCallRequest, conditions = call.postConditions) => {
  const [contractAddress = '', contractName = ''] = call.contract.split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: call.functionName,
    functionArgs: call.args.map((argument) => Cl.deserialize(argument)),
    senderKey: key,
    network: 'testnet',
    fee: 300,
    nonce: 7,
    postConditionMode: PostConditionMode.Deny,
    postConditions: conditionsOf({ ...call, postConditions: conditions }),
  })
  return { transaction: transaction.serialize(), txid: transaction.txid() }
}

describe('a signed call of pox-5', () => {
  const calls = [
    stakeCall(as(owner), newStake(new StakingBench(), { payout })),
    unstakeCall(as(owner), contract('m1')),
    undelegateCall(as(owner), contract('pool'), contract('native')),
    withdrawBondSatsCall(as(owner), { manager: contract('m1'), sats: 5n }),
  ]

  test('is accepted with exactly the conditions that were asked for', async () => {
    for (const call of calls)
      expect(judgeSignedCall(call, await sign(call), freshStacks)).toMatchObject({
        kind: 'accepted',
      })
  })

  test('is refused without them, or with looser ones', async () => {
    const loose = [
      postConditionToHex({
        type: 'staking-postcondition',
        address: owner,
        condition: 'lte',
        amount: 60_000n * STX,
      }).replace(/^0x/, ''),
      postConditionToHex({
        type: 'pox-postcondition',
        address: owner,
        condition: 'may-perform',
      }).replace(/^0x/, ''),
    ]
    for (const call of calls) {
      expect(judgeSignedCall(call, await sign(call, []), freshStacks)).toMatchObject({
        kind: 'refused',
      })
      for (const other of loose) {
        const changed = [other, ...call.postConditions.slice(1)]
        expect(judgeSignedCall(call, await sign(call, changed), freshStacks)).toMatchObject({
          kind: 'refused',
        })
      }
    }
  })
})
