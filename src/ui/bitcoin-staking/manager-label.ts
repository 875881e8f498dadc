import { shortAddress } from '../../words/format/address.ts'

/** `contract · SP2J6ZY…9EJ7`: a signer manager where only plain text fits, as in a select. */
export const managerLabel = (manager: string): string => {
  const [address = '', name = manager] = manager.split('.')
  return `${name} · ${shortAddress(address)}`
}
