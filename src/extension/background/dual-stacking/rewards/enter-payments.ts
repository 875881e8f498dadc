import { ledgerItem, type RewardLedger } from '../../../../app/dual-stacking/stored-items.ts'
import { bigintReplacer } from '../../../../chain/json.ts'
import type { RewardPayment } from '../../../../chain/stacks/readings.ts'
import type { ItemStore } from '../../../storage/item-store.ts'

/**
 * Where no event tells who earned a payment, the search of the receiving address takes it for its
 * own: what the calls of another account have told stays, and two that claim it are in doubt.
 */
export function withKnownEarner(told: RewardPayment, known: RewardPayment): RewardPayment {
  const { enrolledAddress: earner, evidence } = known
  const isTold = told.evidence !== 'transfer' && told.evidence !== 'unclear'
  if (isTold || earner === known.rewardAddress || earner === told.enrolledAddress) return told
  if (told.enrolledAddress === told.rewardAddress)
    return { ...told, enrolledAddress: earner, ...(evidence && { evidence }) }
  return { ...told, enrolledAddress: earner, evidence: 'unclear' }
}

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
    for (const told of payments) {
      const known = ledger[told.key]
      const payment = known ? withKnownEarner(told, known.payment) : told
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
