import { validateStacksAddress } from '@stacks/transactions'
import { isContractName } from './principal.ts'

/** Why a text is not a principal of the network; `address.<code>` in the catalogue of words. */
export const addressProblems = [
  'empty',
  'not-a-principal',
  'bad-checksum',
  'bad-contract-name',
  'wrong-network',
  'bitcoin-address',
  'name',
] as const
export type AddressProblem = (typeof addressProblems)[number]

export type CheckedAddress =
  | { ok: true; address: string; kind: 'standard' | 'multisig' | 'contract' }
  | { ok: false; problem: AddressProblem }

// Version letters of c32 addresses: single and multiple signatures, mainnet and testnet.
const versions = { mainnet: { single: 'P', multi: 'M' }, testnet: { single: 'T', multi: 'N' } }

const problem = (code: AddressProblem): CheckedAddress => ({ ok: false, problem: code })

/**
 * Checks that a text is a principal of the network: alphabet, checksum, network, contract name.
 * Contract principals and multi-signature addresses are identified as such. `devnet` uses testnet
 * addresses.
 *
 * @example
 *   checkAddress('SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7', 'testnet')
 *   // { ok: false, problem: 'wrong-network' }
 */
export const checkAddress = (
  text: string,
  network: 'mainnet' | 'testnet' | 'devnet',
): CheckedAddress => {
  const trimmed = text.trim()
  if (trimmed === '') return problem('empty')
  if (
    /^(bc1|tb1|bcrt1)[0-9a-z]{8,}$/i.test(trimmed) ||
    /^[123mn][1-9A-HJ-NP-Za-km-z]{25,34}$/.test(trimmed)
  )
    return problem('bitcoin-address')
  if (/^[a-z0-9-]+\.(btc|stx|id)$/i.test(trimmed)) return problem('name')
  const [address = '', contractName, ...more] = trimmed.split('.')
  const standard = address.toUpperCase()
  if (!/^S[0-9A-HJKMNP-TV-Z]{26,41}$/.test(standard) || more.length > 0)
    return problem('not-a-principal')
  if (!validateStacksAddress(standard)) return problem('bad-checksum')
  if (contractName !== undefined && !isContractName(contractName))
    return problem('bad-contract-name')
  const { single, multi } = versions[network === 'mainnet' ? 'mainnet' : 'testnet']
  const letter = standard.charAt(1)
  if (letter !== single && letter !== multi) return problem('wrong-network')
  if (contractName !== undefined)
    return { ok: true, address: `${standard}.${contractName}`, kind: 'contract' }
  return { ok: true, address: standard, kind: letter === multi ? 'multisig' : 'standard' }
}
