import { Cl } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { userAccounts } from '../../src/network/accounts.ts'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import type { Intent } from '../../src/wallet/intent.ts'
import { Session } from '../support/browser/session.ts'
import { stopAtCall } from '../support/browser/stop-at.ts'
import { StorageProbe } from '../support/browser/storage.ts'
import { callAs, isEnrolled } from '../support/network/call-as.ts'

/*
 * After every fault: no intent lost, nothing asked of the wallet twice, no notification repeated, no wrong figure shown as right. The service worker is stopped before
 * every call that it awaits, one after another; `npm test` plays every third, beginning with another one for each journal, and `npm run load` all.
 */

const all = process.env['TWINSTACK_LOAD'] === '1'
const every = all ? 1 : 3
const user = userAccounts[0]!
const DAY_MS = 86_400_000
const table: { fault: string; at: string; afterwards: string }[] = []

let network: Network
let session: Session
let page: Page
let tabId: number
/** Storage with the account connected and everything read. */
let connected: Record<string, unknown>

beforeAll(async () => {
  network = await createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false, blockIntervalMs: 0 })
  session = await Session.start({ api: network.url })
  page = await session.openPage()
  await session.connect(page)
  await session.refresh()
  await session.chromium.closePopup()
  tabId = await session.tabId(page)
  await session.wallet.set({ silent: true })
  connected = await session.probe.raw()
})
afterAll(async () => {
  await session?.close()
  await network?.close()
  const width = (pick: (row: (typeof table)[0]) => string) => Math.max(...table.map((row) => pick(row).length))
  const [one, two] = [width(({ fault }) => fault), width(({ at }) => at)]
  console.log(table.map(({ fault, at, afterwards }) => `${fault.padEnd(one)}  ${at.padEnd(two)}  ${afterwards}`).join('\n'))
})

/** The background as it is after a start, over this storage; nobody is enrolled. */
async function from(storage: Record<string, unknown>, enrolled = false): Promise<void> {
  await session.chromium.killBackground()
  await session.probe.replace(storage)
  await network.control.mine()
  if (!enrolled && (await isEnrolled(network, user.address))) await callAs(network, user, 'opt-out', [])
  await session.chromium.killBackground()
  await start()
}
/** Wakes the background with a command that reads nothing. */
const start = () => session.probe.command({ type: 'cancelConnect' })
const intents = async (): Promise<Intent[]> => (await session.probe.state()).intents
const until = async (state: Intent['state']): Promise<Intent> => (await session.probe.until((now) => now.intents[0]?.state === state, `an intent that is ${state}`)).intents[0]!
const enroll = () => session.probe.command({ type: 'enroll', rewardAddress: null, tabId })
const calls = () => network.node.ledger.transactions.filter(({ sender, action }) => sender === user.address && action.kind === 'call' && action.method === 'enroll').length

/** Plays work again and again, stopped before its first, second … call, until it comes to its end unstopped. */
async function stoppedEverywhere(fault: string, first: number, prepare: () => Promise<void>, work: () => Promise<unknown>, check: () => Promise<string>): Promise<number> {
  let played = 0
  for (let call = first; ; call += every) {
    await prepare()
    const { reached, none } = await stopAtCall(session.chromium, call)
    const done = work().then(() => 'done', () => 'done')
    const at = await Promise.race([reached, done])
    if (at === 'done') {
      await none()
      await reached
    }
    await session.chromium.killBackground()
    table.push({ fault, at: at === 'done' ? 'after its last call' : `before call ${call}, ${at}`, afterwards: await check() })
    played++
    if (at === 'done') return played
  }
}

describe('the service worker stopped before every call that it awaits', () => {
  it('while it brings a request to the wallet', { timeout: 300_000 }, async () => {
    let before = 0
    const played = await stoppedEverywhere('signing', 1, async () => {
      await from(connected)
      before = calls()
    }, async () => {
      const answer = await enroll()
      expect(answer).toEqual({ ok: true })
      await until('submitted')
    }, async () => {
      await session.probe.command({ type: 'opened', tabId })
      const settled = await session.probe.until((state) => state.intents.every(({ state: each }) => each !== 'created' && each !== 'asking'), 'an intent that is settled')
      const [intent] = settled.intents
      // Before the request was stored, nothing was promised.
      if (!intent) await enroll()
      else if (intent.state === 'failed') {
        expect(intent.failure).toBe('interrupted')
        await session.probe.command({ type: 'retry', intentId: intent.id, tabId })
      }
      await session.probe.until((state) => ['submitted', 'confirmed'].includes(state.intents[0]?.state ?? ''), 'a submitted intent')
      await network.control.mine()
      await session.refresh()
      await until('confirmed')
      expect(await intents()).toHaveLength(1)
      expect(calls() - before).toBe(1)
      return intent ? `${intent.state}, then confirmed; asked once` : 'not taken, asked again; confirmed'
    })
    expect(played).toBeGreaterThan(all ? 8 : 3)
  })

  it('while it follows a transaction', { timeout: 300_000 }, async () => {
    const played = await stoppedEverywhere('tracking', all ? 1 : 2, async () => {
      await from(connected)
      await enroll()
      await until('submitted')
      await network.control.mine()
    }, () => session.refresh(), async () => {
      await session.refresh()
      const intent = await until('confirmed')
      expect(await intents()).toHaveLength(1)
      expect((await session.probe.state()).readings[user.address]).toMatchObject({ enrolledNextCycle: { known: true, value: true } })
      return intent.state
    })
    expect(played).toBeGreaterThan(all ? 10 : 3)
  })

  it('while it tells of a reward', { timeout: 300_000 }, async () => {
    await from(connected)
    await callAs(network, user, 'enroll', [Cl.none()])
    await network.control.runTo('advance-to-next-cycle')
    await session.refresh()
    const unpaid = await session.probe.raw()
    await network.control.runTo('distribute-rewards')
    const played = await stoppedEverywhere('notifying', all ? 1 : 3, async () => {
      await from(unpaid, true)
      await session.chromium.clearNotifications()
    }, () => session.refresh(), async () => {
      await session.refresh()
      const state = await session.probe.until(({ rewards }) => rewards.length > 0, 'a reward')
      expect(await session.chromium.notifications()).toEqual(state.rewards.map(({ key }) => key))
      // Told: another start and another look tell nothing more.
      await session.chromium.clearNotifications()
      await session.chromium.killBackground()
      await session.refresh()
      expect(await session.chromium.notifications()).toEqual([])
      return 'told once'
    })
    expect(played).toBeGreaterThan(all ? 10 : 3)
  })
})

/** Moves the background's clock for as long as it lives. */
const shiftClock = (by: number) => session.chromium.inBackground((ms) => {
  const now = Date.now.bind(Date)
  Date.now = () => now() + ms
}, by)
const waiting = async () => {
  await session.wallet.set({ silent: false })
  void enroll().catch(() => undefined)
  await session.wallet.window()
  return until('asking')
}
const confirmed = async () => {
  await network.control.mine()
  await session.refresh()
  await until('confirmed')
  expect(await isEnrolled(network, user.address)).toBe(true)
}
const junk = 'x'.repeat(10_485_760)

const rows: [fault: string, at: string, play: () => Promise<string>][] = [
  ['browser restarted', 'wallet asked', async () => {
    const { id } = await waiting()
    await restart()
    expect(await until('failed')).toMatchObject({ id, failure: 'interrupted' })
    await session.wallet.set({ silent: true })
    await session.probe.command({ type: 'retry', intentId: id, tabId })
    await until('submitted')
    await confirmed()
    return 'interrupted, made again, confirmed'
  }],
  ['browser restarted', 'transaction under way', async () => {
    await enroll()
    const { id } = await until('submitted')
    await restart()
    expect((await intents())[0]).toMatchObject({ id, state: 'submitted' })
    await confirmed()
    return 'confirmed'
  }],
  ['browser restarted', 'mined meanwhile', async () => {
    await enroll()
    await until('submitted')
    await network.control.mine()
    await restart()
    await session.refresh()
    await until('confirmed')
    return 'confirmed'
  }],
  ['extension updated', 'wallet asked', async () => {
    const { id } = await waiting()
    await session.chromium.update()
    session.probe = await StorageProbe.open(session.chromium)
    await session.wallet.approve()
    await start()
    // The page's part belonged to the earlier version and is heard no more: the request is kept, and what the chain says counts.
    expect(await until('failed')).toMatchObject({ id, failure: 'interrupted' })
    await network.control.mine()
    await session.refresh()
    const state = await session.probe.until(({ readings }) => { const reading = readings[user.address]?.enrolledNextCycle; return reading?.known === true && reading.value }, 'the enrolment')
    expect(state.intents).toHaveLength(1)
    expect(await session.probe.command({ type: 'enroll', rewardAddress: null, tabId })).toMatchObject({ ok: false, code: 'already-enrolled' })
    // An update takes the tab's grant away; the toolbar button gives it again.
    await session.popupOver(page)
    await session.chromium.closePopup()
    return 'interrupted, and the chain’s word shown; nothing signed twice'
  }],
  ['storage full', 'new request', async () => {
    const fill = async () => session.probe.set({ junk: junk.slice(0, junk.length - (await session.probe.bytes()) - 20) })
    await fill()
    const before = calls()
    expect(await enroll()).toMatchObject({ ok: false })
    expect(calls()).toBe(before)
    await session.probe.remove('junk')
    await session.chromium.killBackground()
    await start()
    expect(await enroll()).toEqual({ ok: true })
    await until('submitted')
    await confirmed()
    return 'refused without asking the wallet; goes on when there is room'
  }],
  ['storage corrupt', 'every item', async () => {
    const raw = await session.probe.raw()
    await session.chromium.killBackground()
    await session.probe.set(Object.fromEntries(Object.keys(raw).filter((key) => !key.startsWith('quarantine')).map((key) => [key, { v: 1, d: 'broken' }])))
    await session.chromium.killBackground()
    await session.probe.command({ type: 'cancelConnect' })
    const after = await session.probe.until((state) => (state.storageProblems?.length ?? 0) > 5, 'problems that are said')
    expect(after.accounts).toEqual([])
    expect(after.intents).toEqual([])
    expect(Object.keys(await session.probe.raw()).filter((key) => key.startsWith('quarantine:')).length).toBeGreaterThan(5)
    return 'set aside and said, nothing shown'
  }],
  ['storage of a later version', 'journal', async () => {
    const later = { v: 99, d: { kept: 'by a later version' } }
    await session.chromium.killBackground()
    await session.probe.set({ journal: later })
    await session.chromium.killBackground()
    await start()
    expect(await enroll()).toEqual({ ok: false, code: 'newer-data' })
    expect((await session.probe.raw())['journal']).toEqual(later)
    return 'left alone; requests are refused with a sentence'
  }],
  ['clock a day ahead', 'wallet asked', async () => {
    const { id } = await waiting()
    await shiftClock(DAY_MS)
    await session.refresh()
    expect(await until('failed')).toMatchObject({ id, failure: 'timeout' })
    await session.wallet.approve()
    await until('submitted')
    await confirmed()
    return 'timed out, and its late answer counts'
  }],
  ['clock a day behind', 'transaction under way', async () => {
    await enroll()
    await until('submitted')
    await shiftClock(-DAY_MS)
    await session.refresh()
    expect((await intents())[0]!.state).toBe('submitted')
    await confirmed()
    return 'confirmed'
  }],
  ['clock a day ahead and back', 'transaction under way', async () => {
    await enroll()
    await until('submitted')
    await shiftClock(DAY_MS)
    await session.refresh()
    await shiftClock(-DAY_MS)
    await confirmed()
    return 'confirmed'
  }],
  ['two windows', 'the same request at once', async () => {
    await session.wallet.set({ silent: false })
    const before = calls()
    const answers = await Promise.all([enroll(), enroll(), enroll()])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await session.wallet.approve()
    await until('submitted')
    expect(await intents()).toHaveLength(1)
    await confirmed()
    expect(calls() - before).toBe(1)
    return 'one request, one signature'
  }],
  ['two windows', 'retry at once', async () => {
    await session.wallet.set({ silent: false })
    void enroll().catch(() => undefined)
    await session.wallet.reject()
    const { id } = await until('failed')
    const before = calls()
    const answers = await Promise.all([1, 2].map(() => session.probe.command({ type: 'retry', intentId: id, tabId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    await session.wallet.approve()
    await until('submitted')
    await confirmed()
    expect(calls() - before).toBe(1)
    return 'one request, one signature'
  }],
  ['network gone for a day', 'transaction under way', async () => {
    await enroll()
    await until('submitted')
    await session.refresh()
    const { readAt } = (await session.probe.state()).network!
    await network.control.setFault({ kind: 'down' })
    await shiftClock(DAY_MS)
    for (let look = 0; look < 2; look++) await session.refresh()
    const gone = await session.probe.state()
    expect(gone.refresh.problem).toBe('offline')
    // What was read stays, with the time at which it was; the transaction is neither lost nor called anything.
    expect(gone.network!.readAt).toBe(readAt)
    expect(gone.intents[0]!.state).toBe('submitted')
    await network.control.setFault(null)
    await confirmed()
    expect((await session.probe.state()).refresh.problem).toBeNull()
    return 'old figures with their age, then confirmed'
  }],
]

async function restart(): Promise<void> {
  await session.restart()
  page = await session.openPage()
  await session.popupOver(page)
  await session.chromium.closePopup()
  tabId = await session.tabId(page)
}

describe('other faults', () => {
  const chosen = rows.filter((_row, index) => index % every === (all ? 0 : 1))
  it.each(chosen)('%s: %s', { timeout: 120_000 }, async (fault, at, play) => {
    await session.wallet.set({ silent: true })
    await network.control.setFault(null)
    await from(connected)
    table.push({ fault, at, afterwards: await play() })
  })
})
