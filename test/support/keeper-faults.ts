import { createFastClock } from '../../src/dev/faults/fast-clock.ts'
import { faults, startFaultProxy, type FaultProxy } from '../../src/dev/faults/fault-proxy.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { printedFieldsOf } from '../../src/dev/network/keeper/printed-fields.ts'
import { captureWindowEnd } from '../../src/protocol/dual-stacking/planner/capture-window.ts'
import { startKeeper, type KeeperBench } from './keeper-bench.ts'

/** Numbers 0 … 1 that are the same for the same seed. */
export const createDice = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** What a run of faults came to. */
export interface FaultTally {
  rounds: number
  kills: number
  faults: Record<string, number>
}

interface FaultRun {
  network: Network
  contracts: readonly string[]
  cycle: { snapshots: number; blocksPerSnapshot: number }
  cycles: number
  /** How often the keeper is killed, at any request. */
  kills: number
  seed: number
  /** Whether a round has a fault. */
  chance: number
}

const isAt = (network: Network, contract: string, name: string) =>
  network.node.ledger.calls(contract, name).filter(({ status }) => status === 'success')

/**
 * Runs cycles by a keeper to which everything happens that may: hosts refuse, fail, lag and switch
 * paths off, the chain is reorganised, transactions are dropped or skipped, fees move, the clock
 * jumps, and the keeper is killed between any two requests. A Bitcoin block comes when nothing is
 * left to do, and now and then before.
 */
export async function playFaults({
  network,
  contracts,
  cycle,
  cycles,
  kills,
  seed,
  chance,
}: FaultRun): Promise<FaultTally> {
  const dice = createDice(seed)
  const below = (most: number) => Math.floor(dice() * most)
  const tally: FaultTally = { rounds: 0, kills: 0, faults: {} }
  const proxies = [await startFaultProxy(network.url), await startFaultProxy(network.url)]
  const clock = createFastClock(Date.now())
  let market = 1
  let offset = 0
  let requests = Infinity
  let stopped = () => {}

  /** A keeper that is killed ends in the middle of a request, and never hears of its answer. */
  const fetch: typeof globalThis.fetch = async (url, init) => {
    requests -= 1
    const isSent = requests > 0 || dice() < 0.5
    if (requests <= 0) {
      if (isSent) void globalThis.fetch(url, init).catch(() => undefined)
      stopped()
      return new Promise<Response>(() => {})
    }
    const answer = await globalThis.fetch(url, init)
    if (!String(url).endsWith('/v2/fees/transaction') || !answer.ok) return answer
    const json = (await answer.json()) as { estimations: { fee: number }[] }
    for (const each of json.estimations) each.fee = Math.ceil(each.fee * market)
    return Response.json(json)
  }
  const start = (folder?: string): KeeperBench & { folder: string } =>
    startKeeper({
      hosts: proxies.map(({ url }) => url),
      contracts,
      fetch,
      clock,
      now: () => Date.now() + offset,
      ...(folder !== undefined && { folder }),
    })

  const mempool = () => network.node.mempool.list()
  const happenings: Record<string, (proxy: FaultProxy) => Promise<void> | void> = {
    '429': (proxy) => proxy.play(faults.busy(1 + below(8))),
    '5xx': (proxy) => proxy.play(faults.broken(1 + below(8))),
    'no answers': (proxy) => proxy.play((_, response) => void response.destroy()),
    'half an answer': (proxy) => proxy.play(faults.truncated()),
    'an old answer': (proxy) => proxy.play(faults.stale()),
    'a lagging index': async () => {
      await network.control.mineStacks(2)
      network.control.setApiLag(1 + below(3))
    },
    'paths that are gone': () => network.control.setDeprecatedPaths(dice() < 0.5),
    'a reorganisation': () =>
      network.control.reorganise(3, { forget: dice() < 0.3 }).then(
        () => undefined,
        () => undefined,
      ),
    'a dropped transaction': () => {
      const [waiting] = mempool()
      if (waiting) network.control.drop(`0x${waiting.signed.txid}`)
    },
    'a clock that jumps': () => void (offset = (dice() - 0.5) * 40 * 3_600_000),
    'a market that moves': () => void (market = 1 + dice() * 30),
  }
  const names = Object.keys(happenings)

  const isOver = () =>
    contracts.every((contract) => isAt(network, contract, 'advance-to-next-cycle').length >= cycles)
  let bench = start()
  try {
    for (; !isOver(); tally.rounds += 1) {
      if (tally.rounds > 400 * cycles * cycle.snapshots) throw new Error('The cycles do not end')
      for (const proxy of proxies) proxy.play(undefined)
      network.control.setApiLag(0)
      if (dice() < chance) {
        const name = names[below(names.length)]!
        tally.faults[name] = (tally.faults[name] ?? 0) + 1
        await happenings[name]!(proxies[below(2)]!)
      }
      requests = tally.kills < kills && dice() < 0.4 ? 1 + below(90) : Infinity
      const killed = new Promise<'killed'>((resolve) => (stopped = () => resolve('killed')))
      const ended = await Promise.race([bench.keeper.work(), killed])
      if (ended === 'killed') {
        tally.kills += 1
        bench = start(bench.folder)
      }
      const waited = bench.events.at(-1)
      const isIdle = mempool().length === 0 && waited?.kind === 'planned'
      if (dice() < 0.8) await network.control.mine()
      if (isIdle || dice() < 0.02) await network.control.mineBurn(1)
    }
    return tally
  } finally {
    for (const proxy of proxies) await proxy.close()
    network.control.setDeprecatedPaths(true)
  }
}

/** Bitcoin heights of captures that were outside of their windows. */
export function lateCaptures(
  network: Network,
  contract: string,
  { blocksPerSnapshot }: FaultRun['cycle'],
): number[] {
  const [opening] = isAt(network, contract, 'initialize-contract')
  const begin = opening!.burn
  return isAt(network, contract, 'capture-snapshot-balances')
    .map(({ burn }) => burn)
    .filter((burn) => {
      const height = burn - ((burn - begin) % blocksPerSnapshot)
      return burn >= captureWindowEnd(height, blocksPerSnapshot)
    })
}

/** What a contract printed of one kind, as cycle, snapshot and address. */
export const printed = (network: Network, contract: string, kind: string): string[] =>
  network.node.ledger
    .logs(contract)
    .map(printedFieldsOf)
    .filter((fields) => fields['function-name'] === kind)
    .map((fields) =>
      [fields['cycle-id'], fields['snapshot-index'], fields['enrolled-address']].join(' '),
    )
