import { expect } from 'vitest'
import { StorageProbe } from '../../../src/dev/browser/chromium/storage-probe.ts'
import type { DuskScene } from '../../../src/dev/faults/dusk-scene.ts'
import { expectAccepted } from '../../../src/dev/faults/expect-accepted.ts'
import type { PlayedFault } from '../../../src/dev/faults/fault-table.ts'
import { DAY_MS, fillStorage, waitForRefusedWrites } from '../../../src/dev/faults/harm.ts'

/** What happens to the storage and around the background while it works for Hyperstaking. */
export const duskFaults: PlayedFault<DuskScene>[] = [
  {
    fault: 'extension updated',
    at: 'wallet asked',
    async play(scene) {
      const { session } = scene
      const before = scene.calls()
      const { id } = await scene.waiting()
      await session.chromium.update()
      session.probe = await StorageProbe.open(session.chromium)
      await session.wallet.approve()
      await scene.start()
      // The page's part belonged to the earlier version and is heard no more: the request is kept,
      // and what the chain says counts.
      expect(await scene.until('failed')).toMatchObject({ id, failure: 'interrupted' })
      scene.network.control.mine(1n)
      await scene.refresh()
      await scene.right()
      expect(scene.calls() - before).toBe(1n)
      expect(await scene.intents()).toHaveLength(1)
      await scene.grant()
      return 'interrupted, and the chain’s word shown; nothing signed twice'
    },
  },
  {
    fault: 'storage full',
    at: 'new request',
    async play(scene) {
      const makeRoom = await fillStorage(scene.session.probe)
      const before = scene.calls()
      expect(await scene.deposit()).toMatchObject({ ok: false })
      await makeRoom()
      await scene.session.chromium.killBackground()
      await scene.start()
      expect(await scene.intents()).toEqual([])
      expect(await scene.deposit()).toEqual({ ok: true })
      await scene.sent()
      await scene.settled()
      expect(scene.calls() - before).toBe(1n)
      return 'refused without asking the wallet; goes on when there is room'
    },
  },
  {
    fault: 'storage full',
    at: 'wallet answers, background stopped',
    async play(scene) {
      const before = scene.calls()
      const { id } = await scene.waiting()
      const makeRoom = await fillStorage(scene.session.probe)
      const refused = waitForRefusedWrites(scene.session.chromium, 3)
      await scene.session.wallet.approve()
      await refused
      await scene.session.chromium.killBackground()
      await makeRoom()
      await scene.start()
      await scene.sent()
      await scene.settled()
      expect(await scene.intents()).toMatchObject([{ id }])
      expect(scene.calls() - before).toBe(1n)
      return 'told again until it is stored; carried out'
    },
  },
  {
    fault: 'storage of a later version',
    at: 'journal',
    chosen: true,
    async play(scene) {
      const newer = { v: 99, d: { kept: 'by a later version' } }
      const before = scene.calls()
      await scene.session.chromium.killBackground()
      await scene.session.probe.set({ duskJournal: newer })
      await scene.session.chromium.killBackground()
      await scene.start()
      expect(await scene.deposit()).toEqual({ ok: false, code: 'newer-data' })
      expect((await scene.session.probe.readRaw())['duskJournal']).toEqual(newer)
      expect(scene.calls()).toBe(before)
      return 'left alone; requests are refused with a sentence'
    },
  },
  {
    fault: 'storage of an earlier version',
    at: 'account and reading',
    chosen: true,
    async play(scene) {
      const { probe, chromium } = scene.session
      await expectAccepted(scene.deposit())
      await scene.sent()
      await chromium.killBackground()
      const before = await scene.now()
      // As version 1 wrote them: it did not count the wallet's other accounts, and its readings and
      // plans had another form.
      const raw = (await probe.readRaw()) as Record<
        string,
        { v: number; d: Record<string, unknown> }
      >
      const { others: _, ...account } = raw['dusk']!.d['account'] as Record<string, unknown>
      await probe.set({
        dusk: { v: 1, d: { ...raw['dusk']!.d, account, plan: { verdict: 'passes' } } },
        duskReading: { v: 1, d: { ...raw['duskReading']!.d, pools: [{ position: '1' }] } },
      })
      await chromium.killBackground()
      await scene.start()
      const then = await scene.now()
      expect(then).toMatchObject({
        account: { ...account, others: 0 },
        plan: null,
        reading: null,
        intents: before.intents,
      })
      expect((await probe.readState()).storageProblems).toEqual([])
      await scene.settled()
      return 'migrated; no figure shown until it is read anew'
    },
  },
  {
    fault: 'storage of an earlier version',
    at: 'journal in a form that nothing migrates',
    chosen: true,
    async play(scene) {
      const { probe, chromium } = scene.session
      await expectAccepted(scene.deposit())
      await scene.sent()
      await chromium.killBackground()
      const earlier = { ...((await probe.readRaw())['duskJournal'] as object), v: 0 }
      await probe.set({ duskJournal: earlier })
      await chromium.killBackground()
      await scene.start()
      expect(await scene.intents()).toEqual([])
      const raw = await probe.readRaw()
      expect(
        Object.keys(raw)
          .filter((key) => key.startsWith('quarantine:'))
          .map((key) => raw[key]),
      ).toEqual([earlier])
      expect((await probe.readState()).storageProblems).toMatchObject([
        { item: 'duskJournal', code: 'corrupt' },
      ])
      await scene.refresh()
      await scene.right()
      return 'set aside and said; the chain’s word shown'
    },
  },
  {
    fault: 'clock a day ahead',
    at: 'wallet asked',
    async play(scene) {
      const { id } = await scene.waiting()
      await scene.shiftClock(DAY_MS)
      await scene.refresh()
      expect(await scene.until('failed')).toMatchObject({ id, failure: 'timeout' })
      await scene.session.wallet.approve()
      await scene.sent()
      await scene.settled()
      expect(await scene.intents()).toMatchObject([{ id }])
      return 'timed out, and its late answer counts'
    },
  },
  {
    fault: 'clock a day ahead',
    at: 'wallet asked, made again, both approved',
    chosen: true,
    async play(scene) {
      const { session } = scene
      const before = scene.calls()
      const { id } = await scene.waiting()
      const first = await session.wallet.window()
      await scene.shiftClock(DAY_MS)
      await scene.refresh()
      await scene.until('failed')
      await session.wallet.set({ silent: true })
      await expectAccepted(scene.retry(id))
      await scene.sent()
      const closed = first.waitForEvent('close')
      await first.locator('#approve:enabled').click()
      await closed
      await scene.when(
        ({ intents }) => intents.length === 2 && intents.every(({ hash }) => hash !== null),
        'both transactions',
      )
      scene.network.control.mine(3n)
      await scene.refresh()
      const { intents } = await scene.when(
        (state) => state.intents.every(({ state: each }) => each === 'final'),
        'both final',
      )
      expect(new Set(intents.map(({ hash }) => hash)).size).toBe(2)
      expect(scene.calls() - before).toBe(2n)
      await scene.right()
      return 'both transactions are followed'
    },
  },
  {
    fault: 'clock a day behind',
    at: 'transaction under way',
    chosen: true,
    async play(scene) {
      await expectAccepted(scene.deposit())
      await scene.sent()
      await scene.shiftClock(-DAY_MS)
      await scene.refresh()
      await scene.settled()
      return 'carried out'
    },
  },
  {
    fault: 'clock a day ahead and back',
    at: 'transaction waits for a block',
    async play(scene) {
      scene.network.control.automine(false)
      await expectAccepted(scene.deposit())
      await scene.until('submitted')
      await scene.shiftClock(DAY_MS)
      await scene.refresh()
      await scene.shiftClock(-DAY_MS)
      expect((await scene.intents())[0]!.state).toBe('submitted')
      scene.network.control.mine(1n)
      await scene.settled()
      return 'carried out'
    },
  },
  {
    fault: 'two windows',
    at: 'the same request at once',
    chosen: true,
    async play(scene) {
      await scene.session.wallet.set({ silent: false })
      const before = scene.calls()
      const answers = await Promise.all([1, 2, 3].map(() => scene.deposit()))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      await scene.session.wallet.approve()
      await scene.sent()
      await scene.settled()
      expect(await scene.intents()).toHaveLength(1)
      expect(scene.calls() - before).toBe(1n)
      return 'one request, one signature'
    },
  },
  {
    fault: 'two windows',
    at: 'retry at once',
    chosen: true,
    async play(scene) {
      await scene.session.wallet.set({ silent: false })
      void scene.deposit().catch(() => undefined)
      await scene.session.wallet.reject()
      const { id } = await scene.until('failed')
      const before = scene.calls()
      const answers = await Promise.all([1, 2].map(() => scene.retry(id)))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      await scene.session.wallet.approve()
      await scene.sent()
      await scene.settled()
      expect(scene.calls() - before).toBe(1n)
      return 'one request, one signature'
    },
  },
  {
    fault: 'two windows',
    at: 'opened at once over the page that a request waits on',
    chosen: true,
    async play(scene) {
      const { session } = scene
      await expectAccepted(scene.deposit(null))
      await scene.when(
        ({ intents }) => intents[0]?.failure === 'no-tab',
        'a call that waits on its page',
      )
      await session.chromium.killBackground()
      // It waits on the page that has let the extension in, as a signing page has after the press
      // of the button.
      const { duskJournal } = (await session.probe.readRaw()) as {
        duskJournal: { d: { intent: { tabId: number } }[] }
      }
      duskJournal.d[0]!.intent.tabId = scene.tabId
      await session.probe.set({ duskJournal })
      await session.chromium.killBackground()
      await scene.start()
      const before = scene.calls()
      await Promise.all([1, 2, 3].map(() => scene.command({ type: 'opened', tabId: scene.tabId })))
      await scene.sent()
      await scene.settled()
      expect(scene.calls() - before).toBe(1n)
      expect(await scene.intents()).toHaveLength(1)
      return 'the wallet is asked once'
    },
  },
  {
    fault: 'network gone for a day',
    at: 'transaction under way',
    async play(scene) {
      await expectAccepted(scene.deposit())
      await scene.sent()
      await scene.refresh()
      const { reading, intents } = await scene.now()
      scene.network.control.nodeFaults({ kind: 'down' })
      await scene.shiftClock(DAY_MS)
      for (let look = 0; look < 2; look++) await scene.refresh()
      const gone = await scene.now()
      expect(gone.problem).toBe(true)
      // What was read stays, with the time at which it was; the transaction is neither lost nor
      // called anything.
      expect(gone.reading).toEqual(reading)
      expect(gone.intents).toEqual(intents)
      scene.network.control.nodeFaults(undefined)
      await scene.settled()
      expect((await scene.now()).problem).toBe(false)
      return 'old figures with their age, then carried out'
    },
  },
]
