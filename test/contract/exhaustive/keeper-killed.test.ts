import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { playsAllFaults } from '../../../src/dev/faults/fault-table.ts'
import {
  spawnKeeper,
  writeKeeperFiles,
  type KeeperLine,
} from '../../../src/dev/keeper/keeper-process.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { waitLimitMs } from '../../../src/dev/wait-limit.ts'
import { expectCyclesRun } from '../../support/expect-cycles-run.ts'
import { createDice } from '../../support/keeper-faults.ts'
import { openSecondProgramme } from '../../support/second-programme.ts'

/** All of it by `npm run load`, a part here. */
const run = playsAllFaults
  ? { snapshots: 3, cycles: 3, kills: 50 }
  : { snapshots: 1, cycles: 1, kills: 4 }
const cycle = { snapshots: run.snapshots, blocksPerSnapshot: 12 }

let network: Network
let contracts: string[]
let folder: string

beforeAll(async () => {
  network = await createNetwork({ demo: cycle, keeper: false, contract: 'live' })
  contracts = [network.contracts.dualStacking, await openSecondProgramme(network, cycle)]
  folder = mkdtempSync(join(tmpdir(), 'twinstack-keeper-'))
})
afterAll(async () => {
  await network?.close()
  rmSync(folder, { recursive: true, force: true })
})

const isOver = (): boolean =>
  contracts.every(
    (contract) =>
      network.node.ledger
        .calls(contract, 'advance-to-next-cycle')
        .filter(({ status }) => status === 'success').length >= run.cycles,
  )

/** Mines what the keeper waits for: a Bitcoin block once every programme waits for one. */
function createMiner() {
  const waits = new Map<string, number>()
  return async ({ msg, contract, step, until }: KeeperLine): Promise<void> => {
    if (msg !== 'planned' || contract === undefined) return
    waits.delete(contract)
    if (step === 'wait-stacks') await network.control.mineStacks(1)
    if (step !== 'wait-burn' || until === undefined) return
    waits.set(contract, until)
    if (waits.size < contracts.length) return
    const next = Math.min(...waits.values())
    waits.clear()
    await network.control.mineBurn(Math.max(1, next - network.control.heights().burn))
  }
}

it(
  'captures every window and pays once, though its process is killed again and again',
  async () => {
    const dice = createDice(20_261_130)
    const config = writeKeeperFiles(folder, network, contracts)
    let kills = 0
    while (!isOver()) {
      const keeper = spawnKeeper(config, folder)
      const exited = once(keeper.process, 'exit')
      const mine = createMiner()
      // At any line of its log, and at any moment after that.
      let linesLeft = kills < run.kills ? 1 + Math.floor(dice() * 14) : Infinity
      for await (const line of keeper.lines) {
        linesLeft -= 1
        if (linesLeft === 0) void sleep(dice() * 300).then(() => keeper.process.kill('SIGKILL'))
        await mine(line)
        // Once: the second time it would not wait for its round.
        if (isOver() && linesLeft !== -Infinity) {
          linesLeft = -Infinity
          keeper.process.kill('SIGTERM')
        }
      }
      const [code, signal] = (await exited) as [number | null, string | null]
      if (signal === 'SIGKILL') kills += 1
      else expect(code).toBe(0)
    }
    expect(kills).toBe(run.kills)
    expectCyclesRun({ network, contracts, cycle, cycles: run.cycles })
  },
  waitLimitMs,
)
