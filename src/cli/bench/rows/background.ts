import { spawnSync } from 'node:child_process'
import { Cl } from '@stacks/transactions'
import { userAccounts } from '../../../network/accounts.ts'
import { createNetwork } from '../../../network/index.ts'
import { createSender } from '../../../network/node/sender.ts'
import { Session } from '../../../../test/support/browser/session.ts'
import { startFaultProxy } from '../../../../test/support/fault-proxy.ts'
import type { Row } from '../row.ts'

const REFRESHES_PER_HOUR = 12
const BLOCKS_PER_HOUR = 6

/**
 * The background as it is on a public network while nobody looks: woken by its alarm every five minutes after the browser has put it to sleep, a Bitcoin block every ten minutes, one
 * enrolled address. The hour is played without its waiting; processor time is that of the extension's processes, by the browser's own account.
 */
export async function rows(): Promise<Row[]> {
  if (spawnSync('node_modules/.bin/tsx', ['src/cli/build.ts', 'extension', 'demo-wallet'], { stdio: 'ignore' }).status !== 0) throw new Error('The build failed.')
  const network = await createNetwork({ demo: { snapshots: 14, blocksPerSnapshot: 150 }, keeper: false, blockIntervalMs: 0 })
  const [user] = userAccounts
  await createSender(network.node)(user!, { kind: 'call', contract: network.contracts.dualStacking, method: 'enroll', args: [Cl.none()] })
  const host = await startFaultProxy(network.url)
  const session = await Session.start({ api: host.url })
  let bytes = 0
  host.play((exchange) => {
    bytes += Buffer.byteLength(exchange.text)
    return exchange
  })
  const counted = async (work: () => Promise<unknown>) => {
    const before = { requests: host.seen.length, bytes }
    await work()
    return { requests: host.seen.length - before.requests, bytes: bytes - before.bytes }
  }
  /** A refresh as the alarm makes it: nobody has asked for anything anew. */
  const byItself = async () => {
    const { finishedAt } = (await session.probe.state()).refresh
    await session.probe.command({ type: 'opened', tabId: null })
    await session.probe.until(({ refresh }) => refresh.startedAt === null && refresh.finishedAt !== finishedAt, 'a refresh')
  }
  const processorMs = async () => {
    const { processInfo } = await session.chromium.cdp.send('SystemInfo.getProcessInfo')
    return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
  }
  const hour = async () => {
    const before = await processorMs()
    const traffic = await counted(async () => {
      for (let alarm = 0; alarm < REFRESHES_PER_HOUR; alarm++) {
        if (alarm % (REFRESHES_PER_HOUR / BLOCKS_PER_HOUR) === 0) await network.control.mineBurn(1)
        await session.chromium.killBackground()
        await byItself()
      }
    })
    return { ...traffic, processor: (await processorMs()) - before }
  }
  try {
    const first = await counted(async () => {
      await session.probe.command({ type: 'watch', address: user!.address })
      await session.probe.until(({ readings, refresh }) => readings[user!.address]?.sats.known === true && refresh.startedAt === null && refresh.requestsLeft === null, 'a reading')
    })
    await network.control.mineBurn(1)
    const nextBlock = await counted(byItself)
    const byHand = await counted(() => session.refresh())
    await hour()
    const hours = [await hour(), await hour(), await hour()]
    const median = (of: (hour: (typeof hours)[number]) => number) => hours.map(of).toSorted((a, b) => a - b)[1]!
    return [
      { what: 'first refresh of an address: requests', median: first.requests, unit: 'requests', atMost: 25, comparedWith: `${(first.bytes / 1000).toFixed(0)} kB` },
      { what: '… its bytes', median: first.bytes / 1000, unit: 'kB', atMost: 60 },
      { what: 'refresh in the next Bitcoin block: requests', median: nextBlock.requests, unit: 'requests', atMost: 14 },
      { what: '… its bytes', median: nextBlock.bytes / 1000, unit: 'kB', atMost: 20 },
      { what: 'refresh asked for by hand, within a block: requests', median: byHand.requests, unit: 'requests', atMost: 12 },
      { what: 'an idle hour: requests', median: median((each) => each.requests) / 60, unit: 'per minute', atMost: 2 },
      { what: '… processor time of the background', median: median((each) => each.processor), unit: 'ms', atMost: 1000, comparedWith: `${REFRESHES_PER_HOUR} starts of the worker` },
    ]
  } finally {
    await session.close()
    await host.close()
    await network.close()
  }
}
