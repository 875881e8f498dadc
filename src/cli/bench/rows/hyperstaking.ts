import { createDuskNetwork } from '../../../network/dusk/index.ts'
import { dusk } from '../../../protocol/hyperstaking/core/units.ts'
import { answerQuestion } from '../../../protocol/hyperstaking/projection/question.ts'
import type { ProjectionInput } from '../../../protocol/hyperstaking/projection/project.ts'
import type { SimulationInput } from '../../../protocol/hyperstaking/projection/simulate.ts'
import { measure } from '../measure.ts'
import type { Row } from '../row.ts'

const network = { othersActive: dusk(198_000_000n), others: 200, credits: 128, minimumStake: dusk(1000n) }

const pool = (routing: 'top-up' | 'rotation'): SimulationInput => ({
  kind: 'liquid', choice: { routing, policy: 'reinvest', rewardFee: 10_000_000n }, epochs: 10_000, depositors: 1000, deposit: { least: dusk(100n), most: dusk(5000n) },
  adding: 0.2, leaving: 0.2, fault: 0.001, network,
})

const deposit: ProjectionInput = {
  height: 21_600n, epochs: 1460, network, position: 0n, deposit: dusk(10_000n), referred: null, runs: 200,
  pool: {
    keys: [{ value: dusk(3_000_000n), locked: 0n, eligibility: 4320n }], idle: 0n, policy: 'reinvest', routing: 'top-up', depositFee: 250_000n, rewardFee: 10_000_000n, holderRate: 0n, lead: 30n,
  },
}

/** Simulated pools on the contracts themselves, the projection of a deposit, and the embedded Dusk network. */
export async function rows(): Promise<Row[]> {
  const simulate = (routing: 'top-up' | 'rotation') => measure(() => answerQuestion({ ask: 'simulate', seed: 'bench', input: pool(routing) }), { runs: 3, warmUp: 1 })
  const chain = await createDuskNetwork({ seed: 'bench' })
  const epoch = measure(() => chain.control.epochs(1), { runs: 11, warmUp: 2 })
  await chain.close()
  return [
    { what: '10,000 epochs of a pool with 1,000 depositors, on the contracts', median: simulate('top-up'), unit: 'ms', atMost: 5000 },
    { what: '… of a rotating pool', median: simulate('rotation'), unit: 'ms', atMost: 5000 },
    { what: 'projection of a pool deposit: a year, 200 runs', median: measure(() => answerQuestion({ ask: 'project', seed: 'bench', input: deposit }), { runs: 5, warmUp: 1 }), unit: 'ms', atMost: 5000 },
    { what: 'an epoch of the embedded Dusk network', median: epoch, unit: 'ms' },
  ]
}
