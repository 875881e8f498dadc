/**
 * `SP2J6ZY…9EJ7`; of a contract also its name. For a glance only: a person compares addresses by
 * their groups.
 */
export function shortAddress(address: string): string {
  const [principal = '', name] = address.split('.')
  const short =
    principal.length > 14 ? `${principal.slice(0, 7)}…${principal.slice(-4)}` : principal
  return name === undefined ? short : `${short}.${name}`
}

/** The whole address in groups of four, and of a contract its name as the last group. */
export function addressGroups(address: string): string[] {
  const [principal = '', name] = address.split('.')
  const groups = principal.match(/.{1,4}/g) ?? []
  return name === undefined ? groups : [...groups, `.${name}`]
}

/**
 * What kind of account an address is, as far as it shows: a contract's has a name, one of several
 * signers an M (mainnet) or N (testnet).
 */
export function accountKind(address: string): 'standard' | 'multisig' | 'contract' {
  if (address.includes('.')) return 'contract'
  return /^S[MN]/.test(address) ? 'multisig' : 'standard'
}
