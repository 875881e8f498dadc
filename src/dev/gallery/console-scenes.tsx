import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { known } from '../../chain/known.ts'
import {
  publicSignatures,
  readSignatures,
  type Signature,
} from '../../protocol/dual-stacking/contract/abi.ts'
import type { PlannedCycleStep } from '../../protocol/dual-stacking/planner/index.ts'
import { AdminView } from '../../ui/console/admin-view.tsx'
import { AuditView, type AuditViewState } from '../../ui/console/audit-view.tsx'
import { CycleSteps } from '../../ui/console/cycle-steps.tsx'
import type { Sort } from '../../ui/console/data-table.tsx'
import { DistributionView, type MemberReward } from '../../ui/console/distribution-view.tsx'
import { NextStepCard } from '../../ui/console/next-step-card.tsx'
import {
  ParticipantsView,
  type ParticipantColumn,
  type ParticipantRow,
} from '../../ui/console/participants-view.tsx'
import { Proposals } from '../../ui/console/proposals.tsx'
import { ReadsView } from '../../ui/console/reads-view.tsx'
import { RewardPoolView } from '../../ui/console/reward-pool-view.tsx'
import { StuckCard } from '../../ui/console/stuck-card.tsx'
import { ConsoleFrame } from './console-frame.tsx'
import { consoleStakingScenes } from './console-staking-scenes.tsx'
import { ME, network, OTHER } from './fixtures.ts'
import { participant } from './participant.ts'
import { env } from './popup-scenes.tsx'

const accept = async () => ({ ok: true as const })
const cycle = {
  ...(network.cycle.known ? network.cycle.value : null!),
  phase: 'ratio-proposed' as const,
}
const step: PlannedCycleStep = {
  kind: 'call',
  functionName: 'tally-participant-ratios',
  args: [{ type: 'principals', value: Array.from({ length: 900 }, () => ME) }],
  checks: [107, 112, 109],
  progress: { done: 900, total: 2214 },
}
const next = {
  batchLimit: 900,
  burnHeight: network.burnHeight,
  feeMicroStx: 20_000n,
  paysSats: null,
  onSign: accept,
  pending: false,
}
const proposals = [
  {
    proposer: ME,
    own: true,
    ratio: 184_200_000_000n,
    counted: 900,
    participants: 2214,
    shareAbove: 4_910_000n,
    shareAtOrAbove: 5_020_000n,
    verdict: 'will-pass' as const,
  },
  {
    proposer: OTHER,
    own: false,
    ratio: 201_000_000_000n,
    counted: 2214,
    participants: 2214,
    shareAbove: 3_100_000n,
    shareAtOrAbove: 3_100_000n,
    verdict: 'too-high' as const,
  },
]
const cycleView = (children: ComponentChildren) => (
  <ConsoleFrame section="cycle">
    <CycleSteps cycle={cycle} />
    {children}
    <Proposals proposals={proposals} suggested={184_200_000_000n} onPropose={accept} />
  </ConsoleFrame>
)

function Participants({
  count,
  indexing = null,
}: {
  count: number
  indexing?: { done: number; total: number; requestsLeft: number } | null
}) {
  const [sort, setSort] = useState<Sort<ParticipantColumn> | null>({
    by: 'expectedSats',
    down: true,
  })
  const [search, setSearch] = useState('')
  const [kept] = useState(() => new Map<number, ParticipantRow>())
  const rowAt = (i: number) => {
    const row = kept.get(i) ?? participant(i)
    kept.set(i, row)
    return row
  }
  return (
    <ParticipantsView
      count={count}
      rowAt={rowAt}
      sort={sort}
      onSort={setSort}
      search={search}
      onSearch={setSearch}
      indexing={indexing}
    />
  )
}

const rewardState = (i: number): MemberReward['state'] => {
  if (i === 3) return 'zero'
  if (i === 4) return 'shared'
  return i < 25 ? 'paid' : 'waiting'
}

const members: MemberReward[] = Array.from({ length: 40 }, (_, i) => {
  const row = participant(i)
  const expectedSats = row.expectedSats ?? 0n
  return {
    address: row.address,
    weight: row.sats,
    expectedSats,
    paidSats: i < 25 ? expectedSats : null,
    state: rewardState(i),
  }
})

const pick = (names: readonly (keyof typeof publicSignatures)[]): Record<string, Signature> =>
  Object.fromEntries(names.map((name) => [name, publicSignatures[name]]))
const groups = [
  {
    group: 'parameters' as const,
    functions: pick([
      'update-APR',
      'update-yield-boost-multiplier',
      'update-min-sbtc-hold-required-for-enrollment',
      'update-cycle-data',
      'set-liquid-stacking',
    ]),
  },
  {
    group: 'people' as const,
    functions: pick([
      'enroll-defi',
      'enroll-defi-batch',
      'add-blacklisted-batch',
      'change-addresses-defi',
    ]),
  },
  { group: 'contract' as const, functions: pick(['update-admin', 'emergency-withdraw-sbtc']) },
]
const admin = {
  present: { 'new-apr-one-eight': 5_000_000n },
  groups,
  family: 'v1' as const,
  env,
  poolSats: 71_000_000n,
  blocksPerYear: 52_500n,
  cycleBlocks: 2100n,
  onCall: accept,
  results: {},
}
const audit = (state: AuditViewState) => (
  <ConsoleFrame section="audit">
    <AuditView latest={7} state={state} onAudit={() => {}} onStop={() => {}} />
  </ConsoleFrame>
)

/** The console's sections in the states that an operator meets. */
export const consoleScenes: Record<string, () => ComponentChildren> = {
  ...consoleStakingScenes,
  'console-cycle': () => cycleView(<NextStepCard step={step} {...next} />),
  'console-waiting': () =>
    cycleView(
      <NextStepCard
        step={{
          kind: 'wait-burn',
          height: network.burnHeight + 57,
          next: 'advance-to-next-snapshot',
        }}
        {...next}
      />,
    ),
  'console-stuck': () =>
    cycleView(
      <StuckCard
        reason={{ code: 'count-differs', phase: 'capture', counted: 12, expected: 14 }}
        contract={`${OTHER}.dual-stacking-live`}
        cycle={7}
        burnHeight={network.burnHeight}
        stacksHeight={network.stacksHeight}
      />,
    ),
  'console-participants': () => (
    <ConsoleFrame section="participants">
      <Participants count={100_000} />
    </ConsoleFrame>
  ),
  'console-indexing': () => (
    <ConsoleFrame section="participants">
      <Participants count={0} indexing={{ done: 900, total: 2214, requestsLeft: 14 }} />
    </ConsoleFrame>
  ),
  'console-rewards': () => (
    <ConsoleFrame section="rewards">
      <DistributionView
        toDistribute={62_480_000n}
        paid={{ done: 25, total: 40, sats: 402_113n }}
        finalizedAt={null}
        count={members.length}
        rowAt={(i) => members[i]}
        sort={null}
        onSort={() => {}}
      />
    </ConsoleFrame>
  ),
  'console-pool': () => (
    <ConsoleFrame section="pool">
      <RewardPoolView
        contract={`${ME}.dual-stacking-v1`}
        poolSats={known(71_000_000n)}
        capSats={known(62_480_000n)}
        ownSats={11_520_000n}
        onFund={accept}
      />
    </ConsoleFrame>
  ),
  'console-admin': () => (
    <ConsoleFrame section="admin">
      <AdminView {...admin} />
    </ConsoleFrame>
  ),
  'console-reads': () => (
    <ConsoleFrame section="reads">
      <ReadsView
        functions={readSignatures}
        env={env}
        onRead={async () => ({
          ok: true,
          value: {
            'cycle-id': 7n,
            'holding-data': { some: { amount: 161_280_000n, rewarded: false } },
            'participant-data': null,
            principals: [ME, OTHER],
          },
        })}
      />
    </ConsoleFrame>
  ),
  'console-audit-incomplete': () =>
    audit({
      kind: 'done',
      cycle: 6,
      verdict: 'incomplete',
      participants: 2214,
      rewardsSats: 62_480_000n,
      differences: [],
    }),
  'console-audit': () =>
    audit({
      kind: 'done',
      cycle: 6,
      verdict: 'exact',
      participants: 2214,
      rewardsSats: 62_480_000n,
      differences: [],
    }),
  'console-audit-differences': () =>
    audit({
      kind: 'done',
      cycle: 6,
      verdict: 'differs',
      participants: 2214,
      rewardsSats: 62_480_000n,
      differences: [
        { what: 'reward', address: ME, onChain: '11,902 sats', recomputed: '11,903 sats' },
        { what: 'total-weights', address: null, onChain: '3,124.00', recomputed: '3,124.01' },
      ],
    }),
  'console-audit-running': () => audit({ kind: 'running', done: 61, requestsLeft: 23 }),
}
