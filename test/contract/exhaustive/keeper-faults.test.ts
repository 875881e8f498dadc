import { afterAll, beforeAll, expect, it } from 'vitest'
import { createFaultTable, playsAllFaults } from '../../../src/dev/faults/fault-table.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { expectCyclesRun } from '../../support/expect-cycles-run.ts'
import { playFaults } from '../../support/keeper-faults.ts'
import { openSecondProgramme } from '../../support/second-programme.ts'

const cycle = { snapshots: 3, blocksPerSnapshot: 12 }
/** All of it by `npm run load`, a part here. */
const run = playsAllFaults ? { cycles: 3, kills: 50 } : { cycles: 1, kills: 8 }

let network: Network
let contracts: string[]

beforeAll(async () => {
  network = await createNetwork({
    demo: cycle,
    keeper: false,
    blockIntervalMs: 0,
    contract: 'live',
  })
  contracts = [network.contracts.dualStacking, await openSecondProgramme(network, cycle)]
})
afterAll(() => network?.close())

it('runs two programmes through every fault, and wastes next to nothing', async () => {
  const seed = 20_261_129
  const played = await playFaults({ network, contracts, cycle, ...run, seed, chance: 0.35 })
  expect(played.kills).toBe(run.kills)
  const table = createFaultTable()
  for (const [name, times] of Object.entries(played.faults)) table.add(name, `${times} times`, '')
  const calls = expectCyclesRun({ network, contracts, cycle, cycles: run.cycles })
  for (const { contract, made, needed, failed } of calls)
    table.add(
      contract.split('.')[1]!,
      `${run.cycles} cycles, ${played.kills} kills`,
      `${made} calls, ${needed} at least, ${failed} failed`,
    )
  table.print()
})
