import { expect } from 'vitest'
import type { AccountReading } from '../../../src/chain/stacks/readings.ts'
import { StorageProbe } from '../../../src/dev/browser/chromium/storage-probe.ts'
import { expectAccepted } from '../../../src/dev/faults/expect-accepted.ts'
import type { PlayedFault } from '../../../src/dev/faults/fault-table.ts'
import { DAY_MS } from '../../../src/dev/faults/harm.ts'
import { user, type StacksScene } from '../../../src/dev/faults/stacks-scene.ts'

const enrolled = (reading: AccountReading | undefined): boolean =>
  reading?.enrolledNextCycle.known === true && reading.enrolledNextCycle.value

/** What happens around the background: an update, the clock, the network, other windows. */
export const surroundings: PlayedFault<StacksScene>[] = [
  {
    fault: 'extension updated',
    at: 'wallet asked',
    async play(scene) {
      const { session, network } = scene
      const { id } = await scene.waiting()
      await session.chromium.update()
      session.probe = await StorageProbe.open(session.chromium)
      await session.wallet.approveCall()
      await scene.start()
      // The page's part belonged to the earlier version and is heard no more: the request is kept,
      // and what the chain says counts.
      expect(await scene.until('failed')).toMatchObject({ id, failure: 'interrupted' })
      await network.control.mine()
      await session.refresh()
      const state = await session.probe.waitUntil(
        ({ readings }) => enrolled(readings[user.address]),
        'the enrollment',
      )
      expect(state.intents).toHaveLength(1)
      expect(await scene.enroll()).toMatchObject({ ok: false, code: 'already-enrolled' })
      // An update takes the tab's grant away; the toolbar button gives it again.
      await scene.grant()
      return 'interrupted, and the chain’s word shown; nothing signed twice'
    },
  },
  {
    fault: 'clock a day ahead',
    at: 'wallet asked',
    chosen: true,
    async play(scene) {
      const { id } = await scene.waiting()
      await scene.shiftClock(DAY_MS)
      await scene.session.refresh()
      expect(await scene.until('failed')).toMatchObject({ id, failure: 'timeout' })
      await scene.session.wallet.approveCall()
      await scene.until('submitted')
      await scene.confirmed()
      return 'timed out, and its late answer counts'
    },
  },
  {
    fault: 'clock a day behind',
    at: 'transaction under way',
    async play(scene) {
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await scene.shiftClock(-DAY_MS)
      await scene.session.refresh()
      expect((await scene.intents())[0]!.state).toBe('submitted')
      await scene.confirmed()
      return 'confirmed'
    },
  },
  {
    fault: 'clock a day behind',
    at: 'mined in the Bitcoin block that was read before',
    chosen: true,
    async play(scene) {
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await scene.shiftClock(-DAY_MS)
      await scene.network.control.mine()
      // As by the alarm, which asks for no address in particular.
      await scene.command({ type: 'opened', tabId: null })
      await scene.until('confirmed')
      await scene.session.probe.waitUntil(
        ({ readings }) => enrolled(readings[user.address]),
        'the enrollment',
      )
      return 'what it changed is read anew'
    },
  },
  {
    fault: 'clock a day ahead and back',
    at: 'transaction under way',
    async play(scene) {
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await scene.shiftClock(DAY_MS)
      await scene.session.refresh()
      await scene.shiftClock(-DAY_MS)
      await scene.confirmed()
      return 'confirmed'
    },
  },
  {
    fault: 'two windows',
    at: 'the same request at once',
    chosen: true,
    async play(scene) {
      await scene.session.wallet.set({ silent: false })
      const before = scene.calls()
      const answers = await Promise.all([1, 2, 3].map(() => scene.enroll()))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      await scene.session.wallet.approveCall()
      await scene.until('submitted')
      expect(await scene.intents()).toHaveLength(1)
      await scene.confirmed()
      expect(scene.calls() - before).toBe(1)
      return 'one request, one signature'
    },
  },
  {
    fault: 'two windows',
    at: 'retry at once',
    async play(scene) {
      await scene.session.wallet.set({ silent: false })
      void scene.enroll().catch(() => undefined)
      await scene.session.wallet.reject()
      const { id } = await scene.until('failed')
      const before = scene.calls()
      const answers = await Promise.all([1, 2].map(() => scene.retry(id)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      await scene.session.wallet.approveCall()
      await scene.until('submitted')
      await scene.confirmed()
      expect(scene.calls() - before).toBe(1)
      return 'one request, one signature'
    },
  },
  {
    fault: 'two windows',
    at: 'opened at once over the page that a request waits on',
    chosen: true,
    async play(scene) {
      const { session } = scene
      await expectAccepted(scene.enroll(null))
      await session.probe.waitUntil(
        ({ intents }) => intents[0]?.failure === 'no-tab',
        'an intent that waits on its page',
      )
      await session.chromium.killBackground()
      // It waits on the page that has let the extension in, as a signing page has after the press
      // of the button.
      const { journal } = (await session.probe.readRaw()) as {
        journal: { d: { intent: { tabId: number } }[] }
      }
      journal.d[0]!.intent.tabId = scene.tabId
      await session.probe.set({ journal })
      await session.chromium.killBackground()
      await scene.start()
      const before = scene.calls()
      await Promise.all([1, 2, 3].map(() => scene.command({ type: 'opened', tabId: scene.tabId })))
      await scene.until('submitted')
      await scene.confirmed()
      expect(scene.calls() - before).toBe(1)
      expect(await scene.intents()).toHaveLength(1)
      return 'the wallet is asked once'
    },
  },
  {
    fault: 'network gone for a day',
    at: 'transaction under way',
    async play(scene) {
      const { session, network } = scene
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await session.refresh()
      const { readAt } = (await session.probe.readState()).network!
      await network.control.setFault({ kind: 'down' })
      await scene.shiftClock(DAY_MS)
      for (let look = 0; look < 2; look++) await session.refresh()
      const gone = await session.probe.readState()
      expect(gone.refresh.problem).toBe('offline')
      // What was read stays, with the time at which it was; the transaction is neither lost nor
      // called anything.
      expect(gone.network!.readAt).toBe(readAt)
      expect(gone.intents[0]!.state).toBe('submitted')
      await network.control.setFault(null)
      await scene.confirmed()
      expect((await session.probe.readState()).refresh.problem).toBeNull()
      return 'old figures with their age, then confirmed'
    },
  },
]
