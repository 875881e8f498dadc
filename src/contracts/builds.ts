/** `v1` follows the deployed contract and needs at-block (epoch 3.3); `live` captures balances live and runs at later epochs (docs/contract-live.md). */
export type ContractBuild = 'v1' | 'live'

/** A contract of ours: the name to deploy it under, and its source file. */
export type ContractFile = { name: string; path: URL }

const file = (name: string, source: string): ContractFile => ({ name, path: new URL(`${source}.clar`, import.meta.url) })

const builds: Record<ContractBuild, ContractFile[]> = {
  v1: [
    file('bitcoin-block-buffer', 'bitcoin-block-buffer'),
    file('liquid-stacking-v1_0_1', 'liquid-stacking'),
    file('dual-stacking-v1', 'dual-stacking'),
  ],
  live: [
    file('bitcoin-block-buffer-live', 'bitcoin-block-buffer-live'),
    file('liquid-stacking-live', 'liquid-stacking-live'),
    file('dual-stacking-live', 'dual-stacking-live'),
  ],
}

/** The contracts of a build in the order of deployment, all from one address; the last one is Dual Stacking itself, which may have any name. */
export const contractsOf = (build: ContractBuild): ContractFile[] => builds[build]

/** Mints sBTC on a local network; deploy it from the address of the sBTC token. */
export const sbtcDeposit: ContractFile = file('sbtc-deposit', 'sbtc-deposit')
