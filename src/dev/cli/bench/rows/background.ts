import { Cl } from '@stacks/transactions'
import { Session } from '../../../browser/chromium/session.ts'
import { startFaultProxy } from '../../../faults/fault-proxy.ts'
import { holders, playHours, startHolders } from '../../../faults/holders.ts'
import { userAccounts } from '../../../network/accounts.ts'
import { createNetwork } from '../../../network/index.ts'
import { createStacksSender } from '../../../network/node/sender.ts'
import { buildMeasured } from '../build-measured.ts'
import { median } from '../measure.ts'
import type { Row } from '../row.ts'

const REFRESHES_PER_HOUR = 4
const BLOCK_MINUTES = 10
const kilobytes = (bytes: number): number => Math.round(bytes / 10) / 100

/**
 * The background on a public network while no one uses it: woken by its alarm four times an hour
 * after the browser has put it to sleep, a Bitcoin block every ten minutes, one enrolled address.
 * The hour is played without its waiting times; processor time is that of the extension's
 * processes, as the browser counts it.
 */
async function idle(): Promise<Row[]> {
  await buildMeasured()
  const network = await createNetwork({
    demo: { snapshots: 14, blocksPerSnapshot: 150 },
    keeper: false,
    blockIntervalMs: 0,
  })
  const [user] = userAccounts
  await createStacksSender(network.node)(user!, {
    kind: 'call',
    contract: network.contracts.dualStacking,
    method: 'enroll',
    args: [Cl.none()],
  })
  const host = await startFaultProxy(network.url)
  const session = await Session.start({ api: host.url })
  let bytes = 0
  let interfaceBytes = 0
  host.play((exchange) => {
    const size = Buffer.byteLength(exchange.text)
    // Read once for each contract, and as large as that contract makes it.
    if (exchange.path.startsWith('/v2/contracts/interface/')) interfaceBytes += size
    else bytes += size
    return exchange
  })
  const counted = async (work: () => Promise<unknown>) => {
    const before = { requests: host.seen.length, bytes }
    await work()
    return { requests: host.seen.length - before.requests, bytes: bytes - before.bytes }
  }
  /** A refresh as the alarm triggers it: no user has asked for a new one. */
  const byItself = async () => {
    const { finishedAt } = (await session.probe.readState()).refresh
    await session.probe.sendCommand({ type: 'opened', tabId: null })
    await session.probe.waitUntil(
      ({ refresh }) => refresh.startedAt === null && refresh.finishedAt !== finishedAt,
      'a refresh',
    )
  }
  /** Starts the worker without giving it anything to do. */
  const wakeOnly = () => session.probe.sendCommand({ type: 'dismissNews', key: 'none' })
  const processorMs = async () => {
    const { processInfo } = await session.chromium.cdp.send('SystemInfo.getProcessInfo')
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
  }
  const hour = async () => {
    const before = await processorMs()
    const traffic = await counted(async () => {
      for (let minute = 0; minute < 60; minute += 5) {
        if (minute % BLOCK_MINUTES === 0) await network.control.mineBurn(1)
        if (minute % (60 / REFRESHES_PER_HOUR) !== 0) continue
        await session.chromium.killBackground()
        await byItself()
      }
    })
    return { ...traffic, processor: (await processorMs()) - before }
  }
  try {
    const first = await counted(async () => {
      await session.probe.sendCommand({ type: 'watch', address: user!.address })
      await session.probe.waitUntil(
        ({ readings, refresh }) =>
          readings[user!.address]?.sats.known === true &&
          refresh.startedAt === null &&
          refresh.requestsLeft === null,
        'a reading',
      )
    })
    await network.control.mineBurn(1)
    const nextBlock = await counted(byItself)
    const byHand = await counted(() => session.refresh())
    const kept = await session.probe.countBytes()
    await hour()
    const hours = [await hour(), await hour(), await hour()]
    const before = await processorMs()
    for (let alarm = 0; alarm < REFRESHES_PER_HOUR; alarm++) {
      await session.chromium.killBackground()
      await wakeOnly()
    }
    const waking = (await processorMs()) - before
    const asFirst = `as the first time: ${first.requests} requests, ${kilobytes(first.bytes)} kB`
    return [
      {
        what: 'first refresh of an address',
        median: first.requests,
        unit: 'requests',
        atMost: 25,
        comparedWith: 'what the public API allows in a minute: 25',
      },
      {
        what: '… its bytes besides the contract’s interface, which is read once',
        median: kilobytes(first.bytes),
        unit: 'kB',
        atMost: 10,
        comparedWith: `that interface: ${kilobytes(interfaceBytes)} kB; what is kept of all: ${kilobytes(kept)} kB`,
      },
      {
        what: 'refresh in the next Bitcoin block',
        median: nextBlock.requests,
        unit: 'requests',
        atMost: 14,
        comparedWith: asFirst,
      },
      {
        what: '… its bytes',
        median: kilobytes(nextBlock.bytes),
        unit: 'kB',
        atMost: 20,
        comparedWith: asFirst,
      },
      {
        what: 'refresh asked for by hand, within a block',
        median: byHand.requests,
        unit: 'requests',
        atMost: 12,
        comparedWith: asFirst,
      },
      {
        what: 'an idle hour',
        median: median(hours.map(({ requests }) => requests)) / 60,
        unit: 'per minute',
        atMost: 1,
        comparedWith: `each alarm as if for the first time: ${((first.requests * REFRESHES_PER_HOUR) / 60).toFixed(1)}`,
      },
      {
        what: '… processor time of the background',
        median: median(hours.map(({ processor }) => processor)),
        unit: 'ms',
        atMost: 1000,
        comparedWith: `the same ${REFRESHES_PER_HOUR} starts of the worker with nothing to do: ${waking.toFixed(0)} ms`,
      },
    ]
  } finally {
    await session.close()
    await host.close()
    await network.close()
  }
}

/**
 * A holder who looks ten times an hour on top of the alarms, in every family of contracts, compared
 * with a client that keeps nothing from one look to the next.
 */
async function used(): Promise<Row[]> {
  const world = await startHolders()
  try {
    const measured: Row[] = []
    for (const name of Object.keys(holders) as (keyof typeof holders)[]) {
      const { hours } = await playHours(world, name, 3)
      const {
        hours: [forgetful],
      } = await playHours(world, name, 1, { remembers: false })
      measured.push({
        what: `an hour with ten looks: ${name}`,
        median: median(hours) / 60,
        unit: 'per minute',
        atMost: 2,
        comparedWith: `a client that keeps nothing: ${(forgetful! / 60).toFixed(1)}`,
      })
    }
    return measured
  } finally {
    await world.close()
  }
}

export const rows = async (): Promise<Row[]> => [...(await idle()), ...(await used())]
