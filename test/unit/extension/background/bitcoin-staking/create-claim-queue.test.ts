import { describe, expect, it, vi } from 'vitest'
import type { ClaimLeg } from '../../../../../src/app/bitcoin-staking/claim-queue.ts'
import { stakingClaimsItem } from '../../../../../src/app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../../../src/app/command-result.ts'
import { accountsItem, journalItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import * as fixture from '../../../../../src/dev/gallery/fixtures.ts'
import { createClaimQueue } from '../../../../../src/extension/background/bitcoin-staking/create-claim-queue.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import type { StacksIntent } from '../../../../../src/wallet/stacks/stacks-intent.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

const leg = (cycle: bigint): ClaimLeg => ({ cycle, bond: null, manager: 'm' })
const [one, two, three] = [leg(1n), leg(2n), leg(3n)]

/** A queue whose wallet is asked for real intents in a journal, and answers when it is told to. */
async function start() {
  const store = await openItemStore(createMemoryArea())
  await store.update(accountsItem, () => ({
    list: fixture.enrolled.accounts,
    selected: fixture.ME,
    since: {},
  }))
  const asked: bigint[] = []
  const refusals = new Map<bigint, CommandResult>()
  const deployment = vi.fn(() => 'mainnet-pox-5')
  const addIntent = (call: ClaimLeg, change: Partial<StacksIntent> = {}) =>
    store.update(journalItem, (entries) => [
      {
        intent: fixture.intent({
          id: `${call.cycle} ${entries.length}`,
          action: 'staking',
          createdAt: Date.now(),
          staking: {
            call: { kind: 'claim', cycle: call.cycle, bond: call.bond },
            accepted: [],
            sats: 1n,
            unlockHeight: null,
          },
          ...change,
        }),
        dismissed: false,
        nonce: null,
      },
      ...entries,
    ])
  const hide = vi.fn(async () => undefined)
  const create = () =>
    createClaimQueue(store, {
      deployment,
      isBusy: () =>
        store
          .get(journalItem)
          .some(({ intent }) => intent.state === 'asking' && intent.txid === null),
      hide,
      sign: async (call) => {
        const refusal = refusals.get(call.cycle)
        if (refusal) return refusal
        asked.push(call.cycle)
        await addIntent(call)
        return { ok: true }
      },
    })
  const queue = create()
  return {
    store,
    queue,
    create,
    asked,
    refusals,
    deployment,
    addIntent,
    hide,
    stored: () => store.get(stakingClaimsItem),
    /** What the wallet answered to the newest request; then the news comes in. */
    answer: async (change: Partial<StacksIntent>) => {
      await store.update(journalItem, ([newest, ...rest]) => [
        { ...newest!, intent: { ...newest!.intent, ...change } },
        ...rest,
      ])
      await queue.advance()
    },
  }
}
const signed = { state: 'submitted', txid: `0x${'ab'.repeat(32)}` } as const
const rejected = { state: 'failed', failure: 'rejected' } as const

describe('claims one after another', () => {
  it('ask for the next one once the one before has its transaction, each once', async () => {
    const { queue, asked, answer, stored } = await start()
    expect(await queue.begin([one, two, one], 1)).toEqual({ ok: true })
    expect(asked).toEqual([1n])
    // However often something comes in meanwhile.
    await Promise.all([queue.advance(), queue.advance()])
    expect(asked).toEqual([1n])
    await answer(signed)
    expect(asked).toEqual([1n, 2n])
    await answer(signed)
    expect(asked).toEqual([1n, 2n])
    expect(stored()).toMatchObject({ waiting: [], asked: [one, two], paused: null })
  })

  it('leave out what would fail by now, and go on with the next', async () => {
    const { queue, asked, refusals, stored } = await start()
    refusals.set(1n, refuse('staking-changed'))
    expect(await queue.begin([one, two], 1)).toEqual({ ok: true })
    expect(asked).toEqual([2n])
    expect(stored()).toMatchObject({ left: [one], asked: [two] })
  })

  it('leave out one that is under way already', async () => {
    const { queue, asked, addIntent, stored } = await start()
    await addIntent(one, signed)
    await queue.begin([one, two], 1)
    expect(asked).toEqual([2n])
    expect(stored()).toMatchObject({ left: [one] })
  })

  it('stop at a rejection; going on asks for the same one and hides the old request', async () => {
    const { queue, asked, answer, stored, hide } = await start()
    await queue.begin([one, two], 1)
    await answer(rejected)
    expect(asked).toEqual([1n])
    expect(stored()).toMatchObject({ paused: 'not-signed', asked: [one], waiting: [two] })
    expect(await queue.resume(9)).toEqual({ ok: true })
    expect(hide).toHaveBeenCalledExactlyOnceWith('1 0')
    expect(asked).toEqual([1n, 1n])
    expect(stored()).toMatchObject({ paused: null, tabId: 9, asked: [one], waiting: [two] })
  })

  it('go on by themselves when it was signed on another try', async () => {
    const { queue, asked, answer, addIntent } = await start()
    await queue.begin([one, two], 1)
    await answer(rejected)
    await addIntent(one, signed)
    await queue.advance()
    expect(asked).toEqual([1n, 2n])
  })

  it('say why the wallet could not be asked, and keep the claim', async () => {
    const { queue, asked, refusals, stored } = await start()
    refusals.set(1n, refuse('no-tab'))
    expect(await queue.begin([one, two], null)).toEqual(refuse('no-tab'))
    expect(stored()).toMatchObject({ paused: 'no-tab', waiting: [one, two], asked: [] })
    refusals.clear()
    await queue.resume(1)
    expect(asked).toEqual([1n])
  })

  it('never ask for another account, or on another network', async () => {
    const { store, queue, asked, answer, deployment, stored } = await start()
    await queue.begin([one, two, three], 1)
    await store.update(accountsItem, (accounts) => ({ ...accounts, selected: fixture.OTHER }))
    await answer(signed)
    expect(stored()).toMatchObject({ paused: 'no-account' })
    await store.update(accountsItem, (accounts) => ({ ...accounts, selected: fixture.ME }))
    deployment.mockReturnValue('testnet-pox-5')
    expect(await queue.resume(1)).toEqual(refuse('other-network'))
    expect(asked).toEqual([1n])
  })

  it('are begun once: a second beginning is refused while claims wait', async () => {
    const { queue, asked, answer } = await start()
    await queue.begin([one, two], 1)
    expect(await queue.begin([three], 1)).toEqual(refuse('already-asking'))
    await answer(signed)
    await answer(signed)
    expect(await queue.begin([three], 1)).toEqual({ ok: true })
    expect(asked).toEqual([1n, 2n, 3n])
  })

  it('end when they are stopped', async () => {
    const { queue, asked, answer, stored } = await start()
    await queue.begin([one, two], 1)
    await queue.stop()
    await answer(signed)
    expect(asked).toEqual([1n])
    expect(stored()).toBeNull()
  })
})

describe('after the background was stopped', () => {
  it('nothing is asked for by itself, and nothing is lost', async () => {
    const { store, queue, create, asked, answer, stored } = await start()
    await queue.begin([one, two], 1)
    await store.update(journalItem, ([newest]) => [
      { ...newest!, intent: { ...newest!.intent, ...signed } },
    ])
    const later = create()
    await later.recover()
    await answer(signed)
    expect(asked).toEqual([1n])
    expect(stored()).toMatchObject({ paused: 'interrupted', waiting: [two] })
    await later.resume(1)
    expect(asked).toEqual([1n, 2n])
  })

  it('a wallet that is still asked is waited for', async () => {
    const { queue, create, stored } = await start()
    await queue.begin([one, two], 1)
    await create().recover()
    expect(stored()).toMatchObject({ paused: null })
  })

  it('a claim that was taken off without a request is asked for again', async () => {
    const { store, queue, asked, stored } = await start()
    await store.update(stakingClaimsItem, () => ({
      account: fixture.ME,
      deployment: 'mainnet-pox-5',
      begunAt: Date.now(),
      tabId: 1,
      waiting: [two],
      asked: [one],
      left: [],
      paused: null,
    }))
    await queue.recover()
    expect(stored()).toMatchObject({ paused: 'interrupted' })
    await queue.resume(1)
    expect(asked).toEqual([1n])
    expect(stored()).toMatchObject({ asked: [one], waiting: [two] })
  })
})
