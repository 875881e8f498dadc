import { ledgerItem, type RewardLedger } from '../../../../app/dual-stacking/stored-items.ts'
import { bigintReplacer } from '../../../../chain/json.ts'
import type { RewardPayment } from '../../../../chain/stacks/readings.ts'
import type { ItemStore } from '../../../storage/item-store.ts'

/**
 * Enters payments into the ledger: `due` when `isNews`, else `past`. A known key keeps its state;
 * its payment is replaced, because a later reading may know more of it. What a reorganisation took
 * back may come again under the same key: `gone` ones are kept, hidden, with their state.
 */
export async function enterPayments(
  store: ItemStore,
  payments: readonly RewardPayment[],
  gone: readonly string[],
  isNews: (payment: RewardPayment) => boolean,
): Promise<void> {
  await store.update(ledgerItem, (ledger) => {
    const next: RewardLedger = { ...ledger }
    let changed = false
    for (const payment of payments) {
      const known = ledger[payment.key]
      if (
        known &&
        !known.gone &&
        JSON.stringify(known.payment, bigintReplacer) === JSON.stringify(payment, bigintReplacer)
      )
        continue
      next[payment.key] = { payment, state: known?.state ?? (isNews(payment) ? 'due' : 'past') }
      changed = true
    }
    for (const key of gone) {
      const entry = next[key]
      if (!entry || entry.gone) continue
      next[key] = { ...entry, gone: true }
      changed = true
    }
    return changed ? next : ledger
  })
}
