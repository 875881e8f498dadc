import type { ClaimQueue } from '../../app/bitcoin-staking/claim-queue.ts'
import type { StakingRewards } from '../../app/bitcoin-staking/rewards/staking-rewards.ts'
import type { PastCalculation } from '../../app/bitcoin-staking/staking-reading.ts'
import { initialStakingSettings } from '../../app/bitcoin-staking/staking-settings.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { known, unknown } from '../../chain/known.ts'
import type { ManagerRecord } from '../../chain/stacks/bitcoin-staking/read-manager-record.ts'
import type { ManagerReading } from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import type { PayoutSetting } from '../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import type { PaidClaim } from '../../chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import * as fixture from './fixtures.ts'

const STX = 1_000_000n
export const MANAGER = 'SP1N8F8BBBC60XF6HJBNJHKPRGJ7WZBRGNDJX4YDR.signer-manager'
export const OTHER_MANAGER =
  'SPMPMA1V6P430M8C91QS1G9XJ95S59JS1TZFZ4Q4.fastpool-max500-signer-manager'
export const SMALL_MANAGER = 'SP3RX8RME63CY63G5WZ8XQWZNTYNETYJESQKE071E.stacks-labs'
export const NATIVE_MANAGER = 'SP4SZE494VC2YC5JYG7AYFQ44F5Q4PYV7DVMDPBG.native-pool-signer-manager'
const CLOSED_MANAGER = 'SPV9K21TBFAK4KNRJXF5DFP8N7W46G4V9RCJDC22.juice-pool-stx-signer'

/** Mainnet's clock; cycle 148 runs. */
const mainnetClock = {
  firstBurnHeight: 666_050n,
  cycleBlocks: 2_100n,
  prepareBlocks: 100n,
  firstCycle: 141n,
}

export const manager: ManagerReading = {
  manager: MANAGER,
  shape: known({ family: 'reference', paysBitcoin: true, fee: 'variable', fixesFees: true }),
  code: known('reference'),
  fee: known({ bips: 495n, pending: null }),
  takesStakes: known(true),
  delegatedMicroStx: known(35_000_000n * STX),
  pendingMicroStx: known(34_800_000n * STX),
}

export const otherManager: ManagerReading = {
  ...manager,
  manager: OTHER_MANAGER,
  shape: known({ family: 'max500', paysBitcoin: true, fee: 'max500', fixesFees: true }),
  code: known('max500'),
  fee: known({ bips: 400n, pending: { bips: 450n, fromCycle: 150n } }),
}

/** Below the threshold, with an unusual fee and code that nobody has read. */
export const smallManager: ManagerReading = {
  ...manager,
  manager: SMALL_MANAGER,
  code: known(null),
  fee: known({ bips: 9_999n, pending: null }),
  delegatedMicroStx: known(31_400n * STX),
  pendingMicroStx: known(31_400n * STX),
}

/** Claims only by the holder, no fee, and the largest of all. */
const nativeManager: ManagerReading = {
  ...manager,
  manager: NATIVE_MANAGER,
  shape: known({ family: 'native', paysBitcoin: false, fee: null, fixesFees: false }),
  code: known('native'),
  fee: known({ bips: 0n, pending: null }),
  delegatedMicroStx: known(44_300_000n * STX),
  pendingMicroStx: known(44_300_000n * STX),
}

/** Pays whom it wants; its fee is nowhere to be read, and hosts did not say how large it is. */
const closedManager: ManagerReading = {
  ...manager,
  manager: CLOSED_MANAGER,
  shape: known({ family: 'closed', paysBitcoin: false, fee: null, fixesFees: false }),
  code: known('juice'),
  fee: unknown('not-offered'),
  takesStakes: known(false),
  delegatedMicroStx: unknown('bad-answer'),
  pendingMicroStx: unknown('bad-answer'),
}

/** Twelve claims of fourteen halves, and a fee that was lowered once. */
const recordExample: ManagerRecord = {
  feeChanges: known([
    { burnHeight: 971_400n, oldBips: 500n, bips: 495n, fromCycle: null },
    { burnHeight: 966_100n, oldBips: 0n, bips: 500n, fromCycle: 144n },
  ]),
  claimHeights: known(
    [295n, 294n, 293n, 291n, 290n, 289n, 288n, 287n, 285n, 284n, 283n, 282n].map(
      (half) => 666_050n + (half + 1n) * 1_050n + 9n,
    ),
  ),
}

export const past: PastCalculation[] = Array.from({ length: 15 }, (_, i) => {
  const half = 296n - BigInt(i)
  const income = 160_000_000n + ((half * 7_919n) % 79n) * 1_000_000n
  return {
    height: 666_050n + (half + 1n) * 1_050n - 1n,
    cycle: half / 2n,
    incomeSats: income,
    bondSats: 31_800_000n,
    stxSats: ((income - 31_800_000n) * 85n) / 100n,
    stakedMicroStx: 438_005_558n * STX,
  }
})

export const programme: NonNullable<StakingState['programme']> = {
  deployment: 'mainnet-pox-5',
  burnHeight: 977_790n,
  stacksHeight: 5_210_000,
  readAt: fixture.NOW - 60_000,
  clock: known(mainnetClock),
  cycle: known({ id: 148n, isPreparing: false }),
  lastComputeHeight: known(977_899n - 1_050n),
  arrivedSats: known(148_211_903n),
  isPaused: known(false),
  stakedMicroStx: known(438_005_558n * STX),
  nextStakedMicroStx: known(441_120_004n * STX),
  bonds: known([
    {
      index: 1n,
      targetRate: 300n,
      stxValueRatio: 310_237n,
      minUstxRatio: 500n,
      firstCycle: 143n,
      endCycle: 155n,
      sats: 23_017_037_628n,
    },
    {
      index: 4n,
      targetRate: 300n,
      stxValueRatio: 300_000n,
      minUstxRatio: 500n,
      firstCycle: 149n,
      endCycle: 161n,
      sats: 9_900_000_000n,
    },
  ]),
}

const leg = (cycle: bigint, grossSats: bigint, waitingSats = 0n) => ({
  cycle,
  manager: MANAGER,
  legs: [
    {
      bond: null,
      shares: 25_000n * STX,
      grossSats,
      netSats: known(grossSats - (grossSats * 495n) / 10_000n),
      afterPullSats: grossSats + waitingSats,
      fixedFeeBips: known(495n),
    },
  ],
  lastComputeHeight: 976_849n,
  isFinal: false,
})

export const holder: NonNullable<StakingState['holder']> = {
  burnHeight: 977_790n,
  readAt: fixture.NOW - 60_000,
  position: {
    address: fixture.ME,
    stake: known({ manager: MANAGER, microStx: 25_000n * STX, firstCycle: 146n, cycles: 12n }),
    bondPart: known(null),
    heldSats: known(0n),
    ownSats: known(11_520_000n),
    unlockedMicroStx: known(3_210n * STX),
    lockedMicroStx: known(25_000n * STX),
    unlockHeight: known(997_850n),
  },
  claims: {
    cycles: [leg(148n, 0n, 9_804n), leg(147n, 19_821n), leg(146n, 20_177n)],
    next: null,
    stopped: null,
  },
  manager,
  payout: known(null),
}

/** Paid to the example address of BIP-173. */
export const bitcoinPayout: PayoutSetting = {
  version: '0x04',
  hash: '0x751e76e8199196d454941c45d1b3a323f1433bd6',
  maxFeeSats: 3_000n,
  minClaimSats: null,
}

export const stakingExample: StakingState = {
  settings: { ...initialStakingSettings(), isFollowed: true },
  programme,
  holder,
  income: known(past),
  managers: {
    registered: [MANAGER, OTHER_MANAGER],
    read: {
      [MANAGER]: { reading: manager, cycle: 149n, burnHeight: 977_790n },
      [OTHER_MANAGER]: { reading: otherManager, cycle: 149n, burnHeight: 977_790n },
    },
  },
  records: { [MANAGER]: { record: recordExample, burnHeight: 977_790n } },
  offers: {},
  claiming: null,
  problem: null,
}

const readNow = (reading: ManagerReading) => ({ reading, cycle: 149n, burnHeight: 977_790n })
/** Five managers, one of each kind. */
export const manyManagers: StakingState = {
  ...stakingExample,
  managers: {
    registered: [MANAGER, OTHER_MANAGER, NATIVE_MANAGER, SMALL_MANAGER, CLOSED_MANAGER],
    read: {
      [MANAGER]: readNow(manager),
      [OTHER_MANAGER]: readNow(otherManager),
      [NATIVE_MANAGER]: readNow(nativeManager),
      [SMALL_MANAGER]: readNow(smallManager),
      [CLOSED_MANAGER]: readNow(closedManager),
    },
  },
}

/** The same with another position or other claims. */
export const withHolder = (
  change: Partial<NonNullable<StakingState['holder']>['position']>,
  claims: NonNullable<StakingState['holder']>['claims'] = holder.claims,
): StakingState => ({
  ...stakingExample,
  holder: { ...holder, position: { ...holder.position, ...change }, claims },
})

const none = { cycles: [], next: null, stopped: null }
/** Nothing staked, nothing to claim. */
export const unstaked = withHolder(
  { stake: known(null), lockedMicroStx: known(0n), unlockHeight: known(0n) },
  none,
)
/** The same, where the small manager is one that is known. */
export const smallManagerOnly: StakingState = {
  ...unstaked,
  managers: {
    registered: [SMALL_MANAGER],
    read: { [SMALL_MANAGER]: { reading: smallManager, cycle: 149n, burnHeight: 977_790n } },
  },
}
export const pendingStake = withHolder(
  { stake: known({ manager: MANAGER, microStx: 25_000n * STX, firstCycle: 149n, cycles: 12n }) },
  none,
)
export const leaving = withHolder({
  stake: known({ manager: MANAGER, microStx: 25_000n * STX, firstCycle: 146n, cycles: 3n }),
})
export const expired = withHolder({
  stake: known({ manager: MANAGER, microStx: 25_000n * STX, firstCycle: 144n, cycles: 3n }),
  lockedMicroStx: known(0n),
})
const part = { bond: 1n, manager: MANAGER, microStx: 3_600n * STX, sats: 50_000_000n }
export const bonded = withHolder(
  {
    stake: known(null),
    bondPart: known({ ...part, isL1Lock: false }),
    heldSats: known(50_000_000n),
  },
  none,
)
export const bondEnded: StakingState = {
  ...bonded,
  programme: {
    ...programme,
    burnHeight: 991_600n,
    cycle: known({ id: 155n, isPreparing: false }),
  },
}
export const preparing: StakingState = {
  ...unstaked,
  programme: {
    ...programme,
    burnHeight: 978_900n,
    cycle: known({ id: 148n, isPreparing: true }),
  },
}
/** A stake that runs, in the prepare phase. */
export const preparingStake: StakingState = {
  ...stakingExample,
  programme: preparing.programme,
}
export const unread: StakingState = {
  ...stakingExample,
  programme: null,
  holder: null,
  income: unknown('not-read'),
}
export const unknownFigures: StakingState = {
  ...stakingExample,
  problem: 'offline',
  programme: {
    ...programme,
    stakedMicroStx: unknown('offline'),
    bonds: unknown('offline'),
    arrivedSats: unknown('rate-limited'),
    lastComputeHeight: unknown('offline'),
  },
  income: unknown('offline'),
  holder: {
    ...holder,
    manager: null,
    claims: { ...holder.claims!, next: 145n, stopped: 'offline' },
  },
}

/** What notifications told lately. */
export const withNews: StakingState = {
  ...stakingExample,
  news: [
    {
      key: 'a',
      at: fixture.NOW - 3_600_000,
      notice: { kind: 'claimable', address: fixture.ME, sats: 38_000n },
    },
    {
      key: 'b',
      at: fixture.NOW - 26 * 3_600_000,
      notice: {
        kind: 'fee-rises',
        address: fixture.ME,
        manager: MANAGER,
        bips: 495n,
        laterBips: 600n,
        cycle: 150n,
      },
    },
  ],
}

const paidClaim = (cycle: bigint, change: Partial<PaidClaim> = {}): PaidClaim => ({
  key: `${cycle}`,
  staker: fixture.ME,
  manager: MANAGER,
  cycle,
  bond: null,
  txid: `0x${'3c'.repeat(32)}`,
  eventIndex: 2,
  grossSats: 19_821n + cycle,
  netSats: 18_840n + cycle,
  burnHeight: known(966_000 + Number(cycle - 142n) * 2_100),
  blockTime: known(fixture.NOW / 1000 - Number(149n - cycle) * 14 * 86_400),
  payout: { kind: 'sbtc' },
  ...change,
})

/** What managers have paid: right, wrong, on Bitcoin, and not verified yet. */
export const rewards: StakingRewards = {
  claims: [
    paidClaim(147n),
    paidClaim(146n, {
      payout: { kind: 'bitcoin', request: 7n, sats: 18_000n, state: 'rejected' },
    }),
    paidClaim(145n),
    paidClaim(144n, {
      payout: { kind: 'bitcoin', request: 3n, sats: 18_000n, state: 'accepted' },
    }),
  ],
  requestsLeft: null,
  audits: [
    { cycle: 147n, bond: null, result: 'exact', earnedSats: 19_968n, paidSats: 19_968n },
    { cycle: 145n, bond: null, result: 'differs', earnedSats: 20_066n, paidSats: 19_966n },
  ],
}
export const withRewards: StakingState = {
  ...stakingExample,
  rewards: { [fixture.ME]: rewards },
}
/** With max500, which pays on Bitcoin and keeps what others have settled for two cycles. */
export const keptByManager: StakingState = {
  ...stakingExample,
  holder: {
    ...holder,
    position: {
      ...holder.position,
      stake: known({
        manager: OTHER_MANAGER,
        microStx: 25_000n * STX,
        firstCycle: 146n,
        cycles: 12n,
      }),
    },
    manager: otherManager,
    payout: known({ ...bitcoinPayout, minClaimSats: 10_000n }),
  },
  rewards: {
    [fixture.ME]: {
      ...rewards,
      claims: [
        paidClaim(147n, { manager: OTHER_MANAGER, payout: { kind: 'banked' } }),
        paidClaim(146n, { manager: OTHER_MANAGER, payout: { kind: 'banked' } }),
      ],
    },
  },
}
/** Two claims, the first of which is sent. */
export const claiming: ClaimQueue = {
  account: fixture.ME,
  deployment: 'mainnet-pox-5',
  begunAt: fixture.NOW - 300_000,
  tabId: 1,
  waiting: [{ cycle: 147n, bond: null, manager: MANAGER }],
  asked: [{ cycle: 146n, bond: null, manager: MANAGER }],
  left: [],
  paused: null,
}
export const sentClaim: StacksIntent = fixture.intent({
  action: 'staking',
  request: {
    ...fixture.intent({}).request,
    deployment: 'mainnet-pox-5',
    network: 'mainnet',
    chainId: 1,
    contract: MANAGER,
    functionName: 'claim-staker-rewards',
  },
  staking: {
    call: { kind: 'claim', cycle: 146n, bond: null },
    accepted: [],
    sats: 19_179n,
    unlockHeight: null,
  },
  state: 'submitted',
  txid: `0x${'3c'.repeat(32)}`,
})

/** Invited to bond 4, with half an sBTC. */
export const invited: StakingState = {
  ...unstaked,
  offers: {
    4: {
      bond: 4n,
      allowanceSats: known(50_000_000n),
      capacitySats: known(30_000_000_000n),
      registeredSats: known(9_900_000_000n),
    },
  },
}
export const uninvited: StakingState = {
  ...unstaked,
  offers: {
    4: {
      bond: 4n,
      allowanceSats: known(null),
      capacitySats: unknown('offline'),
      registeredSats: known(9_900_000_000n),
    },
  },
}
