import { networks, type NetworkName } from '../../../chain/stacks/deployments.ts'
import type { ProgrammeTarget } from './programme-target.ts'

/** Longer than any link to a programme. */
const LONGEST = 600
const PAGE = /\/add(\.html)?$/
const localHosts = ['127.0.0.1', 'localhost', '[::1]']

// Forms alone: the checksum is looked at by whoever reads or adds the contract, with code that a
// popup does not begin with.
const ofMainnet = /^S[PM][0-9A-Z]{25,40}\.[a-zA-Z][\w-]{0,127}$/
const ofTestnet = /^S[TN][0-9A-Z]{25,40}\.[a-zA-Z][\w-]{0,127}$/

const isNetwork = (text: unknown): text is NetworkName => networks.some((each) => each === text)

/** Whether a path is the page's that hands a programme over, on whichever site. */
export const isAddPage = (pathname: string): boolean => PAGE.test(pathname)

/**
 * The programme that a link hands over, by its part after `#`; null when it is no such link. Anyone
 * can make one: it names a network and a contract, and nothing else of it counts. The embedded
 * network is where the link is, on this machine.
 */
export function readAddLink(text: string): ProgrammeTarget | null {
  const link = text.trim()
  if (link.length > LONGEST || !URL.canParse(link)) return null
  const { protocol, hostname, origin, pathname, hash } = new URL(link)
  const isLocal = localHosts.includes(hostname)
  const isWeb = protocol === 'https:' || (protocol === 'http:' && isLocal)
  return isWeb && isAddPage(pathname) ? readProgrammeHash(hash, isLocal ? origin : null) : null
}

/**
 * The programme that the part of an address after `#` names; null when it names none. `local`:
 * where the embedded network would be; null: nowhere.
 */
export function readProgrammeHash(hash: string, local: string | null): ProgrammeTarget | null {
  const said = new URLSearchParams(hash.slice(0, LONGEST).replace(/^#/, ''))
  const network = said.get('network')
  if (!isNetwork(network)) return null
  const contract = said.get('contract') ?? ''
  if (!(network === 'mainnet' ? ofMainnet : ofTestnet).test(contract)) return null
  if (network !== 'devnet') return { network, contract, apiBases: [] }
  return local === null ? null : { network, contract, apiBases: [local] }
}

/** The link that hands a programme over, to the page of this address. */
export const writeAddLink = (
  page: string,
  { network, contract }: Pick<ProgrammeTarget, 'network' | 'contract'>,
): string => `${page}#network=${network}&contract=${contract}`
