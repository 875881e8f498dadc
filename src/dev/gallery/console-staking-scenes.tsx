import type { ComponentChildren } from 'preact'
import type { ClaimQueue } from '../../app/bitcoin-staking/claim-queue.ts'
import { known, unknown } from '../../chain/known.ts'
import type { OperatedManager } from '../../chain/stacks/bitcoin-staking/operator/read-operated-manager.ts'
import type { OperatorHalf } from '../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import type { OpenPayout } from '../../chain/stacks/bitcoin-staking/operator/read-payout-request.ts'
import { stateOfHalf } from '../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import type { HalfVerdict, LegVerdict } from '../../protocol/bitcoin-staking/audit/leg-verdicts.ts'
import type { StakingDifference } from '../../protocol/bitcoin-staking/audit/staking-audit.ts'
import type {
  PlannedClaim,
  PlannedManager,
} from '../../protocol/bitcoin-staking/planner/operator-state.ts'
import { planSteps } from '../../protocol/bitcoin-staking/planner/plan-steps.ts'
import { nextHalf } from '../../protocol/bitcoin-staking/projection/project-half.ts'
import { ManagersList } from '../../ui/bitcoin-staking/managers/managers-list.tsx'
import { BatchClaims } from '../../ui/console/staking/batch-claims.tsx'
import { BatchQueue } from '../../ui/console/staking/batch-queue.tsx'
import { BondsTable } from '../../ui/console/staking/bonds-table.tsx'
import { HalfCard } from '../../ui/console/staking/half-card.tsx'
import { HolderListForm } from '../../ui/console/staking/holder-list-form.tsx'
import { LookedAt } from '../../ui/console/staking/looked-at.tsx'
import { ManagerFundsCard } from '../../ui/console/staking/manager-funds-card.tsx'
import { OpenPayoutsCard } from '../../ui/console/staking/open-payouts-card.tsx'
import { StakingAuditForm } from '../../ui/console/staking/staking-audit-form.tsx'
import { StakingAuditResult } from '../../ui/console/staking/staking-audit-result.tsx'
import { StakingSteps } from '../../ui/console/staking/staking-steps.tsx'
import { ConsoleFrame } from './console-frame.tsx'
import { ME, NOW, OTHER } from './fixtures.ts'
import { participant } from './participant.ts'
import { env } from './popup-scenes.tsx'
import { MANAGER, manyManagers, OTHER_MANAGER, programme } from './staking-fixtures.ts'
import { tabCommands } from './staking-scenes.tsx'

const accept = async () => ({ ok: true as const })
const POX = 'SP000000000000000000002Q6VF78.pox-5'
const clock = programme.clock.known ? programme.clock.value : null!

/** The half at a height; `calculated`: whether the one before was. */
function halfAtHeight(burnHeight: bigint, calculated: boolean): OperatorHalf {
  const boundary = 666_050n + ((burnHeight - 666_050n) / 1_050n) * 1_050n
  const lastComputeHeight = calculated ? boundary - 1n : boundary - 1_051n
  return {
    burnHeight,
    clock,
    cycle: 148n,
    half: nextHalf(clock, burnHeight, lastComputeHeight),
    lastComputeHeight,
    arrivedSats: 148_211_903n,
    isPaused: false,
    bonds: programme.bonds.known ? programme.bonds.value : [],
    stakedMicroStx: 438_005_558_000_000n,
  }
}

const manager: PlannedManager = {
  manager: MANAGER,
  family: 'reference',
  earned: [
    { cycle: 147n, bond: null, sats: 12_402_911n },
    { cycle: 147n, bond: 1n, sats: 1_102_400n },
    { cycle: 148n, bond: null, sats: 6_199_018n },
  ],
  poolSats: 13_000_000n,
  balanceSats: 13_700_000n,
}
const managers: PlannedManager[] = [
  manager,
  { ...manager, manager: OTHER_MANAGER, family: 'max500', earned: [manager.earned[2]!] },
]

/** A claim of the first half's cycle that can be paid, but for what is changed. */
const claim = (i: number, change: Partial<PlannedClaim> = {}): PlannedClaim => ({
  staker: participant(i).address,
  manager: MANAGER,
  cycle: 147n,
  bond: null,
  grossSats: 31_904n + BigInt(i) * 7_919n,
  afterPullSats: 31_904n + BigInt(i) * 7_919n,
  feeBips: 495n,
  payout: null,
  bucketSats: null,
  bankedSats: 0n,
  ...change,
})
const holderClaims = [
  claim(1),
  claim(2),
  claim(3, { bond: 1n }),
  claim(4, { grossSats: 0n }),
  claim(5, { payout: { maxFeeSats: 80_000n, minClaimSats: null } }),
  claim(6, { grossSats: 0n, afterPullSats: 0n }),
]
const claimSteps = (half: OperatorHalf) =>
  planSteps({
    ...stateOfHalf(POX, half),
    managers: [{ ...manager, earned: [] }],
    claims: holderClaims,
  }).filter(({ kind }) => kind === 'holder-claim')

const leg = (i: number) => ({
  cycle: 147n,
  bond: null,
  manager: MANAGER,
  staker: participant(i).address,
  sats: 30_000n,
})
const queue: ClaimQueue = {
  account: ME,
  deployment: 'mainnet-pox-5',
  begunAt: 0,
  tabId: null,
  waiting: [leg(2), leg(3)],
  asked: [],
  left: [leg(1)],
  paused: 'interrupted',
}

function Claims({ queued }: { queued: ClaimQueue | null }) {
  const half = halfAtHeight(977_790n, true)
  return (
    <ConsoleFrame section="staking-claims">
      {queued && <BatchQueue queue={queued} intents={[]} onResume={accept} onStop={accept} />}
      <HolderListForm
        check={env.checkAddress}
        managers={[MANAGER, OTHER_MANAGER]}
        cycle={148n}
        firstCycle={141n}
        busy={false}
        text={`${participant(1).address}\nnonsense\n${participant(1).address}`}
        onLook={() => {}}
        onStop={() => {}}
        onReadHolders={async () => null}
      />
      <BatchClaims
        steps={claimSteps(half)}
        burnHeight={half.burnHeight}
        feeMicroStx={12_000n}
        unread={queued ? [{ what: OTHER }] : []}
        left={queued ? 3 : 0}
        pending={queued !== null}
        onClaim={accept}
      />
    </ConsoleFrame>
  )
}

const operated: OperatedManager = {
  manager: OTHER_MANAGER,
  family: 'max500',
  fee: known({ bips: 400n, pending: { bips: 500n, fromCycle: 150n } }),
  takesStakes: known(true),
  funds: {
    balanceSats: known(14_102_744n),
    feesSats: known(412_903n),
    unclaimedSats: known(12_402_911n),
    liabilitySats: known(405_000n),
    bankedSats: known(680_120n),
    refundsSats: known(1_200n),
  },
  cycleMicroStx: known(3_120_400_000_000n),
  nextMicroStx: known(61_004_000_000n),
  isAdmin: known(true),
}
const smallOperated: OperatedManager = {
  ...operated,
  manager: MANAGER,
  family: 'native',
  fee: known({ bips: 0n, pending: null }),
  funds: {
    balanceSats: known(2_001n),
    feesSats: unknown('not-offered'),
    unclaimedSats: unknown('not-offered'),
    liabilitySats: unknown('not-offered'),
    bankedSats: unknown('not-offered'),
    refundsSats: unknown('not-offered'),
  },
  nextMicroStx: known(41_004_000_000n),
  isAdmin: unknown('not-offered'),
}
const openPayouts: OpenPayout[] = [
  { request: 8_812n, staker: participant(1).address, sats: 120_000n, state: 'pending' },
  { request: 8_790n, staker: participant(2).address, sats: 85_000n, state: 'rejected' },
  { request: 8_600n, staker: participant(3).address, sats: 80_000n, state: 'accepted' },
]

const auditedHalves: HalfVerdict[] = [
  { height: 975_699n, incomeSats: 121_480_032n, verdict: 'exact' },
  { height: 976_749n, incomeSats: 130_918_220n, verdict: 'exact' },
]
const stxLeg: LegVerdict = {
  bond: null,
  bookedSats: 190_204_118n,
  pulledSats: 190_204_101n,
  claimedSats: 151_880_009n,
  claims: 412,
  feesUnknown: 0,
  verdict: 'exact',
}
const bondLeg: LegVerdict = {
  ...stxLeg,
  bond: 1n,
  bookedSats: 24_038_460n,
  pulledSats: 24_038_460n,
  claimedSats: 2_204_800n,
  claims: 6,
}
const difference: StakingDifference = {
  figure: 'gross',
  who: null,
  cycle: 147n,
  bond: 1n,
  txid: `0x${'ab'.repeat(32)}`,
  expected: 367_466n,
  found: 367_460n,
}

function Audit({
  running,
  children,
}: {
  running: { done: number; requestsLeft: number } | null
  children?: ComponentChildren
}) {
  return (
    <ConsoleFrame section="staking-audit">
      <StakingAuditForm
        firstCycle={141n}
        cycle={148n}
        running={running}
        onAudit={() => {}}
        onStop={() => {}}
      />
      {children}
    </ConsoleFrame>
  )
}

const stepsOf = (half: OperatorHalf) =>
  planSteps(
    { ...stateOfHalf(POX, half), managers },
    { costs: { calculate: 182_000n, 'manager-claim': 21_000n } },
  )

function stakingView(half: OperatorHalf, more: ComponentChildren = null) {
  return (
    <ConsoleFrame section="staking">
      <HalfCard half={half} />
      <StakingSteps
        steps={stepsOf(half)}
        burnHeight={half.burnHeight}
        pending={false}
        onSign={accept}
      />
      {more}
      <BondsTable bonds={half.bonds} cycle={half.cycle} />
    </ConsoleFrame>
  )
}

const registered = Array.from({ length: 47 }, (_, i) => `${ME}.manager-${i}`)
const unread = [{ what: `${ME}.signer-manager` }, { what: `${OTHER}.signer-manager` }]

/** The console's sections of Bitcoin Staking in the states that an operator meets. */
export const consoleStakingScenes: Record<string, () => ComponentChildren> = {
  'console-staking': () =>
    stakingView(
      halfAtHeight(977_790n, true),
      <LookedAt managers={{ registered, unread: [] }} progress={null} />,
    ),
  'console-staking-due': () =>
    stakingView(
      halfAtHeight(977_990n, false),
      <LookedAt managers={{ registered, unread }} progress={null} />,
    ),
  'console-staking-managers': () => (
    <ConsoleFrame section="staking-managers">
      <ManagersList
        state={manyManagers}
        commands={tabCommands}
        now={NOW}
        microStx={50_000_000_000n}
      />
    </ConsoleFrame>
  ),
  'console-staking-claims': () => <Claims queued={null} />,
  'console-staking-queue': () => <Claims queued={queue} />,
  'console-staking-manager': () => (
    <ConsoleFrame section="staking-manager">
      <ManagerFundsCard of={operated} />
      <OpenPayoutsCard
        of={{ payouts: openPayouts, missingSats: 120_000n }}
        feeMicroStx={9_000n}
        pending={false}
        onEnd={accept}
      />
    </ConsoleFrame>
  ),
  'console-staking-manager-small': () => (
    <ConsoleFrame section="staking-manager">
      <ManagerFundsCard of={smallOperated} />
      <OpenPayoutsCard
        of={{ payouts: [], missingSats: 0n }}
        feeMicroStx={null}
        pending={false}
        onEnd={null}
      />
    </ConsoleFrame>
  ),
  'console-staking-audit': () => (
    <Audit running={null}>
      <StakingAuditResult
        cycle={147n}
        verdict="exact"
        halves={auditedHalves}
        legs={[stxLeg, bondLeg]}
        differing={[]}
        unread={0}
      />
    </Audit>
  ),
  'console-staking-audit-differs': () => (
    <Audit running={null}>
      <StakingAuditResult
        cycle={147n}
        verdict="differs"
        halves={auditedHalves}
        legs={[
          { ...stxLeg, verdict: 'unknown', feesUnknown: 3 },
          { ...bondLeg, verdict: 'differs' },
        ]}
        differing={[
          { ...difference, figure: 'gross', who: participant(1).address },
          { ...difference, figure: 'earned', who: MANAGER, expected: 1_102_401n },
        ]}
        unread={1}
      />
    </Audit>
  ),
  'console-staking-audit-running': () => <Audit running={{ done: 41, requestsLeft: 212 }} />,
  'console-staking-short': () => {
    const half = { ...halfAtHeight(978_860n, true), arrivedSats: 4_000_000n }
    return (
      <ConsoleFrame section="staking">
        <HalfCard half={half} />
        <StakingSteps
          steps={planSteps(stateOfHalf(POX, half))}
          burnHeight={half.burnHeight}
          pending
          onSign={null}
        />
        <LookedAt managers={null} progress={{ done: 12, total: 47 }} />
        <BondsTable bonds={[]} cycle={half.cycle} />
      </ConsoleFrame>
    )
  },
}
