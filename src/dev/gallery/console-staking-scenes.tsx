import type { ComponentChildren } from 'preact'
import type { OperatorHalf } from '../../chain/stacks/bitcoin-staking/operator/read-operator-half.ts'
import { stateOfHalf } from '../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import type {
  PlannedClaim,
  PlannedManager,
} from '../../protocol/bitcoin-staking/planner/operator-state.ts'
import { planSteps } from '../../protocol/bitcoin-staking/planner/plan-steps.ts'
import { nextHalf } from '../../protocol/bitcoin-staking/projection/project-half.ts'
import { BondsTable } from '../../ui/console/staking/bonds-table.tsx'
import { HalfCard } from '../../ui/console/staking/half-card.tsx'
import { LookedAt } from '../../ui/console/staking/looked-at.tsx'
import { StakingSteps } from '../../ui/console/staking/staking-steps.tsx'
import { Frame } from './console-frame.tsx'
import { ME, OTHER } from './fixtures.ts'
import { MANAGER, OTHER_MANAGER, programme } from './staking-fixtures.ts'

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
const claims: PlannedClaim[] = []

const stepsOf = (half: OperatorHalf) =>
  planSteps(
    { ...stateOfHalf(POX, half), managers, claims },
    { costs: { calculate: 182_000n, 'manager-claim': 21_000n } },
  )

function stakingView(half: OperatorHalf, more: ComponentChildren = null) {
  return (
    <Frame section="staking">
      <HalfCard half={half} />
      <StakingSteps
        steps={stepsOf(half)}
        burnHeight={half.burnHeight}
        pending={false}
        onSign={accept}
      />
      {more}
      <BondsTable bonds={half.bonds} cycle={half.cycle} />
    </Frame>
  )
}

const unread = [{ what: `${ME}.signer-manager` }, { what: `${OTHER}.signer-manager` }]

/** The console's sections of Bitcoin Staking in the states that an operator meets. */
export const consoleStakingScenes: Record<string, () => ComponentChildren> = {
  'console-staking': () =>
    stakingView(
      halfAtHeight(977_790n, true),
      <LookedAt managers={{ looked: 47, unread: [] }} progress={null} />,
    ),
  'console-staking-due': () =>
    stakingView(
      halfAtHeight(977_990n, false),
      <LookedAt managers={{ looked: 47, unread }} progress={null} />,
    ),
  'console-staking-short': () => {
    const half = { ...halfAtHeight(978_860n, true), arrivedSats: 4_000_000n }
    return (
      <Frame section="staking">
        <HalfCard half={half} />
        <StakingSteps
          steps={planSteps(stateOfHalf(POX, half))}
          burnHeight={half.burnHeight}
          pending
          onSign={null}
        />
        <LookedAt managers={null} progress={{ done: 12, total: 47 }} />
        <BondsTable bonds={[]} cycle={half.cycle} />
      </Frame>
    )
  },
}
