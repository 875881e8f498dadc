import * as v from 'valibot'
import { uint } from '../../uint.ts'
import type { ApiEvent } from '../answers.ts'
import type { Deployment } from '../deployments.ts'

/** A movement of sBTC from a Dual Stacking contract, seen but not yet understood. Sats. */
export const rewardTransfer = v.object({
  key: v.string(),
  deployment: v.string(),
  txid: v.string(),
  eventIndex: v.number(),
  sats: uint,
  recipient: v.string(),
})
export type RewardTransfer = v.InferOutput<typeof rewardTransfer>

export const transferKey = (txid: string, eventIndex: number): string =>
  `${txid.replace(/^0x/, '').toLowerCase()}:${eventIndex}`

/**
 * The transfer in an event, when it is one from a contract of `deployments` to `recipient` in that
 * contract's sBTC; undefined otherwise.
 */
export const decodeTransfer = (
  event: ApiEvent,
  deployments: readonly Deployment[],
  recipient: string,
): RewardTransfer | undefined => {
  if (
    event.event_type !== 'fungible_token_asset' ||
    event.asset.asset_event_type !== 'transfer' ||
    event.asset.recipient !== recipient
  )
    return undefined
  const from = deployments.find(
    ({ contract, sbtcToken }) =>
      contract === event.asset.sender && event.asset.asset_id === `${sbtcToken}::sbtc-token`,
  )
  if (!from || !event.tx_id) return undefined
  const txid = event.tx_id.replace(/^0x/, '').toLowerCase()
  return {
    key: transferKey(txid, event.event_index),
    deployment: from.id,
    txid,
    eventIndex: event.event_index,
    sats: event.asset.amount,
    recipient,
  }
}
