import type { ProgrammeAdmin } from './programme-profile.ts'

/** Addresses whose hash is all zeros: no key is known for them, so nobody has the role there. */
export const burnAddresses = {
  mainnet: 'SP000000000000000000002Q6VF78',
  testnet: 'ST000000000000000000002AMW42H',
  devnet: 'ST000000000000000000002AMW42H',
} as const

/** What having an address as its admin means for a contract. */
export const adminKindOf = (address: string, contract: string): ProgrammeAdmin['kind'] => {
  // A contract does not call itself as an administrator.
  if (address === contract || Object.values<string>(burnAddresses).includes(address))
    return 'nobody'
  return address.includes('.') ? 'contract' : 'account'
}
