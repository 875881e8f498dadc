import { Cl } from '@stacks/transactions'
import { expect } from 'vitest'
import { expectAccepted } from '../../../src/dev/faults/expect-accepted.ts'
import { expectAnnouncedOnce } from '../../../src/dev/faults/expect-announced-once.ts'
import type { PlayedFault } from '../../../src/dev/faults/fault-table.ts'
import { user, type StacksScene } from '../../../src/dev/faults/stacks-scene.ts'
import { callAs, isEnrolled } from '../../../src/dev/network/demo/call-as.ts'

const fault = 'browser restarted'

/** The browser quits and starts again, in every state of an intent and of a notification. */
export const restarts: PlayedFault<StacksScene>[] = [
  {
    fault,
    at: 'created, before the wallet was asked',
    async play(scene) {
      const { reached } = await scene.session.chromium.hangBackgroundAt('scripting.executeScript', {
        text: 'bridge.js',
      })
      void scene.enroll().catch(() => undefined)
      await reached()
      const { id } = await scene.until('created')
      await scene.restart()
      await scene.madeAgain(id)
      return 'interrupted; made again, confirmed'
    },
  },
  {
    fault,
    at: 'created, waiting on its signing page',
    async play(scene) {
      expect(await scene.enroll(null)).toEqual({ ok: true })
      const { id } = await scene.until('created')
      await scene.command({ type: 'connect', tabId: null, walletId: null })
      await scene.session.probe.waitUntil(
        ({ intents, connection }) =>
          intents[0]?.failure === 'no-tab' && connection?.stage === 'waiting-tab',
        'an intent and a connection that wait on a page',
      )
      await scene.restart()
      await scene.session.probe.waitUntil(
        ({ connection }) => connection?.failure === 'tab-closed',
        'a connection that failed',
      )
      await scene.madeAgain(id, 'tab-closed')
      return 'its tab is closed, and that is said; made again, confirmed'
    },
  },
  {
    fault,
    at: 'wallet asked',
    async play(scene) {
      const { id } = await scene.waiting()
      await scene.restart()
      await scene.madeAgain(id)
      return 'interrupted; made again, confirmed'
    },
  },
  {
    fault,
    at: 'answered, not compared yet',
    async play(scene) {
      await scene.session.wallet.set({ bareId: true })
      await scene.network.control.setFault({ kind: 'error', paths: '/extended/v1/tx' })
      await expectAccepted(scene.enroll())
      const { intents } = await scene.session.probe.waitUntil(
        (state) => state.intents[0]?.txid !== undefined && state.intents[0].txid !== null,
        'a transaction id',
      )
      expect(intents[0]).toMatchObject({ state: 'asking' })
      await scene.restart()
      expect((await scene.intents())[0]).toMatchObject({
        id: intents[0]!.id,
        state: 'asking',
        txid: intents[0]!.txid,
      })
      await scene.network.control.setFault(null)
      await scene.confirmed()
      return 'compared later, confirmed'
    },
  },
  {
    fault,
    at: 'transaction under way',
    async play(scene) {
      await expectAccepted(scene.enroll())
      const { id } = await scene.until('submitted')
      await scene.restart()
      expect((await scene.intents())[0]).toMatchObject({ id, state: 'submitted' })
      await scene.confirmed()
      return 'confirmed'
    },
  },
  {
    fault,
    at: 'mined meanwhile',
    async play(scene) {
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await scene.network.control.mine()
      await scene.restart()
      await scene.session.refresh()
      await scene.until('confirmed')
      return 'confirmed'
    },
  },
  {
    fault,
    at: 'refused, the other transaction under way',
    async play(scene) {
      const { session, network } = scene
      await session.wallet.set({ behaviour: 'other-argument' })
      await expectAccepted(scene.enroll())
      const { id, txid } = await scene.until('refused')
      await scene.restart()
      expect((await scene.intents())[0]).toMatchObject({
        id,
        state: 'refused',
        broadcast: 'pending',
      })
      await network.control.mine()
      await session.refresh()
      const { intents } = await session.probe.waitUntil(
        (state) => state.intents[0]?.broadcast !== 'pending',
        'an outcome',
      )
      expect(intents).toMatchObject([
        { id, state: 'refused', failure: 'result-mismatch', txid, broadcast: 'confirmed' },
      ])
      return 'refused, and the other one’s end told'
    },
  },
  {
    fault,
    at: 'over: failed, dropped, replaced, aborted, refused, confirmed',
    async play(scene) {
      const { session, network } = scene
      await session.wallet.set({ silent: false })
      void scene.enroll().catch(() => undefined)
      await session.wallet.reject()
      await scene.until('failed')
      await session.wallet.set({ silent: true })
      await expectAccepted(scene.enroll())
      network.control.drop((await scene.until('submitted')).txid!)
      await session.refresh()
      await scene.until('dropped')
      await expectAccepted(scene.enroll())
      await scene.outbid((await scene.until('submitted')).nonce!)
      await session.refresh()
      await scene.until('replaced')
      await network.control.mine()
      await callAs(network, user, 'opt-out', [])
      await session.refresh()
      // The reading does not know yet that the account is enrolled: the contract refuses a second
      // time.
      await callAs(network, user, 'enroll', [Cl.none()])
      expect(await scene.enroll()).toEqual({ ok: true })
      await scene.until('submitted')
      await network.control.mine()
      await session.refresh()
      await scene.until('aborted')
      await callAs(network, user, 'opt-out', [])
      await session.refresh()
      await session.wallet.set({ behaviour: 'other-argument' })
      await expectAccepted(scene.enroll())
      await scene.until('refused')
      await network.control.mine()
      await session.refresh()
      await callAs(network, user, 'opt-out', [])
      await session.refresh()
      await session.wallet.set({ behaviour: 'honest' })
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      await scene.confirmed()
      const before = await scene.intents()
      expect(before.map(({ state }) => state)).toEqual([
        'confirmed',
        'refused',
        'aborted',
        'replaced',
        'dropped',
        'failed',
      ])
      const sent = network.node.ledger.transactions.length
      await scene.restart()
      await session.refresh()
      await network.control.mine()
      await session.refresh()
      expect(await scene.intents()).toEqual(before)
      expect(network.node.ledger.transactions).toHaveLength(sent)
      expect(await isEnrolled(network, user.address)).toBe(true)
      return 'as they were; nothing asked again'
    },
  },
  {
    fault,
    at: 'reward due, its notification not shown',
    async play(scene) {
      await scene.from(await scene.unpaid(), true)
      await scene.session.probe.clearNotifications()
      const { reached } = await scene.session.chromium.hangBackgroundAt('notifications.create')
      void scene.session.refresh().catch(() => undefined)
      await reached()
      const { d: ledger } = (await scene.session.probe.readRaw())['ledger'] as {
        d: Record<string, { state: string }>
      }
      expect(Object.values(ledger).map(({ state }) => state)).toEqual(['due'])
      // Started by the browser, the background reports at once.
      await scene.session.restart()
      await scene.session.probe.waitUntilRaw(
        (raw) =>
          Object.values((raw['ledger'] as { d: Record<string, { state: string }> }).d).every(
            ({ state }) => state === 'shown',
          ),
        'the reward told',
      )
      expect(await scene.session.probe.notifications()).toEqual(Object.keys(ledger))
      expect(
        await expectAnnouncedOnce(scene.session, 'ledger', () => scene.session.refresh()),
      ).toEqual(Object.keys(ledger))
      await scene.arrive()
      return 'told by the next start, once'
    },
  },
]
