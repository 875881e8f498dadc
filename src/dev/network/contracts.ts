import { readFileSync } from 'node:fs'
import type { EpochString } from '@stacks/clarinet-sdk-wasm'
import { deployer } from './accounts.ts'

/**
 * Which rules a network runs: those of the deployed v1 contract, or the build that lives without
 * `at-block`.
 */
export type ContractKind = 'v1' | 'live'

/**
 * A contract to deploy: the file in `src/contracts`, the name it gets, and whose it is when not the
 * deployer's.
 */
export type ContractRow = { file: string; name: string; owner?: string }

export type NetworkContracts = {
  epoch: EpochString
  clarity: number
  rows: readonly ContractRow[]
  /** Contract ids. */
  dualStacking: string
  liquidStacking: string
  /** Signer managers of pox-5 with their sources, where the chain has it. */
  staking?: readonly { id: string; source: string }[]
}

const sbtcAddress = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4'

/** The VM's own sBTC token, and the contract that mints it. */
export const sbtcToken = `${sbtcAddress}.sbtc-token`
export const sbtcDeposit = `${sbtcAddress}.sbtc-deposit`

const own = (name: string) => `${deployer.address}.${name}`
const deposit: ContractRow = { file: 'sbtc-deposit', name: 'sbtc-deposit', owner: sbtcAddress }

/** What each kind of network deploys, in this order, and in which epoch it stays. */
export const networkContracts: Record<ContractKind, NetworkContracts> = {
  v1: {
    epoch: '3.3',
    clarity: 3,
    dualStacking: own('dual-stacking-v1'),
    liquidStacking: own('liquid-stacking-v1_0_1'),
    rows: [
      deposit,
      { file: 'bitcoin-block-buffer', name: 'bitcoin-block-buffer' },
      { file: 'liquid-stacking', name: 'liquid-stacking-v1_0_1' },
      { file: 'dual-stacking', name: 'dual-stacking-v1' },
    ],
  },
  live: {
    epoch: '3.4',
    clarity: 3,
    dualStacking: own('dual-stacking-live'),
    liquidStacking: own('liquid-stacking-live'),
    rows: [
      deposit,
      { file: 'bitcoin-block-buffer-live', name: 'bitcoin-block-buffer-live' },
      { file: 'liquid-stacking-live', name: 'liquid-stacking-live' },
      { file: 'dual-stacking-live', name: 'dual-stacking-live' },
    ],
  },
}

export const contractSource = (file: string) =>
  readFileSync(new URL(`../../contracts/${file}.clar`, import.meta.url), 'utf8')
