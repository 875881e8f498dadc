import { checkStake, measureIncome, projectStake, type CycleClock } from 'twinstack/bitcoin-staking'

const clock: CycleClock = {
  firstBurnHeight: 666_050n,
  cycleBlocks: 2_100n,
  prepareBlocks: 100n,
  firstCycle: 141n,
}
const burnHeight = 977_800n
const manager = 'SP3RX8RME63CY63G5WZ8XQWZNTYNETYJESQKE071E.stacks-labs'

const { rewards } = projectStake(
  {
    clock,
    burnHeight,
    cycle: 148n,
    stakedMicroStx: 438_005_558_960_464n,
    bonds: [
      {
        index: 1n,
        targetRate: 300n,
        stxValueRatio: 310_237n,
        minUstxRatio: 500n,
        sats: 23_017_037_628n,
      },
    ],
    income: measureIncome(clock, [
      { height: 965_299n, sats: 162_018_759n },
      { height: 966_349n, sats: 230_327_835n },
      { height: 967_399n, sats: 210_000_000n },
    ]),
  },
  {
    microStx: 100_000_000_000n,
    cycles: 12n,
    terms: {
      manager,
      feeBips: 495n,
      delegatedMicroStx: 8_000_000_000_000n,
      pendingMicroStx: 8_000_000_000_000n,
    },
    present: null,
  },
)
export const netSatsOfCycle = rewards?.middle.cycle.netSats

export const blockers = checkStake(
  {
    clock,
    burnHeight,
    position: {},
    balance: { unlockedMicroStx: 99_000_000_000n, lockedMicroStx: 0n, feeMicroStx: 3_000n },
  },
  {
    microStx: 100_000_000_000n,
    cycles: 12n,
    manager: {
      manager,
      family: 'reference',
      takesStakes: true,
      paysBitcoin: true,
      feeBips: 495n,
      delegatedMicroStx: 8_000_000_000_000n,
      storedPayout: null,
    },
    payout: null,
    feeBoundBips: 300n,
  },
)
