import { privateKeyToPublic } from '@stacks/transactions'
import type { CycleClock } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import { pox5Contract } from '../../../network/bitcoin-staking/pox-5-contract.ts'
import { sbtcToken } from '../../../network/contracts.ts'
import type { ContractKindName, PoxHeader } from '../../replay/pox/header.ts'

export const admin = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

/** Standard principals that stake, hold bonds and claim. */
export const fuzzHolders = [
  'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
  'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
  'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
  'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
  'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0',
  'ST2ARBABS883Z72QPTERCRWFBAKMEAK06X46RWWK4',
]

const own = (name: string): string => `${admin}.${name}`

/** Signer managers that are registered at the start, and one that never is. */
export const managers: ReadonlyMap<string, ContractKindName> = new Map<string, ContractKindName>([
  [own('m1'), 'reference'],
  [own('f1'), 'max500'],
  [own('m2'), 'reference'],
  [own('x1'), 'xverse'],
  [own('plain'), 'plain'],
  [own('n1'), 'native'],
  [own('r1'), 'reenter'],
  [own('m3'), 'reference'],
])
export const unregistered = own('m3')
export const pool = own('pool')
export const proxy = own('proxy')
export const pox = pox5Contract
export const token = sbtcToken

/** Keys of signers, with which they sign grants; the last one has a standard principal too. */
export const signerKeys = [
  '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801',
  '530d9f61984c888536871c6573073bdfc0058896dc1adfe9a6a10dfacadc209101',
].map((secret) => ({ secret, key: `0x${privateKeyToPublic(secret)}` }))

/** How a sequence begins; amounts by holder. */
export interface Beginning {
  readonly clock: CycleClock
  readonly microStx: readonly bigint[]
  readonly sats: readonly bigint[]
}

/** The first line of a sequence's trace. */
export const fuzzPoxHeader = (
  { clock, microStx, sats }: Beginning,
  name: string,
  steps: number,
): PoxHeader => ({
  format: 'pox5-trace',
  version: 1,
  name,
  about: 'random sequence; results are those of the TypeScript model',
  pox5: pox,
  sbtc: token,
  params: {
    'first-burn-height': clock.firstBurnHeight,
    'prepare-cycle-length': clock.prepareBlocks,
    'reward-cycle-length': clock.cycleBlocks,
    'begin-pox5-reward-cycle': clock.firstCycle,
  },
  bondAdmin: admin,
  pauseAdmin: admin,
  chainId: 2_147_483_648n,
  stx: Object.fromEntries(fuzzHolders.map((who, index) => [who, microStx[index]!])),
  sbtcBalances: Object.fromEntries(fuzzHolders.map((who, index) => [who, sats[index]!])),
  contracts: { ...Object.fromEntries(managers), [pool]: 'native-pool', [proxy]: 'proxy' },
  burn: 4,
  stacks: 4,
  steps,
  patched: 'every Bitcoin header counts as known',
})
