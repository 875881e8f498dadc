import type { AuditEntry } from '../../../protocol/dual-stacking/audit/index.ts'
import type { ApiEvent } from '../answers.ts'
import type { ChainPosition } from '../chain-position.ts'
import type { Deployment } from '../deployments.ts'
import { decodeEventHex } from '../events/decode.ts'

/**
 * The events of one transaction as an audit takes them: what the contract printed, and the sBTC
 * that left it.
 */
export const auditEntriesOf = (
  { contract, sbtcToken }: Deployment,
  txid: string,
  place: ChainPosition,
  events: readonly ApiEvent[],
): AuditEntry[] =>
  events.flatMap((each): AuditEntry[] => {
    const entry = (event: AuditEntry['event']): AuditEntry[] => [
      { key: `${txid}:${each.event_index}`, txid, place: [...place, each.event_index], event },
    ]
    if (each.event_type === 'smart_contract_log' && each.contract_log.contract_id === contract) {
      const event = decodeEventHex(each.contract_log.value.hex)
      return event ? entry(event) : []
    }
    if (
      each.event_type !== 'fungible_token_asset' ||
      each.asset.sender !== contract ||
      each.asset.asset_id !== `${sbtcToken}::sbtc-token`
    )
      return []
    return entry({
      kind: 'transfer',
      to: each.asset.recipient,
      sats: each.asset.amount,
    } as AuditEntry['event'])
  })
