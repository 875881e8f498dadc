import type { AppState } from '../../app/app-state.ts'
import type { CycleRecord } from '../../app/dual-stacking/cycle-record.ts'
import type { ShownNotice } from '../../app/dual-stacking/holder-notice.ts'
import type { Verification } from '../../app/dual-stacking/verification.ts'
import type { FollowedAccount } from '../../app/followed-account.ts'
import type { Settings } from '../../app/settings.ts'
import { known, unknown } from '../../chain/known.ts'
import type { AccountReading, NetworkReading, RewardPayment } from '../../chain/stacks/readings.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'

/** The moment at which every picture is taken. */
export const NOW = Date.UTC(2026, 10, 24, 9, 30)
export const ME = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
export const OTHER = 'SP3FBR2AGK5H9QBDH3EEN6DF8EK8JY7RX8QJ5SVTE'
/** An address of a test network. */
export const ELSEWHERE = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const WATCHED = 'SP1P72Z3704VMT3DMHPP2CB8TGQWGDBHD3RPR9GZS'

export const sampleSettings: Settings = {
  deployment: 'embedded-v1',
  apiBases: [],
  apiKey: null,
  apiKeyOrigin: null,
  signingPage: null,
  walletConnectProjectId: null,
  units: 'sats',
  locale: 'en',
  theme: 'system',
  notifications: {
    reward: true,
    notEnrolled: true,
    boostBelow: 4,
    goldenRatioMoved: false,
    paymentLate: true,
    pools: { reward: true, slash: true, paused: true, inactive: true, calls: true },
    staking: { claimableSats: 1000, paid: true, late: true, manager: true, position: true },
    quietHours: { from: 22, to: 8 },
  },
}

const start = 936_850

export const network: NetworkReading = {
  deployment: 'embedded-v1',
  family: 'v1',
  burnHeight: start + 9 * 150 + 93,
  stacksHeight: 5_200_000,
  readAt: NOW - 60_000,
  cycle: known({
    id: 7,
    startHeight: start,
    nextStartHeight: start + 2100,
    snapshotsPerCycle: 14,
    blocksPerSnapshot: 150,
    bufferBlocks: 0,
    snapshotIndex: 9,
    snapshotHeight: start + 9 * 150,
    capturedCount: 2214,
    participantsCount: 2214,
    phase: 'snapshots',
  }),
  apr: known(5_000_000n),
  multiplier: known(9n),
  blocksPerYear: known(52_500n),
  goldenRatios: known(
    [184_200n, 176_900n, 190_400n, 168_000n, 171_500n].map((stxPerBtc, i) => ({
      cycle: 6 - i,
      ratio: stxPerBtc * 1_000_000n,
    })),
  ),
  poolSats: known(71_000_000n),
  totalWeights: known({ cycle: 6, weights: 312_400_000_000n }),
  minimumSats: known(10_000n),
  writable: { ok: true },
}

export const reading: AccountReading = {
  deployment: 'embedded-v1',
  address: ME,
  burnHeight: network.burnHeight,
  readAt: NOW - 60_000,
  sats: known(11_520_000n),
  defiSats: known(0n),
  lockedMicroStx: known(5_103_000_000n),
  liquidMicroStx: known(0n),
  balanceMicroStx: known(12_400_000n),
  enrolledThisCycle: known(true),
  enrolledNextCycle: known(true),
  rewardAddress: known(ME),
  blacklisted: known(false),
  holding: known({
    sats: 11_520_000n * 9n,
    microStx: 5_103_000_000n * 9n,
    lastSnapshot: 8,
    rewarded: false,
    rewardSats: 0n,
  }),
}

const txid = (i: number) => `0x${`${i}c4e8f17ab93d52066`.repeat(4).slice(0, 64)}`

export const payments: RewardPayment[] = [11_902n, 11_377n, 9_840n, 12_015n, 4_420n].map(
  (sats, i) => ({
    key: `${txid(i)}:0`,
    deployment: 'embedded-v1',
    cycle: known(6 - i),
    sats,
    enrolledAddress: ME,
    rewardAddress: i === 4 ? OTHER : ME,
    txid: txid(i),
    eventIndex: 0,
    burnHeight: known(start - 12 - i * 2100),
    blockTime: known(Math.floor(NOW / 1000) - 7 * 86_400 - i * 15 * 86_400),
  }),
)

const wallet: FollowedAccount = { address: ME, label: null, kind: 'wallet', walletId: 'leather' }
export const watch: FollowedAccount = {
  address: WATCHED,
  label: 'Cold storage',
  kind: 'watch',
  walletId: null,
}

export const enrolled: AppState = {
  settings: sampleSettings,
  accounts: [wallet, watch],
  selected: ME,
  network,
  readings: { [ME]: reading },
  intents: [],
  rewards: payments,
  refresh: {
    startedAt: NOW - 61_000,
    finishedAt: NOW - 60_000,
    problem: null,
    retryAt: null,
    requestsLeft: null,
  },
}

const record: CycleRecord = {
  deployment: 'embedded-v1',
  address: ME,
  cycle: 6,
  readAt: NOW - 60_000,
  snapshots: 14,
  captured: known(14),
  sats: known(11_520_000n * 14n),
  microStx: known(4_900_000_000n * 14n),
  weight: known(61_234_567n),
  rewardSats: known(11_902n),
  finalized: known(true),
  audit: {
    result: 'verified',
    expectedSats: 11_902n,
    foundSats: 11_902n,
    participants: 2_214,
    auditedAt: NOW - 50_000,
  },
}
export const records: CycleRecord[] = [
  record,
  {
    ...record,
    cycle: 5,
    rewardSats: known(11_377n),
    audit: {
      result: 'differs',
      expectedSats: 11_400n,
      foundSats: 11_377n,
      participants: 2_214,
      auditedAt: NOW - 50_000,
    },
  },
  { ...record, cycle: 4, rewardSats: known(9_840n), audit: null },
  {
    ...record,
    cycle: 1,
    captured: known(0),
    sats: known(0n),
    microStx: known(0n),
    weight: known(null),
    rewardSats: known(null),
    audit: null,
  },
]

export const sampleVerification: Verification = {
  id: 'v',
  deployment: 'embedded-v1',
  address: ME,
  cycle: 4,
  done: 40,
  requestsLeft: 120,
  problem: null,
}

export const news: ShownNotice[] = [
  {
    key: 'a',
    notice: { kind: 'boost-below', address: ME, boost: 384_000_000n },
    at: NOW - 3_600_000,
  },
  {
    key: 'b',
    notice: { kind: 'not-enrolled', address: WATCHED, cycle: 8, blocks: 140 },
    at: NOW - 7_200_000,
  },
]

export const withReading = (
  change: Partial<AccountReading>,
  state: AppState = enrolled,
): AppState => ({ ...state, readings: { [ME]: { ...reading, ...change } } })
export const withNetwork = (
  change: Partial<NetworkReading>,
  state: AppState = enrolled,
): AppState => ({ ...state, network: { ...network, ...change } })
export const notEnrolled = withReading(
  {
    enrolledThisCycle: known(false),
    enrolledNextCycle: known(false),
    rewardAddress: known(null),
    holding: known(null),
  },
  { ...enrolled, rewards: [] },
)

export const intent = (change: Partial<StacksIntent>): StacksIntent => ({
  id: 'intent-1',
  action: 'enroll',
  request: {
    deployment: 'embedded-v1',
    network: 'devnet',
    chainId: 2147483648,
    contract: `${ME}.dual-stacking-v1`,
    functionName: 'enroll',
    args: ['09'],
    account: ME,
    postConditionMode: 'deny',
    postConditions: [],
  },
  createdAt: NOW - 240_000,
  updatedAt: NOW - 180_000,
  tabId: 1,
  state: 'asking',
  failure: null,
  txid: null,
  contractError: null,
  nonce: null,
  feeMicroStx: null,
  walletId: 'leather',
  broadcast: null,
  ...change,
})

export const nothingRead: AppState = {
  ...enrolled,
  network: null,
  readings: {},
  rewards: [],
  refresh: {
    startedAt: NOW - 500,
    finishedAt: null,
    problem: null,
    retryAt: null,
    requestsLeft: null,
  },
}

export const unknownValues = withReading(
  {
    lockedMicroStx: unknown('rate-limited'),
    enrolledThisCycle: unknown('at-block-unavailable'),
    enrolledNextCycle: unknown('offline'),
    rewardAddress: unknown('not-offered'),
    holding: unknown('bad-answer'),
  },
  withNetwork({
    cycle: unknown('not-offered'),
    calendar: { id: 7, startHeight: start, nextStartHeight: start + 2100 },
    poolSats: unknown('not-offered'),
  }),
)
