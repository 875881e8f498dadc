import { duskJournalItem } from '../../../app/hyperstaking/stored-items.ts'
import {
  advanceDusk,
  isDuskTracked,
  type DuskEvent,
} from '../../../wallet/dusk/advance-dusk-intent.ts'
import type { DuskIntent } from '../../../wallet/dusk/dusk-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'

const KEPT = 40

export const findDuskIntent = (store: ItemStore, id: string): DuskIntent | undefined =>
  store.get(duskJournalItem).find(({ intent }) => intent.id === id)?.intent

/** Adds an intent; the oldest finished ones beyond the newest forty go. */
export async function addDuskIntent(store: ItemStore, intent: DuskIntent): Promise<void> {
  await store.update(duskJournalItem, (entries) =>
    [{ intent, dismissed: false }, ...entries].filter(
      (entry, index) => index < KEPT || isDuskTracked(entry.intent),
    ),
  )
}

/** Lets an event happen to an intent and resolves when it is stored. */
export async function duskHappen(
  store: ItemStore,
  id: string,
  event: DuskEvent,
): Promise<DuskIntent | undefined> {
  await store.update(duskJournalItem, (entries) => {
    const at = entries.findIndex(({ intent }) => intent.id === id)
    const entry = entries[at]
    if (!entry) return entries
    const intent = advanceDusk(entry.intent, event, Date.now())
    if (intent === entry.intent) return entries
    // News of a transaction brings back what the user had put away.
    return entries.with(at, {
      intent,
      dismissed: entry.dismissed && intent.hash === entry.intent.hash,
    })
  })
  return findDuskIntent(store, id)
}
