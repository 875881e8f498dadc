import type { VmEvent } from '../vm/outcome.ts'

/**
 * An event of a transaction. Amounts are decimal strings; a side that does not take part (the
 * source of a mint) is an empty string.
 */
export type LedgerEvent =
  | { kind: 'log'; contract: string; topic: string; hex: string }
  | { kind: 'lock'; address: string; microStx: string; unlockHeight: number }
  | ({ movement: 'transfer' | 'mint' | 'burn'; sender: string; recipient: string } & (
      | { kind: 'stx'; microStx: string; memo?: string }
      | { kind: 'ft'; asset: string; amount: string }
      | { kind: 'nft'; asset: string; hex: string }
    ))

const movementOf = (event: string) =>
  (/_(transfer|mint|burn)_event$/.exec(event)?.[1] ?? 'transfer') as 'transfer' | 'mint' | 'burn'

/** Translates an event of the VM; undefined for kinds that no API reports. */
export const ledgerEventOf = ({ event, data }: VmEvent): LedgerEvent | undefined => {
  const sides = {
    movement: movementOf(event),
    sender: data.sender ?? '',
    recipient: data.recipient ?? '',
  }
  if (event === 'print_event')
    return {
      kind: 'log',
      contract: data.contract_identifier!,
      topic: data.topic ?? 'print',
      hex: data.raw_value!,
    }
  if (event === 'stx_lock_event') {
    return {
      kind: 'lock',
      address: data.locked_address!,
      microStx: String(data.locked_amount),
      unlockHeight: Number(data.unlock_height),
    }
  }
  if (event.startsWith('stx_'))
    return {
      kind: 'stx',
      ...sides,
      microStx: String(data.amount),
      ...(data.memo && { memo: `0x${data.memo}` }),
    }
  if (event.startsWith('ft_'))
    return { kind: 'ft', ...sides, asset: data.asset_identifier!, amount: String(data.amount) }
  if (event.startsWith('nft_'))
    return { kind: 'nft', ...sides, asset: data.asset_identifier!, hex: data.raw_value! }
  return undefined
}

/** The principals that an event concerns. */
export const partiesOf = (event: LedgerEvent): string[] => {
  if (event.kind === 'log') return []
  return event.kind === 'lock' ? [event.address] : [event.sender, event.recipient].filter(Boolean)
}
