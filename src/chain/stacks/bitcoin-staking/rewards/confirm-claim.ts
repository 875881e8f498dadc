import { answered, type Answer } from '../../../http/answer.ts'
import { known, unknown, type Known } from '../../../known.ts'
import type { ApiEvent, ApiTransaction } from '../../answers.ts'
import { decodeClarity } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import type { ReadOptions } from '../../read-options.ts'
import { decodeManagerEvent, type ManagerEvent } from '../events/manager-events.ts'
import { decodePoxEvent } from '../events/pox-events.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import type { ClaimPayout, ListedClaim, MadePayout, PaidClaim } from './paid-claim.ts'

/**
 * What a listed claim is: paid as it says; something that its transaction does not bear out; not
 * (or no longer) on the chain, `unseen` where the host knows nothing of the transaction.
 */
export type ClaimConfirmation =
  | { is: 'paid'; claim: PaidClaim }
  | { is: 'other' }
  | { is: 'gone'; unseen?: true }

/** Events of one claim stand together: the settlement, what moves, the manager's print. */
const BEFORE = 20
const PART = 40

/**
 * Looks a claim up in its transaction: pox-5 must have settled it there, and the sBTC must have
 * moved to the holder or into a withdrawal [bitcoin-staking 8.3]. Two requests.
 */
export async function confirmClaim(
  client: StacksClient,
  deployment: StakingDeployment,
  { staker, listed }: { staker: string; listed: ListedClaim },
  options?: ReadOptions,
): Promise<Answer<ClaimConfirmation>> {
  const offset = Math.max(0, listed.eventIndex - BEFORE)
  const answer = await client.transaction(listed.txid, { offset, limit: PART }, options)
  if (!answer.ok)
    return answer.failure.code === 'not-found' ? answered({ is: 'gone', unseen: true }) : answer
  const transaction = answer.value
  if (transaction.tx_status !== 'success' || transaction.canonical === false)
    return answered({ is: 'gone' })
  const events = [...transaction.events].sort((a, b) => a.event_index - b.event_index)
  const printed = events.find(({ event_index: index }) => index === listed.eventIndex)
  const own = printed && managerEventOf(printed, listed.manager)
  if (!own || !isSameClaim(own, staker, listed)) return answered({ is: 'gone' })
  const settled = settlementOf(events, deployment.pox, { staker, listed })
  const payout = settled && payoutOf(events, deployment, { staker, listed, own })
  if (!settled || !payout) return answered({ is: 'other' })
  const { bond, grossSats } = settled
  return answered({
    is: 'paid',
    claim: { ...listed, staker, bond, grossSats, ...placeOf(transaction), payout },
  })
}

type ClaimEvent = Extract<ManagerEvent, { kind: 'claim-staker-rewards' | 'settle-staker-rewards' }>

/** Whether a manager's print tells of a holder's claim. */
export const isClaimEvent = (event: { kind: string }): event is ClaimEvent =>
  event.kind === 'claim-staker-rewards' || event.kind === 'settle-staker-rewards'

export function managerEventOf(event: ApiEvent, manager: string) {
  const value = printOf(event, manager)
  return value === undefined ? undefined : decodeManagerEvent(value)
}

const printOf = (event: ApiEvent, contract: string) =>
  event.event_type === 'smart_contract_log' && event.contract_log.contract_id === contract
    ? decodeClarity(event.contract_log.value.hex)
    : undefined

const isSameClaim = (
  event: { kind: string },
  staker: string,
  { cycle, netSats }: ListedClaim,
): event is ClaimEvent =>
  isClaimEvent(event) &&
  event.staker === staker &&
  event.cycle === cycle &&
  event.netSats === netSats

/** The settlement that the manager's print follows: the last one before it. */
function settlementOf(
  events: readonly ApiEvent[],
  pox: string,
  { staker, listed }: { staker: string; listed: ListedClaim },
): { bond: bigint | null; grossSats: bigint } | undefined {
  const before = events.filter(({ event_index: index }) => index < listed.eventIndex)
  for (const event of before.toReversed()) {
    const value = printOf(event, pox)
    if (value === undefined) continue
    const settled = decodePoxEvent(value)
    if (settled.kind !== 'claim-staker-rewards-for-signer') continue
    const isOwn =
      settled.staker === staker &&
      settled.manager === listed.manager &&
      settled.cycle === listed.cycle
    return isOwn && settled.grossSats >= listed.netSats ? settled : undefined
  }
  return undefined
}

/** How it was paid; undefined: nothing has moved. */
function payoutOf(
  events: readonly ApiEvent[],
  deployment: StakingDeployment,
  { staker, listed, own }: { staker: string; listed: ListedClaim; own: ClaimEvent },
): ClaimPayout | undefined {
  const { manager } = listed
  if (own.kind === 'claim-staker-rewards') {
    const withdrawal = 'onBitcoin' in own ? own.onBitcoin : null
    const paid = { sats: own.netSats, onBitcoin: withdrawal }
    return hasPaid(paid, events, { deployment, staker, manager })
  }
  // Settled first, and paid out in the same transaction or later.
  const paid = events
    .filter(({ event_index: index }) => index > listed.eventIndex)
    .map((event) => managerEventOf(event, listed.manager))
    .find((event) => event?.kind === 'payout' && event.staker === staker)
  if (paid?.kind !== 'payout') return { kind: 'banked' }
  return hasPaid(paid, events, { deployment, staker, manager })
}

/** How a manager has paid in a transaction; undefined: nothing has moved. */
export function hasPaid(
  { sats, onBitcoin: withdrawal }: { sats: bigint; onBitcoin: Withdrawal | null },
  events: readonly ApiEvent[],
  {
    deployment,
    staker,
    manager,
  }: { deployment: StakingDeployment; staker: string; manager: string },
): MadePayout | undefined {
  if (withdrawal) return onBitcoin(withdrawal)
  const hasMoved = events.some(
    (event) =>
      event.event_type === 'fungible_token_asset' &&
      event.asset.asset_id.startsWith(`${deployment.sbtcToken}::`) &&
      event.asset.sender === manager &&
      event.asset.recipient === staker &&
      event.asset.amount === sats,
  )
  return hasMoved ? { kind: 'sbtc' } : undefined
}

type Withdrawal = { request: bigint | null; sats: bigint }

const onBitcoin = ({ request, sats }: Withdrawal): MadePayout => ({
  kind: 'bitcoin',
  request,
  sats,
  state: 'pending',
})

/** When a transaction was mined. */
export function placeOf(transaction: ApiTransaction): Pick<PaidClaim, 'burnHeight' | 'blockTime'> {
  const time = transaction.block_time ?? transaction.burn_block_time
  const toKnown = (value: number | null | undefined): Known<number> =>
    typeof value === 'number' && value > 0 ? known(value) : unknown('not-offered')
  return { burnHeight: toKnown(transaction.burn_block_height), blockTime: toKnown(time) }
}
