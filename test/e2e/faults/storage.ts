import { expect } from 'vitest'
import { expectAccepted } from '../../../src/dev/faults/expect-accepted.ts'
import type { PlayedFault } from '../../../src/dev/faults/fault-table.ts'
import { waitForAnswers, fillStorage, waitForRefusedWrites } from '../../../src/dev/faults/harm.ts'
import { user, type StacksScene } from '../../../src/dev/faults/stacks-scene.ts'

/** How often a page reports an answer that is not accepted before it waits to be asked. */
const TELLINGS = 9

type Item = { v: number; d: unknown }
type Raw = Record<string, Item>

/** Fields that came to stored items after their first version. */
const later: Record<string, readonly string[]> = {
  settings: ['pools'],
  journal: [
    'abortedBy',
    'family',
    'why',
    'doubt',
    'chainStatus',
    'replacedBy',
    'burnHeight',
    'sentAt',
  ],
  deployments: ['life'],
  ledger: ['gone', 'evidence'],
  network: ['calendar', 'rollbackId', 'figuresOf', 'life'],
  readings: ['meetsMinimum', 'row'],
}
function without(value: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => without(each, fields))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !fields.includes(key))
      .map(([key, each]) => [key, without(each, fields)]),
  )
}
const asEarlier = (raw: Raw): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([key, item]) => [
      key,
      { ...item, d: without(item.d, later[key] ?? []) },
    ]),
  )

const aside = (raw: Record<string, unknown>) =>
  Object.keys(raw).filter((key) => key.startsWith('quarantine:'))

/** Storage that takes nothing more, or holds what this version did not write. */
export const storageFaults: PlayedFault<StacksScene>[] = [
  {
    fault: 'storage full',
    at: 'new request',
    async play(scene) {
      const makeRoom = await fillStorage(scene.session.probe)
      const before = scene.calls()
      expect(await scene.enroll()).toMatchObject({ ok: false })
      expect(scene.calls()).toBe(before)
      await makeRoom()
      await scene.session.chromium.killBackground()
      await scene.start()
      expect(await scene.enroll()).toEqual({ ok: true })
      await scene.until('submitted')
      await scene.confirmed()
      return 'refused without asking the wallet; goes on when there is room'
    },
  },
  {
    fault: 'storage full',
    at: 'wallet answers, background stopped',
    chosen: true,
    async play(scene) {
      const { id } = await scene.waiting()
      const makeRoom = await fillStorage(scene.session.probe)
      const refused = waitForRefusedWrites(scene.session.chromium, 3)
      await scene.session.wallet.approveCall()
      await refused
      await scene.session.chromium.killBackground()
      await makeRoom()
      await scene.start()
      expect(await scene.until('submitted')).toMatchObject({ id })
      await scene.confirmed()
      expect(await scene.intents()).toHaveLength(1)
      return 'told again until it is stored; confirmed'
    },
  },
  {
    fault: 'storage full',
    at: 'wallet answers, for longer than its page tells of it',
    async play(scene) {
      const { id } = await scene.waiting()
      const makeRoom = await fillStorage(scene.session.probe)
      const told = waitForAnswers(scene.session.chromium, TELLINGS)
      await scene.session.wallet.approveCall()
      await told
      await scene.session.chromium.killBackground()
      await makeRoom()
      await scene.start()
      expect(await scene.until('submitted')).toMatchObject({ id })
      await scene.confirmed()
      return 'asked for by the next life of the background; confirmed'
    },
  },
  {
    fault: 'storage corrupt',
    at: 'every item',
    async play({ session }) {
      const raw = await session.probe.readRaw()
      await session.chromium.killBackground()
      await session.probe.set(
        Object.fromEntries(
          Object.keys(raw)
            .filter((key) => !key.startsWith('quarantine'))
            .map((key) => [key, { v: 1, d: 'broken' }]),
        ),
      )
      await session.chromium.killBackground()
      await session.probe.sendCommand({ type: 'cancelConnect' })
      const after = await session.probe.waitUntil(
        (state) => (state.storageProblems?.length ?? 0) > 5,
        'problems that are said',
      )
      expect(after.accounts).toEqual([])
      expect(after.intents).toEqual([])
      expect(aside(await session.probe.readRaw()).length).toBeGreaterThan(5)
      return 'set aside and said, nothing shown'
    },
  },
  {
    fault: 'storage corrupt and full',
    at: 'journal',
    chosen: true,
    async play(scene) {
      const { session } = scene
      const broken = { v: 1, d: 'broken'.repeat(100) }
      await session.chromium.killBackground()
      const makeRoom = await fillStorage(session.probe, { journal: broken })
      await session.chromium.killBackground()
      const before = scene.calls()
      expect(await scene.enroll()).toMatchObject({ ok: false })
      expect(scene.calls()).toBe(before)
      expect((await session.probe.readRaw())['journal']).toEqual(broken)
      await makeRoom()
      expect(await scene.enroll()).toEqual({ ok: true })
      await scene.until('submitted')
      await scene.confirmed()
      const raw = await session.probe.readRaw()
      expect(aside(raw).map((key) => raw[key])).toEqual([broken])
      expect((await session.probe.readState()).storageProblems).toMatchObject([
        { item: 'journal', code: 'corrupt' },
      ])
      return 'left until there is room, then set aside and said'
    },
  },
  {
    fault: 'storage of a later version',
    at: 'every item',
    chosen: true,
    async play(scene) {
      const { probe, chromium } = scene.session
      const raw = (await probe.readRaw()) as Raw
      const newer = Object.fromEntries(
        [...Object.keys(raw), 'problems'].map((key) => [key, { v: 99, d: { kept: key } }]),
      )
      await chromium.killBackground()
      await probe.replace(newer)
      await chromium.killBackground()
      expect(await scene.start()).toEqual({ ok: false, code: 'newer-data' })
      expect(await probe.readState()).toMatchObject({
        accounts: [],
        intents: [],
        network: null,
        rewards: [],
      })
      expect(await probe.readRaw()).toEqual(newer)
      return 'left alone, nothing shown; commands are refused with a sentence'
    },
  },
  {
    fault: 'storage of a later version',
    at: 'journal',
    async play(scene) {
      const newer = { v: 99, d: { kept: 'by a later version' } }
      await scene.session.chromium.killBackground()
      await scene.session.probe.set({ journal: newer })
      await scene.session.chromium.killBackground()
      await scene.start()
      expect(await scene.enroll()).toEqual({ ok: false, code: 'newer-data' })
      expect((await scene.session.probe.readRaw())['journal']).toEqual(newer)
      return 'left alone; requests are refused with a sentence'
    },
  },
  {
    fault: 'storage of an earlier version',
    at: 'without what came later, transaction under way',
    chosen: true,
    async play(scene) {
      const { probe, chromium } = scene.session
      await expectAccepted(scene.enroll())
      const { id } = await scene.until('submitted')
      const now = await probe.readState()
      await chromium.killBackground()
      const raw = (await probe.readRaw()) as Raw
      const earlier = asEarlier(raw)
      expect(earlier).not.toEqual(raw)
      await probe.replace(earlier)
      await chromium.killBackground()
      await scene.start()
      const then = await probe.readState()
      expect(then).toMatchObject({
        storageProblems: [],
        accounts: now.accounts,
        settings: now.settings,
        intents: [{ id, state: 'submitted' }],
      })
      expect(aside(await probe.readRaw())).toEqual([])
      await scene.confirmed()
      expect((await probe.readState()).readings[user.address]).toMatchObject({
        enrolledNextCycle: { known: true, value: true },
      })
      return 'read as it is; confirmed'
    },
  },
  {
    fault: 'storage of an earlier version',
    at: 'journal in a form that nothing migrates',
    chosen: true,
    async play(scene) {
      const { probe, chromium } = scene.session
      await expectAccepted(scene.enroll())
      await scene.until('submitted')
      const { journal } = (await probe.readRaw()) as Raw
      const earlier = { ...journal, v: 0 }
      await chromium.killBackground()
      await probe.set({ journal: earlier })
      await chromium.killBackground()
      await scene.start()
      const state = await probe.readState()
      expect(state.intents).toEqual([])
      expect(state.storageProblems).toMatchObject([{ item: 'journal', code: 'corrupt' }])
      const raw = await probe.readRaw()
      expect(aside(raw).map((key) => raw[key])).toEqual([earlier])
      // The transaction is on its way regardless, and its effects are read from the chain.
      await scene.network.control.mine()
      await scene.session.refresh()
      expect((await probe.readState()).readings[user.address]).toMatchObject({
        enrolledNextCycle: { known: true, value: true },
      })
      expect(await scene.enroll()).toMatchObject({ ok: false, code: 'already-enrolled' })
      return 'set aside and said; the chain’s word shown'
    },
  },
]
