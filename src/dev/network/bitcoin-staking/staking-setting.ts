import type { CycleClock } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { deployer } from '../accounts.ts'
import type { PoxContractKind } from './contract-sources.ts'

const own = (name: string): string => `${deployer.address}.${name}`

/** Signer managers of an embedded network with pox-5, by the kind of each. */
export const stakingManagers = {
  reference: own('signer-manager'),
  max500: own('max500-signer-manager'),
  xverse: own('xverse-signer-manager'),
  native: own('native-pool-signer-manager'),
} as const satisfies Partial<Record<PoxContractKind, string>>

/** The wrapper through which one stakes with the native manager. */
export const nativePoolContract = own('native-pool')

/** Cycles of 200 Bitcoin blocks, the last 20 of which prepare; pox-5 begins with cycle 11. */
export const stakingClock: CycleClock = {
  firstBurnHeight: 0n,
  cycleBlocks: 200n,
  prepareBlocks: 20n,
  firstCycle: 11n,
}

/** Cycles of a demo's stakes, each of which is work for the VM; its caretaker extends them. */
export const demoStakeCycles = 12

/** Bitcoin height at which the chain begins: the cycle before the first one of pox-5. */
export const stakingGenesisHeight = 2_100

/** Terms of every bond: 3 % a year, 5 % of 0.1 STX for 1,000 sats. */
export const bondTerms = { targetRate: 300n, stxValueRatio: 10_000n, minUstxRatio: 500n } as const
