import { describe, expect, it } from 'vitest'
import { journalItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { builtInDeployments } from '../../../../../src/chain/stacks/deployments.ts'
import { deliverToIntent } from '../../../../../src/extension/background/dual-stacking/deliver.ts'
import { addIntent, happen } from '../../../../../src/extension/background/dual-stacking/journal.ts'
import { openItemStore } from '../../../../../src/extension/storage/item-store.ts'
import { createIntent } from '../../../../../src/wallet/stacks/advance-stacks-intent.ts'
import { optOutCall } from '../../../../../src/wallet/stacks/holder-calls.ts'
import { createMemoryArea } from '../../../../support/memory-area.ts'

const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const request = optOutCall(
  builtInDeployments.find(({ id }) => id === 'embedded-v1')!,
  account,
)
const outcome = {
  result: 'signed',
  txid: `0x${'ab'.repeat(32)}`,
  transaction: null,
} as const

/** A journal in which a wallet was asked for each of the intents; the last is the newest. */
async function asked(...ids: string[]) {
  const store = await openItemStore(createMemoryArea())
  for (const id of ids) {
    await addIntent(store, createIntent(id, 'opt-out', request, 1000))
    await happen(store, id, { type: 'asked', tabId: 1, walletId: 'leather' }, `nonce of ${id}`)
  }
  return store
}

describe('a delivered outcome', () => {
  it('counts once, however often it comes', async () => {
    const store = await asked('first')
    await deliverToIntent(store, 'first', 'nonce of first', outcome)
    const once = store.get(journalItem)
    expect(once).toMatchObject([{ intent: { id: 'first', txid: outcome.txid } }])
    await deliverToIntent(store, 'first', 'nonce of first', outcome)
    await deliverToIntent(store, 'first', 'nonce of an earlier attempt', outcome)
    expect(store.get(journalItem)).toEqual(once)
  })

  it('is not taken for another intent’s transaction', async () => {
    const store = await asked('first', 'second')
    await deliverToIntent(store, 'first', 'nonce of first', outcome)
    await deliverToIntent(store, 'second', 'nonce of second', outcome)
    expect(store.get(journalItem)).toMatchObject([
      { intent: { id: 'second', txid: null, state: 'asking' } },
      { intent: { id: 'first', txid: outcome.txid } },
    ])
  })

  it('of an unknown intent is not taken', async () => {
    const store = await asked('first')
    expect(await deliverToIntent(store, 'other', 'nonce of first', outcome)).toBe(false)
    expect(store.get(journalItem)).toMatchObject([{ intent: { txid: null } }])
  })
})
