import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { contractErrors } from '../../src/protocol/dual-stacking/errors.ts'
import { alice, bob, carol, stranger } from '../support/contract/accounts.ts'
import {
  agreeOnRatio,
  capture,
  enrollWith,
  finalizeSnapshots,
  initialize,
  nextCycle,
  runCycle,
  runToDistribution,
  takeSnapshots,
  weigh,
} from '../support/contract/cycle.ts'
import { admin, createWorld, type CallResult, type World } from '../support/contract/world.ts'

const unreachable = [220n, 221n]
/** From here on errors are those of the live build, reached in its own tests. */
const ofLiveBuild = 300n
const noStx = 10n ** 8n

let world: World
beforeAll(async () => {
  world = await createWorld({ build: 'v1' })
})
beforeEach(() => world.reset())

const err = (code: bigint): CallResult => ({ err: code })

/** One participant with sBTC and no STX, first cycle running. */
const start = (lengths?: { snapshots?: bigint; blocks?: bigint }) => {
  enrollWith(world, alice, 1_000_000n)
  return initialize(world, lengths)
}

const person = () => [alice]

/** What reaches each error; the last answer is the error. */
const scenarios: Record<string, () => CallResult> = {
  '100 initializing before the configured height': () => {
    world.ok('update-initialize-block', [1000n])
    return world.result('initialize-contract', [1n])
  },
  '101 enrolling twice': () => {
    enrollWith(world, alice, 10_000n)
    return world.result('enroll', [null], alice)
  },
  '102 enrolling a blacklisted address': () => {
    world.giveSbtc(alice, 10_000n)
    world.ok('add-blacklisted', [alice])
    return world.result('enroll', [null], alice)
  },
  '103 leaving without being enrolled': () => world.result('opt-out', [], stranger),
  '104 enrolling with one sat too little': () => {
    world.giveSbtc(alice, 9_999n)
    return world.result('enroll', [null], alice)
  },
  '105 reading a cycle that has not started': () => {
    start()
    return world.read('get-participant-cycle-info', [alice, 1n]) as CallResult
  },
  '106 proposing twice': () => {
    start()
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [1n])
    return world.result('propose-golden-ratio', [2n])
  },
  '107 tallying without a proposal': () => {
    start()
    takeSnapshots(world, person())
    return world.result('tally-participant-ratios', [[alice]])
  },
  '108 validating before everybody is tallied': () => {
    start()
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [noStx])
    return world.result('validate-ratio')
  },
  '109 tallying when everybody is': () => {
    start()
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [noStx])
    world.ok('tally-participant-ratios', [[alice]])
    return world.result('tally-participant-ratios', [[alice]])
  },
  '110 a ratio with too much sBTC above it': () => {
    enrollWith(world, alice, 1_000_000n, 5_000_000n)
    initialize(world)
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [499_999_999n])
    world.ok('tally-participant-ratios', [[alice]])
    return world.result('validate-ratio')
  },
  '111 a ratio with too little sBTC at or above it': () => {
    enrollWith(world, alice, 1_000_000n, 5_000_000n)
    initialize(world)
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [500_000_001n])
    world.ok('tally-participant-ratios', [[alice]])
    return world.result('validate-ratio')
  },
  '112 proposing when the cycle has its ratio': () => {
    start()
    takeSnapshots(world, person())
    agreeOnRatio(world, person())
    return world.result('propose-golden-ratio', [noStx], stranger)
  },
  '113 another ratio than 1 when nobody stacks': () => {
    start()
    takeSnapshots(world, person())
    world.ok('propose-golden-ratio', [0n])
    world.ok('tally-participant-ratios', [[alice]])
    return world.result('validate-ratio')
  },
  '114 whitelisting twice': () => {
    world.ok('whitelist-defi-tracking', [alice])
    return world.result('whitelist-defi-tracking', [alice])
  },
  '115 removing from the whitelist who is not on it': () =>
    world.result('remove-whitelisted-defi-tracking', [alice]),
  '116 removing from the blacklist who is not on it': () =>
    world.result('remove-blacklisted', [alice]),
  '120 the next cycle before its height': () => {
    start()
    return world.result('advance-to-next-cycle', [1n])
  },
  '121 another snapshot after the last': () => {
    start({ snapshots: 1n })
    capture(world, person())
    world.mineBurnBlocks(5)
    return world.result('advance-to-next-snapshot', [1n])
  },
  '122 a snapshot at the start of the next cycle, with snapshots 0 blocks apart': () => {
    start()
    world.ok('update-cycle-data', [2n, 0n])
    runCycle(world, person())
    nextCycle(world)
    capture(world, person())
    return world.result('advance-to-next-snapshot', [1n])
  },
  '123 finalizing before everybody is rewarded': () => {
    start()
    runToDistribution(world, person())
    return world.result('finalize-reward-distribution')
  },
  '124 the next cycle before the distribution is finalized': () => {
    start()
    runToDistribution(world, person())
    world.ok('distribute-rewards', [[alice]])
    world.mineBurnBlocks(10)
    return world.result('advance-to-next-cycle', [1n])
  },
  '140 the next snapshot before its height': () => {
    start()
    capture(world, person())
    return world.result('advance-to-next-snapshot', [1n])
  },
  '141 the next snapshot before everybody is captured': () => {
    start()
    world.mineBurnBlocks(5)
    return world.result('advance-to-next-snapshot', [1n])
  },
  '142 concluding before the last snapshot': () => {
    start()
    capture(world, person())
    return world.result('finalize-snapshots')
  },
  '143 proposing before the snapshots are concluded': () => {
    start()
    return world.result('propose-golden-ratio', [1n])
  },
  '144 concluding the snapshots twice': () => {
    start()
    takeSnapshots(world, person())
    return world.result('finalize-snapshots')
  },
  '145 the second Stacks block of the Bitcoin block': () => {
    // The bracketing contract wants 2100 Bitcoin blocks behind the wanted one to answer false.
    world.vm.mineEmptyBurnBlocks(2100)
    const height = start()
    capture(world, person())
    world.mineToBurnBlock(height + 5n)
    return world.result('advance-to-next-snapshot', [world.firstBlockOf(height + 5n) + 1n])
  },
  '146 capturing when the snapshot looks at a block to come': () => {
    start()
    // A real chain gets there when a snapshot is opened with the block being built, and captured in
    // the same block.
    world.callPrivate('reset-snapshot', [BigInt(world.vm.heights().stacks + 10)])
    return world.result('capture-snapshot-balances', [[alice]])
  },
  '160 weighing without a ratio': () => {
    start()
    takeSnapshots(world, person())
    return world.result('calculate-participant-weights', [[alice]])
  },
  '161 enabling the distribution without weights': () => {
    start()
    return world.result('set-is-distribution-enabled')
  },
  '162 finalizing the weights twice': () => {
    start()
    takeSnapshots(world, person())
    agreeOnRatio(world, person())
    weigh(world, person())
    return world.result('finalize-weight-computation')
  },
  '163 finalizing the weights before everybody is weighed': () => {
    start()
    takeSnapshots(world, person())
    agreeOnRatio(world, person())
    return world.result('finalize-weight-computation')
  },
  '180 distributing before it is enabled': () => {
    start()
    return world.result('distribute-rewards', [[alice]])
  },
  '181 rewarding twice': () => {
    start()
    runToDistribution(world, person())
    const [, second] = world.ok('distribute-rewards', [[alice, alice]]) as unknown as CallResult[]
    return second!
  },
  '182 enabling the distribution twice': () => {
    start()
    runToDistribution(world, person())
    return world.result('set-is-distribution-enabled')
  },
  '183 finalizing the distribution twice': () => {
    start()
    runCycle(world, person())
    return world.result('finalize-reward-distribution')
  },
  '184 finalizing a distribution that is not enabled': () => {
    initialize(world)
    return world.result('finalize-reward-distribution')
  },
  '200 an administrator call of somebody else': () =>
    world.result('update-admin', [stranger], stranger),
  '201 initializing twice': () => world.result('initialize-contract', [start()]),
  '202 capturing before the contract is initialized': () =>
    world.result('capture-snapshot-balances', [[alice]]),
  '210 an APR below 1 %': () => world.result('update-APR', [999_999n]),
  '211 an APR above 20 %': () => world.result('update-APR', [20_000_001n]),
  '212 a multiplier of 0': () => world.result('update-yield-boost-multiplier', [0n]),
  '213 a multiplier of 21': () => world.result('update-yield-boost-multiplier', [21n]),
  '240 withdrawing more than there is': () => {
    world.giveSbtc(world.contract, 5n)
    return world.result('emergency-withdraw-sbtc', [6n, admin])
  },
}

const reached = new Map<bigint, string[]>()

test.for(Object.keys(scenarios))('err %s', (name) => {
  const code = BigInt(name.slice(0, 3))
  expect(scenarios[name]!()).toEqual(err(code))
  reached.set(code, [...(reached.get(code) ?? []), name.slice(4)])
})

test('the order of checks that differ from the obvious', () => {
  // 201 before 200, 200 before 201, 100 before 201, 146 before 202, 123 before 184
  expect(world.result('update-cycle-data-before-initialized', [1n, 1n], stranger)).toEqual(
    err(200n),
  )
  start({ snapshots: 1n })
  expect(world.result('update-initialize-block', [1n], stranger)).toEqual(err(201n))
  expect(world.result('update-cycle-data-before-initialized', [1n, 1n])).toEqual(err(201n))
  expect(world.result('finalize-reward-distribution')).toEqual(err(123n))
  capture(world, [])
  expect(world.result('finalize-snapshots')).toEqual(err(141n))
  capture(world, person())
  finalizeSnapshots(world)
  expect(world.result('finalize-snapshots')).toEqual(err(144n))
  expect(world.result('validate-ratio')).toEqual(err(107n))
})

test('the token refuses a reward and an emergency withdrawal to the contract itself', () => {
  world.giveSbtc(alice, 100_000_000n)
  world.giveSbtc(world.contract, 1_000_000n)
  world.ok('enroll', [{ some: world.contract }], alice)
  initialize(world)
  world.mineBurnBlocks(1)
  runToDistribution(world, person())
  expect(world.ok('distribute-rewards', [[alice, carol]])).toEqual([err(2n), err(103n)])
  expect(world.result('emergency-withdraw-sbtc', [1n, world.contract])).toEqual(err(2n))
  expect(world.result('emergency-withdraw-sbtc', [0n, bob])).toEqual(err(240n))
})

test('every reachable error is reached', () => {
  const reachable = [...contractErrors('v1').keys()]
    .map(BigInt)
    .filter((code) => !unreachable.includes(code) && code < ofLiveBuild)
  expect([...reached.keys()].sort()).toEqual(reachable.sort())
})

afterAll(() => {
  const names = contractErrors('v1')
  const rows = [...reached].map(
    ([code, tests]) => `  ${code}  ${names.get(Number(code))!.padEnd(42)} ${tests.join('; ')}`,
  )
  console.log(`Errors of the contract and what reaches them\n${rows.join('\n')}`)
})
