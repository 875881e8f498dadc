import { describe, expect, test } from 'vitest'
import { wrapLines } from '../../../src/dev/cli/wrap-lines.ts'
import type { ContractValue } from '../../../src/protocol/clarity/contract-value.ts'
import { batchLimits } from '../../../src/protocol/dual-stacking/batch-limits.ts'
import { SBTC_TOKEN } from '../../../src/protocol/dual-stacking/constants.ts'
import { testAddress } from '../../support/contract/accounts.ts'
import {
  agreeOnRatio,
  enrollWith,
  finalizeSnapshots,
  initialize,
  nextSnapshot,
  takeSnapshots,
} from '../../support/contract/cycle.ts'
import { computeGoldenRatio } from '../../support/contract/golden-ratio.ts'
import { admin, createWorld, type CallOutcome, type World } from '../../support/contract/world.ts'

/** Limits of a block on a public network. */
const limits = {
  readCount: 15_000,
  writeCount: 15_000,
  runtime: 5_000_000_000,
  readLength: 100_000_000,
  writeLength: 15_000_000,
}

const many = 900
const role = (index: number, name: string) =>
  `${testAddress(`${name} ${index}`)}.${name.padEnd(40, '-x')}`
const people = Array.from({ length: many }, (_, index) => testAddress(`person ${index}`))

type Build = 'v1' | 'live'
const table: string[] = []

const thousands = (amount: number) => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ')

interface Measurement {
  build: Build
  world: World
  /** A note next to the function's name in the table. */
  note?: string
  /** The call, where the list is not its only argument. */
  work?: () => CallOutcome
}

/** Runs a function with a list up to its limit, and records its costs. */
const measure = (
  { build, world, note = '', work }: Measurement,
  fn: string,
  list: ContractValue[],
) => {
  const done = work ? work() : world.call(fn, [list])
  expect(done.result, `${build} ${fn} ${note}`).toHaveProperty('ok')
  for (const [name, limit] of Object.entries(limits))
    expect(done.costs![name as keyof typeof limits], name).toBeLessThanOrEqual(limit)
  const { readCount, writeCount, runtime, readLength, writeLength } = done.costs!
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)
  const cells = [
    build,
    `\`${fn}\`${note && `, ${note}`}`,
    list.length,
    thousands(readCount),
    thousands(writeCount),
    `${thousands(Math.round(runtime / 1e6))} M`,
    megabytes(readLength),
    megabytes(writeLength),
  ]
  table.push(`| ${cells.join(' | ')} |`)
  return done
}

const limitOf = (build: Build, fn: string) =>
  (batchLimits[build] as Record<string, number>)[fn] ?? many

/** Funds many addresses in one call: hundreds of single ones take longer than what is measured. */
const funder = (sats: bigint) => ({
  name: 'funder',
  source: `(define-public (fund (people (list 900 principal))) (ok (map fund-one people)))
           (define-private (fund-one (person principal))
             (contract-call? '${SBTC_TOKEN.split('.')[0]}.sbtc-deposit deposit person u${sats}))`,
})

const row = (person: string) => ({
  'defi-contract': person,
  'rewarded-address': person,
  'stacking-address': { some: person },
  'tracking-address': person,
})

const changes = (name: string) =>
  people.map((person, index) => ({
    'defi-contract': person,
    'rewarded-address': { some: role(index, `rewarded${name}`) },
    'stacking-address': { some: role(index, 'stacking') },
    'tracking-address': { some: role(index, 'tracking') },
  }))

describe.each(['v1', 'live'] as const)('costs of the lists, %s build', (build) => {
  test('the longest lists fit into a block, and longer ones do not', async () => {
    const world = await createWorld({
      build,
      trackCosts: true,
      more: [funder(build === 'v1' ? 100_000_000n : 1_000_000n)],
    })
    const longest = (fn: string) => people.slice(0, limitOf(build, fn))
    const rest = (fn: string) => people.slice(limitOf(build, fn))
    const doesNotFit = (fn: string) =>
      expect(world.result(fn, [people.slice(0, limitOf(build, fn) + 1)])).toMatchObject({
        abort: expect.stringContaining('CostBalanceExceeded') as string,
      })
    world.callOf(`${admin}.funder`, 'fund', [people])
    world.giveSbtc(world.contract, 1_000_000_000n)
    measure(
      { build, world },
      'enroll-defi-batch',
      people.map((person) => row(person)),
    )
    measure({ build, world }, 'change-addresses-defi-batch', changes(''))
    initialize(world)
    // Rows that change in the running cycle cost the live build one more read each.
    world.ok('change-addresses-defi-batch', [changes('-later')])

    const capture = 'capture-snapshot-balances'
    if (build === 'live')
      for (const index of people.keys())
        world.callOf(world.liquid, 'set-holding', [role(index, 'stacking'), 5_000_000n, 7n])
    doesNotFit(capture)
    measure(
      { build, world, note: build === 'v1' ? '' : 'first snapshot' },
      capture,
      longest(capture),
    )
    if (build === 'live') {
      world.call(capture, [rest(capture)])
      world.callOf(world.liquid, 'set-ratio', [500_000n])
      measure({ build, world, note: 'again, all lowered' }, capture, longest(capture))
    }
    world.call(capture, [rest(capture)])
    nextSnapshot(world)
    if (build === 'v1') {
      world.ok('set-liquid-stacking', [false])
      measure({ build, world, note: 'liquid stacking off' }, capture, people)
    } else {
      measure({ build, world, note: 'next snapshot' }, capture, longest(capture))
      world.call(capture, [rest(capture)])
    }
    finalizeSnapshots(world)

    world.ok('propose-golden-ratio', [1n], people[0]!)
    measure(
      { build, world, work: () => world.call('tally-participant-ratios', [people], people[0]!) },
      'tally-participant-ratios',
      people,
    )
    // All are alike: the ratio of one is the golden ratio.
    agreeOnRatio(world, people, computeGoldenRatio(world, people.slice(0, 1)))
    measure({ build, world }, 'calculate-participant-weights', people)
    world.ok('finalize-weight-computation')
    world.ok('set-is-distribution-enabled')
    const paid = measure({ build, world }, 'distribute-rewards', people)
    expect(paid.transfers.length).toBe(many)
    world.ok('finalize-reward-distribution')

    const some = people.slice(0, 200)
    measure({ build, world }, 'add-blacklisted-batch', some)
    measure({ build, world }, 'remove-blacklisted-batch', some)
    measure({ build, world }, 'opt-out-defi-batch', people.slice(200, 400))
    if (build === 'v1') {
      for (const person of some) world.ok('whitelist-defi-tracking', [person])
      measure({ build, world }, 'remove-whitelisted-defi-tracking-batch', some)
    }
  })
})

test('the live build weighs fewer rows when all of them leave for holding too little', async () => {
  const reads = async (count: number) => {
    const world = await createWorld({ build: 'live', trackCosts: true })
    const few = people.slice(0, count)
    for (const person of few) enrollWith(world, person, 1_000_000n)
    initialize(world)
    takeSnapshots(world, few)
    agreeOnRatio(world, few)
    world.ok('update-min-sbtc-hold-required-for-enrollment', [100_000_000n])
    return world.call('calculate-participant-weights', [few]).costs!.readCount
  }
  const five = await reads(5)
  const each = ((await reads(10)) - five) / 5
  expect(Math.floor((limits.readCount - (five - 5 * each)) / each)).toBe(
    batchLimits.live['calculate-participant-weights'],
  )
})

test('the table in the documentation is what was measured', async () => {
  const blockLimits = wrapLines(`
    A block of a public network holds ${thousands(limits.readCount)} reads,
    ${thousands(limits.writeCount)} writes, 5 000 M of runtime, 100 MB read and 15 MB written. Where
    a row has fewer principals than the function takes, it is the longest list that fits;
    \`src/protocol/dual-stacking/batch-limits.ts\` has these numbers as data. Every row costs as
    much as it can: four addresses of its own, both liquid tokens, changed in the running cycle.`)
  const whatLimits = wrapLines(`
    Reads are what limits a list. A call of another contract costs three, so a capture spends nine
    of them on reaching the sBTC token and the liquid-stacking contract and on what those read
    themselves. A liquid-stacking contract that asks other contracts in turn, as the one on mainnet
    does, shortens the list accordingly; with liquid stacking switched off a capture of ${many} fits
    in the v1 build. The live build pays for its bookkeeping, and weighs only
    ${batchLimits.live['calculate-participant-weights']} at a time when all of them leave for
    holding too little.`)
  const text = `# What the list functions cost

Measured by \`test/contract/exhaustive/dual-stacking-costs.test.ts\`, which also writes this file
(\`npx vitest run --project exhaustive -u\` on that file).

${blockLimits}

| build | function | list | reads | writes | runtime | MB read | MB written |
|---|---|---|---|---|---|---|---|
${table.join('\n')}

${whatLimits}

A transaction that fills a block is hardly ever mined on a busy network: divide the lists by four
there.
`
  await expect(text).toMatchFileSnapshot('../../../docs/contract-costs.md')
})
