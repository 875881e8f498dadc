import { createLottery } from '../../../../protocol/hyperstaking/chain/lottery.ts'
import { seeded } from '../../../../protocol/hyperstaking/chain/random.ts'
import { EPOCH } from '../../../../protocol/hyperstaking/core/epoch.ts'
import { dusk } from '../../../../protocol/hyperstaking/core/units.ts'
import type { ProjectionInput } from '../../../../protocol/hyperstaking/projection/input.ts'
import { projectDepositMean } from '../../../../protocol/hyperstaking/projection/project.ts'
import { answerQuestion } from '../../../../protocol/hyperstaking/projection/question.ts'
import type { SimulationInput } from '../../../../protocol/hyperstaking/projection/simulate.ts'
import { measure } from '../measure.ts'
import type { Row } from '../row.ts'

const network = {
  othersActive: dusk(198_000_000n),
  others: 200,
  credits: 128,
  minimumStake: dusk(1000n),
}

const pool = (routing: 'top-up' | 'rotation'): SimulationInput => ({
  kind: 'liquid',
  choice: { routing, policy: 'reinvest', rewardFee: 10_000_000n },
  epochs: 10_000,
  depositors: 1000,
  deposit: { least: dusk(100n), most: dusk(5000n) },
  adding: 0.2,
  leaving: 0.2,
  fault: 0.001,
  network,
})

const deposit: ProjectionInput = {
  height: 21_600n,
  epochs: 1460,
  network,
  position: 0n,
  deposit: dusk(10_000n),
  referred: null,
  runs: 200,
  pool: {
    keys: [{ value: dusk(3_000_000n), locked: 0n, eligibility: 4320n }],
    idle: 0n,
    policy: 'reinvest',
    routing: 'top-up',
    depositFee: 250_000n,
    rewardFee: 10_000_000n,
    holderRate: 0n,
    lead: 30n,
  },
}

/**
 * Simulated pools on the contract models themselves and the projection of a deposit, as the worker
 * answers them.
 */
export function rows(): Row[] {
  const simulate = (routing: 'top-up' | 'rotation') =>
    measure(() => answerQuestion({ ask: 'simulate', seed: 'bench', input: pool(routing) }), {
      runs: 3,
      warmUp: 1,
    })
  const topUp = simulate('top-up')
  const epoch = blockByBlock()
  const mean = measure(() => projectDepositMean(deposit), { runs: 101, warmUp: 20 })
  return [
    {
      what: '10,000 epochs of a pool with 1,000 depositors',
      median: topUp,
      unit: 'ms',
      atMost: 5000,
      comparedWith: `the lottery alone, drawn block by block: ${epoch.toFixed(1)} ms for a single epoch`,
    },
    {
      what: '… of a rotating pool',
      median: simulate('rotation'),
      unit: 'ms',
      atMost: 5000,
      comparedWith: `the same without rotating: ${topUp.toFixed(0)} ms`,
    },
    {
      what: 'projection of a deposit: a year with its spread, 200 runs',
      median: measure(() => answerQuestion({ ask: 'project', seed: 'bench', input: deposit }), {
        runs: 3,
        warmUp: 1,
      }),
      unit: 'ms',
      atMost: 5000,
      comparedWith: `the mean alone, shown at once: ${mean.toFixed(2)} ms`,
    },
  ]
}

/** Milliseconds for the blocks of one epoch, each drawn separately among as many provisioners. */
function blockByBlock(): number {
  const members = Array.from({ length: network.others + 1 }, (_, index) => ({
    account: `${index}`,
    weight: 990_000,
  }))
  const draw = createLottery(members, seeded('bench'), network.credits)!
  return measure(
    () => {
      for (let block = 0n; block < EPOCH; block++) draw()
    },
    { runs: 5, warmUp: 1 },
  )
}
