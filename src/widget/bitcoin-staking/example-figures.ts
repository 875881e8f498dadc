import type { YieldFigures } from './figures.ts'

const SATS_OF_A_HALF = 500_000_000n

/**
 * An example to show what the calculator does before anything is read: no network's figures. 5 BTC
 * arrive in each half for 500 million STX, and nobody has a bond.
 */
export const exampleFigures: YieldFigures = {
  state: {
    clock: { firstBurnHeight: 0n, cycleBlocks: 2_100n, prepareBlocks: 100n, firstCycle: 0n },
    burnHeight: 2_100n,
    cycle: 1n,
    stakedMicroStx: 500_000_000_000_000n,
    bonds: [],
    income: {
      low: SATS_OF_A_HALF,
      middle: SATS_OF_A_HALF,
      high: SATS_OF_A_HALF,
      calculations: 1,
      from: 0n,
      to: 0n,
    },
  },
  manager: null,
  readAt: 0,
  isOld: false,
}
