import type { AuditEntry } from '../../../protocol/dual-stacking/audit/index.ts'
import type { ApiEvent } from '../answers.ts'
import type { ChainPosition } from '../chain-position.ts'
import type { Deployment } from '../deployments.ts'
import { decodeEventHex } from '../events/decode.ts'

/**
 * The events of one transaction as audit entries: the contract's prints, and the sBTC that left it.
 */
export const auditEntriesOf = (
  { contract, sbtcToken }: Deployment,
  txid: string,
  place: ChainPosition,
  events: readonly ApiEvent[],
): AuditEntry[] =>
  events.flatMap((apiEvent): AuditEntry[] => {
    const entry = (event: AuditEntry['event']): AuditEntry[] => [
      {
        key: `${txid}:${apiEvent.event_index}`,
        txid,
        place: [...place, apiEvent.event_index],
        event,
      },
    ]
    if (
      apiEvent.event_type === 'smart_contract_log' &&
      apiEvent.contract_log.contract_id === contract
    ) {
      const event = decodeEventHex(apiEvent.contract_log.value.hex)
      return event ? entry(event) : []
    }
    if (
      apiEvent.event_type !== 'fungible_token_asset' ||
      apiEvent.asset.sender !== contract ||
      apiEvent.asset.asset_id !== `${sbtcToken}::sbtc-token`
    )
      return []
    return entry({
      kind: 'transfer',
      to: apiEvent.asset.recipient,
      sats: apiEvent.asset.amount,
    } as AuditEntry['event'])
  })
