import { expect } from 'vitest'
import type { DuskScene } from '../../../src/dev/faults/dusk-scene.ts'
import { expectAccepted } from '../../../src/dev/faults/expect-accepted.ts'
import { expectAnnouncedOnce } from '../../../src/dev/faults/expect-announced-once.ts'
import type { PlayedFault } from '../../../src/dev/faults/fault-table.ts'

const fault = 'browser restarted'

/** The browser quits and starts again, in every state of a pool call and of a notification. */
export const duskRestarts: PlayedFault<DuskScene>[] = [
  {
    fault,
    at: 'created, before the wallet was asked',
    async play(scene) {
      const { reached } = await scene.session.chromium.hangBackgroundAt('scripting.executeScript', {
        text: 'bridge.js',
      })
      void scene.deposit().catch(() => undefined)
      await reached()
      const { id } = await scene.until('created')
      await scene.restart()
      await scene.madeAgain(id)
      return 'interrupted; made again, carried out'
    },
  },
  {
    fault,
    at: 'created, waiting on its signing page',
    async play(scene) {
      expect(await scene.deposit(null)).toEqual({ ok: true })
      await scene.command({ type: 'dusk/connect', tabId: null, walletId: null })
      const { intents } = await scene.when(
        (state) =>
          state.intents[0]?.failure === 'no-tab' && state.connection?.stage === 'waiting-tab',
        'a call and a connection that wait on a page',
      )
      expect(intents[0]).toMatchObject({ state: 'created' })
      await scene.restart()
      await scene.when(
        ({ connection }) => connection?.failure === 'tab-closed',
        'a connection that failed',
      )
      await scene.madeAgain(intents[0]!.id, 'tab-closed')
      return 'its tab is closed, and that is said; made again, carried out'
    },
  },
  {
    fault,
    at: 'wallet asked',
    async play(scene) {
      const { id } = await scene.waiting()
      await scene.restart()
      await scene.madeAgain(id)
      return 'interrupted; made again, carried out'
    },
  },
  {
    fault,
    at: 'answered, not compared yet',
    async play(scene) {
      const before = scene.calls()
      const { id, hash } = await scene.answered()
      await scene.restart()
      await scene.refresh()
      expect((await scene.sent()).intents).toMatchObject([{ id, hash }])
      await scene.settled()
      expect(scene.calls() - before).toBe(1n)
      return 'compared later, carried out'
    },
  },
  {
    fault,
    at: 'waiting for its block',
    async play(scene) {
      scene.network.control.automine(false)
      await expectAccepted(scene.deposit())
      const { id, hash } = await scene.until('submitted')
      await scene.restart()
      expect(await scene.intents()).toMatchObject([{ id, hash, state: 'submitted' }])
      scene.network.control.mine(1n)
      await scene.settled()
      return 'carried out'
    },
  },
  {
    fault,
    at: 'executed, not final yet',
    async play(scene) {
      await expectAccepted(scene.deposit())
      await scene.sent()
      await scene.refresh()
      const { id, hash } = await scene.until('executed')
      await scene.restart()
      expect(await scene.intents()).toMatchObject([{ id, hash, state: 'executed' }])
      await scene.settled()
      return 'final'
    },
  },
  {
    fault,
    at: 'over: failed, refused, reverted, final',
    async play(scene) {
      const { session, network } = scene
      await session.wallet.set({ silent: false })
      void scene.deposit().catch(() => undefined)
      await session.wallet.reject()
      await scene.until('failed')
      await session.wallet.set({ silent: true, behaviour: 'other-argument' })
      await expectAccepted(scene.deposit())
      await scene.until('refused')
      await session.wallet.set({ behaviour: 'honest' })
      await scene.waiting()
      scene.pause(true)
      await session.wallet.approve()
      await scene.sent()
      network.control.mine(3n)
      await scene.refresh()
      await scene.until('reverted')
      scene.pause(false)
      await session.wallet.set({ silent: true })
      await expectAccepted(scene.deposit())
      await scene.sent()
      await scene.settled()
      const before = await scene.intents()
      expect(before.map(({ state }) => state)).toEqual(['final', 'reverted', 'refused', 'failed'])
      const calls = scene.calls()
      await scene.restart()
      network.control.mine(1n)
      await scene.refresh()
      expect(await scene.intents()).toEqual(before)
      expect(scene.calls()).toBe(calls)
      await scene.right()
      return 'as they were; nothing asked again'
    },
  },
  {
    fault,
    at: 'news due, its notification not shown',
    async play(scene) {
      const { session } = scene
      await expectAccepted(scene.deposit())
      await scene.sent()
      await scene.settled()
      scene.pause(true)
      const { reached } = await session.chromium.hangBackgroundAt('notifications.create', {
        text: ':paused:',
      })
      void scene.refresh().catch(() => undefined)
      await reached()
      const due = Object.entries(
        ((await session.probe.readRaw())['duskLedger'] as { d: Record<string, { state: string }> })
          .d,
      )
        .filter(([, { state }]) => state === 'due')
        .map(([key]) => key)
      expect(due).toHaveLength(1)
      // Started by the browser, the background reports at once.
      await session.restart()
      await session.probe.waitUntilRaw(
        (raw) =>
          (raw['duskLedger'] as { d: Record<string, { state: string }> }).d[due[0]!]!.state ===
          'shown',
        'the pause told',
      )
      expect(await session.probe.notifications()).toEqual(due)
      expect(await expectAnnouncedOnce(session, 'duskLedger', scene.refresh)).toContain(due[0])
      await scene.arrive()
      return 'told by the next start, once'
    },
  },
]
