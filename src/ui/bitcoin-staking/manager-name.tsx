import { shortAddress } from '../../words/format/address.ts'

/** A signer manager at a glance: its contract's name, and whose it is. */
export function ManagerName({ manager }: { manager: string }) {
  const [address = '', name = manager] = manager.split('.')
  return (
    <span title={manager}>
      {name} <small class="muted">{shortAddress(address)}</small>
    </span>
  )
}
