import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectAccepted } from '../../src/dev/faults/expect-accepted.ts'
import { expectAnnouncedOnce } from '../../src/dev/faults/expect-announced-once.ts'
import { playsAllFaults, chooseFaults, createFaultTable } from '../../src/dev/faults/fault-table.ts'
import { playStops } from '../../src/dev/faults/play-stops.ts'
import { StacksScene, user } from '../../src/dev/faults/stacks-scene.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'
import { restarts } from './faults/restarts.ts'
import { storageFaults } from './faults/storage.ts'
import { surroundings } from './faults/surroundings.ts'

/*
 * After every fault: no intent lost, nothing requested from the wallet twice, no notification
 * repeated, no wrong figure shown as right. A third of each part is played, by `npm run load` all
 * of them; the table is printed. The same for Hyperstaking: faults-dusk.test.ts.
 */

const table = createFaultTable()
let scene: StacksScene

beforeAll(async () => {
  const network = await sharedNetwork()
  scene = await StacksScene.start(network, await sharedSession(network.url))
})
afterAll(() => table.print())

describe('the service worker stopped before every call that it awaits', () => {
  it('while it takes a request to the wallet', async () => {
    let before = 0
    const played = await playStops(scene.session, table, {
      fault: 'signing',
      first: 1,
      async prepare() {
        await scene.from(scene.connected)
        before = scene.calls()
      },
      async work() {
        expect(await scene.enroll()).toEqual({ ok: true })
        await scene.until('submitted')
      },
      async check() {
        const { probe } = scene.session
        await scene.command({ type: 'opened', tabId: scene.tabId })
        const settled = await probe.waitUntil(
          ({ intents }) => intents.every(({ state }) => state !== 'created' && state !== 'asking'),
          'an intent that is settled',
        )
        const [intent] = settled.intents
        // Before the request was stored, nothing was promised.
        if (!intent) await expectAccepted(scene.enroll())
        else if (intent.state === 'failed') {
          expect(intent.failure).toBe('interrupted')
          await expectAccepted(scene.retry(intent.id))
        }
        await probe.waitUntil(
          ({ intents }) => ['submitted', 'confirmed'].includes(intents[0]?.state ?? ''),
          'a submitted intent',
        )
        await scene.confirmed()
        expect(await scene.intents()).toHaveLength(1)
        expect(scene.calls() - before).toBe(1)
        return intent
          ? `${intent.state}, then confirmed; asked once`
          : 'not taken, asked again; confirmed'
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 8 : 3)
  })

  it('while it follows a transaction', async () => {
    const played = await playStops(scene.session, table, {
      fault: 'tracking',
      first: 2,
      async prepare() {
        await scene.from(scene.connected)
        await expectAccepted(scene.enroll())
        await scene.until('submitted')
        await scene.network.control.mine()
      },
      work: () => scene.session.refresh(),
      async check() {
        await scene.session.refresh()
        const intent = await scene.until('confirmed')
        expect(await scene.intents()).toHaveLength(1)
        expect((await scene.session.probe.readState()).readings[user.address]).toMatchObject({
          enrolledNextCycle: { known: true, value: true },
        })
        return intent.state
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 10 : 2)
  })

  it('while it announces a reward', async () => {
    const unpaid = await scene.unpaid()
    const played = await playStops(scene.session, table, {
      fault: 'notifying',
      first: 3,
      prepare: () => scene.from(unpaid, true),
      work: () => scene.session.refresh(),
      async check() {
        const announced = await expectAnnouncedOnce(scene.session, 'ledger', () =>
          scene.session.refresh(),
        )
        expect(announced).toEqual(
          (await scene.session.probe.readState()).rewards.map(({ key }) => key),
        )
        return 'announced once'
      },
    })
    expect(played).toBeGreaterThan(playsAllFaults ? 10 : 2)
  })
})

describe('other faults', () => {
  it.each(chooseFaults([...restarts, ...storageFaults, ...surroundings]))(
    '$fault: $at',
    async ({ fault, at, play }) => {
      await scene.from(scene.connected)
      table.add(fault, at, await play(scene))
    },
  )
})
