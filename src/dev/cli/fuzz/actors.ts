import type { TraceHeader } from '../replay/header.ts'

export const fuzzDeployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

/** Standard principals that hold, stack and sign. */
export const fuzzUsers = [
  'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5',
  'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG',
  'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC',
  'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND',
  'ST2REHHS5J3CERCRBEPMGH7921Q6PYKAADT7JP2VB',
  'ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0',
]

/** Contracts that pass calls on, and make their own. */
export const fuzzCallers = [`${fuzzDeployer}.caller-a`, `${fuzzDeployer}.caller-b`]

/** Contracts that only hold and are enrolled by the admin. */
export const fuzzPools = [`${fuzzDeployer}.pool-a`, `${fuzzDeployer}.pool-b`]

export const fuzzContract = `${fuzzDeployer}.dual-stacking-v1`

/**
 * All principals that a random address is drawn from; the contract itself is the worst rewarded
 * address it can have.
 */
export const fuzzPrincipals = [
  ...fuzzUsers,
  ...fuzzCallers,
  ...fuzzPools,
  fuzzDeployer,
  fuzzContract,
]

/** Where random sequences start. */
export const fuzzHeader = (name: string, steps: number): TraceHeader => ({
  format: 'dual-stacking-trace',
  version: 1,
  contract: 'dual-stacking-v1',
  epoch: '3.3',
  name,
  about: 'random sequence; results are those of the TypeScript model',
  burn: 2200,
  stacks: 2204,
  deployer: fuzzDeployer,
  contractPrincipal: fuzzContract,
  sbtc: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token',
  stx: 'pox-4',
  liquid: 'stub-settable',
  buffer: 'real',
  callMinesStacksBlock: true,
  params: {},
  steps,
})
