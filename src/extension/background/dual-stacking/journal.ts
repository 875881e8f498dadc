import { journalItem } from '../../../app/dual-stacking/stored-items.ts'
import {
  advance,
  isTracked,
  type IntentEvent,
} from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { StacksIntent } from '../../../wallet/stacks/stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'

const KEPT = 60

export const findIntent = (store: ItemStore, id: string): StacksIntent | undefined =>
  store.get(journalItem).find((entry) => entry.intent.id === id)?.intent

/** Adds an intent; the oldest finished ones beyond the newest sixty go. */
export async function addIntent(store: ItemStore, intent: StacksIntent): Promise<void> {
  await store.update(journalItem, (entries) =>
    [{ intent, dismissed: false, nonce: null }, ...entries].filter(
      (entry, index) => index < KEPT || isTracked(entry.intent),
    ),
  )
}

const LIGHT = 10_000

/**
 * Without what is long and stands on the chain by now: an operator's lists and sources, which every
 * write of the journal would repeat.
 */
function light(intent: StacksIntent): StacksIntent {
  const { request } = intent
  const length = request.args.reduce(
    (sum, each) => sum + each.length,
    request.deploy?.source.length ?? 0,
  )
  if (intent.state !== 'confirmed' || length < LIGHT) return intent
  return {
    ...intent,
    request: {
      ...request,
      args: [],
      ...(request.deploy && { deploy: { ...request.deploy, source: '' } }),
    },
  }
}

/**
 * Lets an event happen to an intent and resolves when it is stored; what does not fit the intent's
 * state changes nothing.
 */
export async function happen(
  store: ItemStore,
  id: string,
  event: IntentEvent,
  nonce?: string,
): Promise<StacksIntent | undefined> {
  await store.update(journalItem, (entries) => {
    const at = entries.findIndex((entry) => entry.intent.id === id)
    const entry = entries[at]
    if (!entry) return entries
    const intent = light(advance(entry.intent, event, Date.now()))
    if (intent === entry.intent && nonce === undefined) return entries
    // News of a transaction brings back what the user had put away.
    const dismissed = entry.dismissed && intent.txid === entry.intent.txid
    return entries.with(at, { intent, dismissed, nonce: nonce ?? entry.nonce })
  })
  return findIntent(store, id)
}
