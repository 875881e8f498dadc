import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DuskScene } from '../../src/dev/faults/dusk-scene.ts'
import { expectAccepted } from '../../src/dev/faults/expect-accepted.ts'
import { expectAnnouncedOnce } from '../../src/dev/faults/expect-announced-once.ts'
import { playsAllFaults, chooseFaults, createFaultTable } from '../../src/dev/faults/fault-table.ts'
import { playStops } from '../../src/dev/faults/play-stops.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { sharedSession } from '../support/shared/session.ts'
import { duskRestarts } from './faults/dusk-restarts.ts'
import { duskFaults } from './faults/dusk.ts'

// What faults.test.ts plays for Dual Stacking, for pool calls and notices about pools; the same
// holds after every fault.

const table = createFaultTable()
let network: DuskNetwork
let scene: DuskScene

beforeAll(async () => {
  network = await createDuskNetwork({ seed: 'faults', faultChance: 0 })
  scene = await DuskScene.start(network, await sharedSession())
})
afterAll(async () => {
  await network?.close()
  table.print()
})

describe('the service worker stopped before every call that it awaits', () => {
  it('while it takes a pool call to the wallet', async () => {
    let before = 0n
    const played = await playStops(scene.session, table, {
      fault: 'signing',
      first: 1,
      async prepare() {
        await scene.from(scene.connected)
        before = scene.calls()
      },
      async work() {
        expect(await scene.deposit()).toEqual({ ok: true })
        await scene.sent()
      },
      async check() {
        await scene.command({ type: 'opened', tabId: scene.tabId })
        const settled = await scene.when(
          ({ intents }) =>
            intents.every(
              ({ state, hash }) => state !== 'created' && (state !== 'asking' || hash !== null),
            ),
          'a call that is settled',
        )
        const [intent] = settled.intents
        // Before the request was stored, nothing was promised.
        if (!intent) await expectAccepted(scene.deposit())
        else if (intent.state === 'failed') {
          expect(intent.failure).toBe('interrupted')
          await expectAccepted(scene.retry(intent.id))
        }
        await scene.when(
          ({ intents }) => intents[0]?.hash !== undefined && intents[0].hash !== null,
          'a transaction',
        )
        await scene.settled()
        expect(await scene.intents()).toHaveLength(1)
        expect(scene.calls() - before).toBe(1n)
        return intent
          ? `${intent.state}, then carried out; asked once`
          : 'not taken, asked again; carried out'
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 8 : 3)
  })

  it('while it compares and follows a transaction', async () => {
    await scene.from(scene.connected)
    await scene.answered()
    const answered = await scene.session.probe.readRaw()
    scene.network.control.mine(3n)
    const played = await playStops(scene.session, table, {
      fault: 'tracking',
      first: 2,
      prepare: () => scene.from(answered),
      work: scene.refresh,
      async check() {
        await scene.settled()
        expect(await scene.intents()).toHaveLength(1)
        return 'final'
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 10 : 2)
  })

  it('while it announces a reward and a pause', async () => {
    const { control } = scene.network
    await scene.from(scene.connected)
    await expectAccepted(scene.deposit())
    await scene.sent()
    await scene.settled()
    const unannounced = await scene.session.probe.readRaw()
    control.epochs(1)
    control.mine(4n)
    const played = await playStops(scene.session, table, {
      fault: 'notifying',
      first: 3,
      prepare: () => scene.from(unannounced, true),
      work: scene.refresh,
      async check() {
        // The next refresh sees a later block, and finds again what was noted before.
        control.mine(1n)
        const announced = await expectAnnouncedOnce(scene.session, 'duskLedger', scene.refresh)
        expect(announced.filter((key) => key.includes(':paused:'))).toHaveLength(1)
        expect(announced.filter((key) => key.includes(':reward:')).length).toBeGreaterThan(0)
        await scene.right()
        return 'announced once'
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 10 : 2)
  })
})

describe('other faults', () => {
  it.each(chooseFaults([...duskRestarts, ...duskFaults]))(
    '$fault: $at',
    async ({ fault, at, play }) => {
      await scene.from(scene.connected)
      table.add(fault, at, await play(scene))
    },
  )
})
