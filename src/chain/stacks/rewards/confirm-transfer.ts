import * as v from 'valibot'
import { answered, type Answer } from '../../http/answer.ts'
import { known, unknown } from '../../known.ts'
import { transactionId, type ApiEvent, type ApiTransaction } from '../answers.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { decodeEventHex, type DualStackingEvent } from '../events/decode.ts'
import type { ReadOptions } from '../read-options.ts'
import type { RewardPayment } from '../readings.ts'
import { printsPayments } from './prints-payments.ts'
import type { RewardTransfer } from './reward-transfer.ts'

/**
 * What a transfer is: a reward payment; another transfer by the contract, like a withdrawal by its
 * administrator; not (or no longer) on the chain. `unseen`: the host does not know its transaction,
 * which says nothing while its index is behind.
 */
export type Confirmation =
  | { is: 'payment'; payment: RewardPayment }
  | { is: 'other' }
  | { is: 'gone'; unseen?: true }

// The contract prints just before it transfers [dual-stacking 4.8]; a few more places allow for
// versions that print more.
const BEFORE = 3
const AFTER = 1

const printedEvents = (
  events: readonly ApiEvent[],
  contract: string,
): { index: number; event: DualStackingEvent }[] =>
  events.flatMap((apiEvent) => {
    if (
      apiEvent.event_type !== 'smart_contract_log' ||
      apiEvent.contract_log.contract_id !== contract
    )
      return []
    const event = decodeEventHex(apiEvent.contract_log.value.hex)
    return event ? [{ index: apiEvent.event_index, event }] : []
  })

const paymentOf = (
  transaction: ApiTransaction,
  transfer: RewardTransfer,
  matched: Pick<RewardPayment, 'cycle' | 'enrolledAddress'>,
): RewardPayment => {
  const time = transaction.block_time ?? transaction.burn_block_time
  return {
    key: transfer.key,
    deployment: transfer.deployment,
    ...matched,
    sats: transfer.sats,
    rewardAddress: transfer.recipient,
    txid: transfer.txid,
    eventIndex: transfer.eventIndex,
    burnHeight:
      typeof transaction.burn_block_height === 'number'
        ? known(transaction.burn_block_height)
        : unknown('not-offered'),
    blockTime: typeof time === 'number' && time > 0 ? known(time) : unknown('not-offered'),
  }
}

/**
 * Looks a transfer up in its transaction and determines whether it paid a reward: the adjacent
 * `distribute-rewards` event names the cycle and the enrolled address. For a contract whose prints
 * are unknown (v3) a transfer is assumed to be one, and the payment says so. One request.
 */
export const confirmTransfer = async (
  client: StacksClient,
  deployment: Deployment,
  transfer: RewardTransfer,
  options?: ReadOptions,
): Promise<Answer<Confirmation>> => {
  // Earlier versions took any text for an id, and hosts refuse to look such a one up.
  if (!v.is(transactionId, transfer.txid)) return answered({ is: 'gone' })
  const offset = Math.max(0, transfer.eventIndex - BEFORE)
  const answer = await client.transaction(
    transfer.txid,
    { offset, limit: transfer.eventIndex - offset + 1 + AFTER },
    options,
  )
  if (!answer.ok)
    return answer.failure.code === 'not-found' ? answered({ is: 'gone', unseen: true }) : answer
  const transaction = answer.value
  if (transaction.tx_status !== 'success' || transaction.canonical === false)
    return { ok: true, value: { is: 'gone' } }
  const movement = transaction.events.find(({ event_index }) => event_index === transfer.eventIndex)
  const isSame =
    movement?.event_type === 'fungible_token_asset' &&
    movement.asset.recipient === transfer.recipient &&
    movement.asset.amount === transfer.sats
  if (!isSame) return { ok: true, value: { is: 'gone' } }

  const distance = ({ index }: { index: number }) => Math.abs(index + 1 - transfer.eventIndex)
  for (const { event } of printedEvents(transaction.events, deployment.contract).sort(
    (a, b) => distance(a) - distance(b),
  )) {
    const isThisTransfer = (recipient: string, sats: bigint) =>
      recipient === transfer.recipient && sats === transfer.sats
    if (event.kind === 'emergency-withdraw' && isThisTransfer(event.recipient, event.sats))
      return { ok: true, value: { is: 'other' } }
    if (event.kind === 'reward' && isThisTransfer(event.reward, event.sats)) {
      return {
        ok: true,
        value: {
          is: 'payment',
          payment: paymentOf(transaction, transfer, {
            cycle: known(event.cycle),
            enrolledAddress: event.enrolled,
          }),
        },
      }
    }
  }
  if (printsPayments(deployment)) return { ok: true, value: { is: 'other' } }
  const payment = paymentOf(transaction, transfer, {
    cycle: unknown('not-offered'),
    enrolledAddress: transfer.recipient,
  })
  return { ok: true, value: { is: 'payment', payment: { ...payment, evidence: 'transfer' } } }
}
