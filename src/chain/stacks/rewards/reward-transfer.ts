import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
import { uint } from '../../uint.ts'
import type { ApiEvent } from '../answers.ts'
import type { Deployment } from '../deployments.ts'

/** A transfer of sBTC from a Dual Stacking contract that has not been looked up yet. Sats. */
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
  `${stripHexPrefix(txid).toLowerCase()}:${eventIndex}`

/**
 * Decodes an event that is a transfer from a contract of `deployments` to `recipient` in that
 * contract's sBTC; undefined for any other event.
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
  const payer = deployments.find(
    ({ contract, sbtcToken }) =>
      contract === event.asset.sender && event.asset.asset_id === `${sbtcToken}::sbtc-token`,
  )
  if (!payer || !event.tx_id) return undefined
  const txid = stripHexPrefix(event.tx_id).toLowerCase()
  return {
    key: transferKey(txid, event.event_index),
    deployment: payer.id,
    txid,
    eventIndex: event.event_index,
    sats: event.asset.amount,
    recipient,
  }
}
