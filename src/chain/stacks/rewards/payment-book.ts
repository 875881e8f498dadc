import type { RewardPayment } from '../readings.ts'
import type { Confirmation } from './confirm-transfer.ts'
import { isSamePayment, type RewardCursor, type YoungPayment } from './reward-cursor.ts'
import { transferKey, type RewardTransfer } from './reward-transfer.ts'

type PendingTransfer = RewardCursor['pending'][number]

const SETTLED_BLOCKS = 6
const GONE_KEPT_BLOCKS = 144
const MAX_MISSES = 6
const MAX_SEEN = 2000

const keyOf = ({ txid, eventIndex }: RewardPayment) => transferKey(txid, eventIndex)

const isMoved = (before: RewardPayment, after: RewardPayment): boolean =>
  !before.burnHeight.known ||
  !after.burnHeight.known ||
  before.burnHeight.value !== after.burnHeight.value

/** A payment as it was read again: who earned it, where no event tells, does not change. */
const sameEarner = (again: RewardPayment, before: RewardPayment): RewardPayment =>
  again.evidence === undefined || again.evidence === 'event'
    ? again
    : { ...again, enrolledAddress: before.enrolledAddress, evidence: before.evidence }

/** The transfer behind a payment, for looking it up again. */
export const transferOfPayment = (payment: RewardPayment): RewardTransfer => ({
  key: keyOf(payment),
  deployment: payment.deployment,
  txid: payment.txid,
  eventIndex: payment.eventIndex,
  sats: payment.sats,
  recipient: payment.rewardAddress,
})

/**
 * The account's transfers and payments during one collection at Bitcoin height `height`: which wait
 * to be looked up, which a reorganisation could still undo, and what has been found or undone.
 */
export const createPaymentBook = (from: RewardCursor, address: string, height: number) => {
  const pending = new Map(from.pending.map((entry) => [entry.transfer.key, entry]))
  const seen = new Set(from.seen)
  const found: RewardPayment[] = []
  const gone: string[] = []
  let young: YoungPayment[] = from.young

  const settle = (payment: RewardPayment) => {
    const isDeep = !payment.burnHeight.known || height - payment.burnHeight.value >= SETTLED_BLOCKS
    if (isDeep) seen.add(keyOf(payment))
    else young = [...young, { payment, checkedAt: height, goneAt: null }]
  }

  const addPayment = (payment: RewardPayment) => {
    if (payment.enrolledAddress !== address && payment.rewardAddress !== address)
      return void seen.add(keyOf(payment))
    // A payment that was mined again elsewhere keeps its first key, so that it is not notified
    // twice.
    const undone = young.find(
      ({ payment: earlier, goneAt }) => goneAt !== null && isSamePayment(earlier, payment),
    )
    const adopted = undone ? { ...payment, key: undone.payment.key } : payment
    young = young.filter((entry) => entry !== undone && keyOf(entry.payment) !== keyOf(payment))
    found.push(adopted)
    settle(adopted)
  }

  return {
    /** Takes a transfer to be looked up, unless it has been before. */
    addTransfer: (transfer: RewardTransfer): void => {
      if (seen.has(transfer.key) || pending.has(transfer.key)) return
      const isConfirmed = young.some(
        ({ payment, goneAt }) =>
          goneAt === null && keyOf(payment) === transfer.key && payment.sats === transfer.sats,
      )
      if (!isConfirmed) pending.set(transfer.key, { transfer, missed: 0, missedAt: 0 })
    },

    /** Payments that a reorganisation may have undone since they were last checked. */
    youngToCheck: (fresh: boolean): YoungPayment[] =>
      young.filter(({ checkedAt }) => fresh || checkedAt !== height),

    recheckYoung: (entry: YoungPayment, confirmation: Confirmation): void => {
      young = young.filter((other) => other !== entry)
      if (confirmation.is === 'payment') {
        const payment = {
          ...sameEarner(confirmation.payment, entry.payment),
          key: entry.payment.key,
        }
        if (entry.goneAt !== null || isMoved(entry.payment, payment)) found.push(payment)
        settle(payment)
        return
      }
      if (entry.goneAt === null) gone.push(entry.payment.key)
      const goneAt = entry.goneAt ?? height
      if (height - goneAt < GONE_KEPT_BLOCKS)
        young = [...young, { payment: entry.payment, checkedAt: height, goneAt }]
    },

    /** Looks a payment up again in the next block: this one told nothing of it. */
    postpone: (entry: YoungPayment): void => {
      young = young.map((each) => (each === entry ? { ...each, checkedAt: height } : each))
    },

    /** Transfers to look up; one that was missing in this block is not looked up again in it. */
    transfersToConfirm: (): PendingTransfer[] =>
      [...pending.values()].filter(({ missed, missedAt }) => missed === 0 || missedAt !== height),

    confirmPending: ({ transfer, missed }: PendingTransfer, confirmation: Confirmation): void => {
      if (confirmation.is === 'payment') addPayment(confirmation.payment)
      else if (confirmation.is === 'other') seen.add(transfer.key)
      // A host that lags behind may list a movement before it knows the transaction.
      else if (missed + 1 < MAX_MISSES) {
        pending.set(transfer.key, { transfer, missed: missed + 1, missedAt: height })
        return
      }
      pending.delete(transfer.key)
    },

    pendingCount: () => pending.size,
    /** Transfers that have never been looked up. */
    newCount: () => [...pending.values()].filter(({ missed }) => missed === 0).length,
    found,
    gone: () => gone.filter((key) => !found.some((payment) => payment.key === key)),
    cursor: (): Omit<RewardCursor, 'scans' | 'hosts' | 'doubted'> => ({
      pending: [...pending.values()],
      young,
      seen: [...seen].slice(-MAX_SEEN),
    }),
  }
}
export type PaymentBook = ReturnType<typeof createPaymentBook>
