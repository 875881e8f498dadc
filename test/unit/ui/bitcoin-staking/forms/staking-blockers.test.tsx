// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import type { ComponentChildren } from 'preact'
import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import type { StakingState } from '../../../../../src/app/bitcoin-staking/staking-state.ts'
import { known } from '../../../../../src/chain/known.ts'
import * as fixture from '../../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../../src/dev/gallery/popup-scenes.tsx'
import * as example from '../../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { ClaimForm } from '../../../../../src/ui/bitcoin-staking/forms/claim-form.tsx'
import { CollectForm } from '../../../../../src/ui/bitcoin-staking/forms/collect-form.tsx'
import { EnterBondForm } from '../../../../../src/ui/bitcoin-staking/forms/enter-bond-form.tsx'
import { MoveBondForm } from '../../../../../src/ui/bitcoin-staking/forms/move-bond-form.tsx'
import { SetPayoutForm } from '../../../../../src/ui/bitcoin-staking/forms/set-payout-form.tsx'
import { StakeForm } from '../../../../../src/ui/bitcoin-staking/forms/stake-form.tsx'
import { UnstakeForm } from '../../../../../src/ui/bitcoin-staking/forms/unstake-form.tsx'
import { WithdrawForm } from '../../../../../src/ui/bitcoin-staking/forms/withdraw-form.tsx'
import { catalogue as say } from '../../../../../src/words/en/index.ts'
import { findControl, mount, settle, typeText } from '../../../../support/render.tsx'

type Key = keyof typeof say

/** What became of the button: pressed at once, only after a person agreed, or not at all. */
type Button = 'open' | 'asks' | 'shut' | 'absent'

interface MetTrap {
  trap: number
  when: string
  form: ComponentChildren
  fill?: (root: HTMLElement) => Promise<void>
  says: Key[]
  button: Button
}

const accept = async () => ({ ok: true as const })
const common = (state: StakingState) => ({
  state,
  account: fixture.enrolled.accounts[0]!,
  commands: {
    readManager: accept,
    project: async (question: Parameters<typeof projectStaking>[0]) => projectStaking(question),
  } as never,
  env: { ...env, network: 'mainnet' as const },
  now: fixture.NOW,
  onBack: () => {},
})

const { read } = example.manyManagers.managers
const managerNamed = (part: string) => Object.keys(read).find((each) => each.includes(part))!
const native = managerNamed('native')
const closed = managerNamed('juice')
const withAll = (state: StakingState): StakingState => ({
  ...state,
  managers: example.manyManagers.managers,
})
const atHeight = (state: StakingState, burnHeight: bigint, cycle: bigint): StakingState => ({
  ...state,
  programme: { ...state.programme!, burnHeight, cycle: known({ id: cycle, isPreparing: false }) },
})
const withPosition = (
  state: StakingState,
  change: Partial<NonNullable<StakingState['holder']>['position']>,
): StakingState => ({
  ...state,
  holder: { ...state.holder!, position: { ...state.holder!.position, ...change } },
})
const paidOnBitcoin = (maxFeeSats: bigint): StakingState => ({
  ...example.stakingExample,
  holder: { ...example.holder, payout: known({ ...example.bitcoinPayout, maxFeeSats }) },
})
const stakeOf = (cycles: bigint) =>
  known({ manager: example.MANAGER, microStx: 25_000_000_000n, firstCycle: 146n, cycles })
/** All claims are of a manager with which holders cannot claim. */
const closedClaims: StakingState = {
  ...withAll(example.stakingExample),
  holder: {
    ...example.holder,
    manager: read[closed]!.reading,
    claims: {
      ...example.holder.claims!,
      cycles: example.holder.claims!.cycles.map((each) => ({ ...each, manager: closed })),
    },
  },
}

const field = (root: HTMLElement, label: Key) =>
  findControl<HTMLInputElement>(root, say[label] as string, 'input, textarea')
const choose = (manager: string) => async (root: HTMLElement) => {
  const select = root.querySelector('select')!
  await act(async () => {
    select.value = manager
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await settle()
}
const stakeWith = (manager: string, stx: string) => async (root: HTMLElement) => {
  await choose(manager)(root)
  await typeText(field(root, 'staking.form.amount'), stx)
}
const choosePayout = (kind: 'sbtc' | 'bitcoin') => async (root: HTMLElement) => {
  await act(async () => root.querySelector<HTMLInputElement>(`input[value=${kind}]`)!.click())
  await settle()
}
const noPosition = { stake: known(null) }
const enterBond = (
  state: StakingState,
  change: Partial<NonNullable<StakingState['holder']>['position']> = {},
) => {
  const rich = withPosition(state, { unlockedMicroStx: known(100_000_000_000n), ...change })
  return <EnterBondForm {...common(rich)} bond={4n} ownSats={60_000_000n} />
}

const met: MetTrap[] = [
  {
    trap: 1,
    when: 'the payout setting would be deleted',
    form: <StakeForm {...common(paidOnBitcoin(900n))} />,
    fill: choosePayout('sbtc'),
    says: ['staking.blocker.payout-deleted'],
    button: 'asks',
  },
  {
    trap: 1,
    when: 'a bond is entered with the manager that has it',
    form: enterBond({ ...example.invited, holder: paidOnBitcoin(900n).holder }, noPosition),
    fill: async (root) => {
      await choose(example.MANAGER)(root)
      await choosePayout('sbtc')(root)
    },
    says: ['staking.blocker.payout-deleted'],
    button: 'asks',
  },
  {
    trap: 1,
    when: 'it would be deleted by a call of its own',
    form: <SetPayoutForm {...common(example.keptByManager)} intents={[]} />,
    fill: choosePayout('sbtc'),
    says: ['staking.blocker.payout-deleted', 'staking.does.set-payout.sbtc'],
    button: 'asks',
  },
  {
    trap: 1,
    when: 'it cannot be read, so that it might be deleted',
    form: (
      <StakeForm
        {...common({
          ...example.stakingExample,
          holder: { ...example.holder, payout: { known: false, reason: 'offline' } },
        })}
      />
    ),
    says: ['staking.blocker.payout-unknown'],
    button: 'asks',
  },
  {
    trap: 2,
    when: 'a payout on Bitcoin is chosen',
    form: <StakeForm {...common(example.stakingExample)} />,
    fill: async (root) => {
      await choosePayout('bitcoin')(root)
      await typeText(
        field(root, 'staking.payout.address'),
        'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
      )
    },
    says: ['staking.payout.below', 'staking.blocker.payout-kept'],
    button: 'asks',
  },
  {
    trap: 2,
    when: 'what is earned is below the budget',
    form: <ClaimForm {...common(paidOnBitcoin(40_000n))} intents={[]} />,
    says: ['staking.refusal.below-budget'],
    button: 'absent',
  },
  {
    trap: 2,
    when: 'what is left after the fee is too little',
    form: <ClaimForm {...common(paidOnBitcoin(19_000n))} intents={[]} />,
    says: ['staking.refusal.dust'],
    button: 'absent',
  },
  {
    trap: 2,
    when: 'what a manager keeps is below the budget',
    form: (
      <CollectForm
        {...common({
          ...example.keptByManager,
          holder: {
            ...example.keptByManager.holder!,
            payout: known({ ...example.bitcoinPayout, maxFeeSats: 40_000n, minClaimSats: 41_000n }),
          },
        })}
        intents={[]}
      />
    ),
    says: ['staking.refusal.dust'],
    button: 'shut',
  },
  {
    trap: 3,
    when: 'the prepare phase runs, in which claims go on',
    form: <ClaimForm {...common(example.preparingStake)} intents={[]} />,
    says: ['staking.does.claim'],
    button: 'asks',
  },
  {
    trap: 3,
    when: 'the prepare phase runs',
    form: <StakeForm {...common(example.preparing)} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.blocker.prepare-phase'],
    button: 'shut',
  },
  {
    trap: 3,
    when: 'it is near',
    form: <UnstakeForm {...common(atHeight(example.stakingExample, 978_845n, 148n))} />,
    says: ['staking.blocker.prepare-phase-near'],
    button: 'asks',
  },
  {
    trap: 4,
    when: 'there is a position that does not end in time',
    form: enterBond(withPosition(example.invited, { stake: stakeOf(12n) })),
    fill: choose(example.MANAGER),
    says: ['staking.blocker.has-position'],
    button: 'shut',
  },
  {
    trap: 4,
    when: 'a stake is changed that cannot be lowered',
    form: <StakeForm {...common(example.stakingExample)} />,
    says: ['staking.undo.change'],
    button: 'open',
  },
  {
    trap: 5,
    when: 'a stake begins, and ends silently',
    form: <StakeForm {...common(example.unstaked)} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.counts.next', 'staking.blocker.ends-silently'],
    button: 'open',
  },
  {
    trap: 6,
    when: 'a stake is left',
    form: <UnstakeForm {...common(example.stakingExample)} />,
    says: ['staking.counts.unstake', 'staking.undo.unstake', 'staking.blocker.locked-until'],
    button: 'open',
  },
  {
    trap: 7,
    when: 'the manager is changed',
    form: <StakeForm {...common(withAll(example.stakingExample))} />,
    fill: choose(example.OTHER_MANAGER),
    says: ['staking.blocker.earlier-cycles-stay'],
    button: 'open',
  },
  {
    trap: 7,
    when: 'the manager of a bond is changed',
    form: <MoveBondForm {...common(withAll(example.bonded))} />,
    fill: choose(example.OTHER_MANAGER),
    says: ['staking.blocker.earlier-cycles-stay'],
    button: 'open',
  },
  {
    trap: 7,
    when: 'several cycles are claimed',
    form: <ClaimForm {...common(example.stakingExample)} intents={[]} />,
    says: ['staking.claim.intro', 'staking.blocker.manager-unfamiliar'],
    button: 'asks',
  },
  {
    trap: 8,
    when: 'the manager is below the threshold',
    form: <StakeForm {...common(example.smallManagerOnly)} />,
    fill: stakeWith(example.SMALL_MANAGER, '100'),
    says: ['staking.warning.below-minimum', 'staking.blocker.manager-below-minimum'],
    button: 'asks',
  },
  {
    trap: 9,
    when: 'a bond is entered',
    form: enterBond(example.invited),
    fill: choose(example.MANAGER),
    says: ['staking.blocker.stx-earn-nothing', 'staking.undo.bond'],
    button: 'open',
  },
  {
    trap: 9,
    when: 'the address is not on the allow-list',
    form: enterBond(example.uninvited),
    fill: choose(example.MANAGER),
    says: ['staking.blocker.not-on-allowlist'],
    button: 'shut',
  },
  {
    trap: 10,
    when: 'sats are taken out of a running bond',
    form: <WithdrawForm {...common(example.bonded)} />,
    says: ['staking.blocker.forfeits', 'staking.blocker.locked-until'],
    button: 'asks',
  },
  {
    trap: 10,
    when: 'a half of it that is over is not calculated yet',
    form: <WithdrawForm {...common(atHeight(example.bonded, 977_950n, 148n))} />,
    says: ['staking.blocker.forfeits-ended-half', 'staking.blocker.forfeits'],
    button: 'asks',
  },
  {
    trap: 11,
    when: 'a bond is entered whose sats nobody returns',
    form: enterBond(example.invited),
    fill: choose(example.MANAGER),
    says: ['staking.blocker.sats-not-returned'],
    button: 'open',
  },
  {
    trap: 11,
    when: 'they are taken in a prepare phase',
    form: <WithdrawForm {...common(atHeight(example.bondEnded, 993_600n, 155n))} />,
    says: ['staking.blocker.prepare-phase'],
    button: 'shut',
  },
  {
    trap: 12,
    when: 'a bond is followed by a stake too early',
    form: <StakeForm {...common(atHeight(example.bonded, 990_000n, 154n))} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.blocker.too-early-to-roll-over'],
    button: 'shut',
  },
  {
    trap: 13,
    when: 'a stake follows a bond that still runs',
    form: <StakeForm {...common(atHeight(example.bonded, 990_600n, 154n))} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.blocker.two-to-claim'],
    button: 'open',
  },
  {
    trap: 13,
    when: 'a bond follows a stake that still runs',
    form: enterBond(withPosition(example.invited, { stake: stakeOf(3n) })),
    fill: choose(example.MANAGER),
    says: ['staking.blocker.two-to-claim'],
    button: 'open',
  },
  {
    trap: 14,
    when: 'a fee can be raised for what is not claimed yet',
    form: <StakeForm {...common(example.unstaked)} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.warning.fee-can-change'],
    button: 'open',
  },
  {
    trap: 14,
    when: 'the fee is unusual',
    form: <StakeForm {...common(example.smallManagerOnly)} />,
    fill: stakeWith(example.SMALL_MANAGER, '3000'),
    says: ['staking.warning.unusual-fee', 'staking.blocker.fee-above-bound'],
    button: 'asks',
  },
  {
    trap: 15,
    when: 'only the holder can claim',
    form: <StakeForm {...common(withAll(example.unstaked))} />,
    fill: stakeWith(native, '1000'),
    says: ['staking.warning.holder-only', 'staking.blocker.needs-native-pool'],
    button: 'shut',
  },
  {
    trap: 15,
    when: 'holders cannot claim at all',
    form: <StakeForm {...common(withAll(example.unstaked))} />,
    fill: stakeWith(closed, '1000'),
    says: ['staking.warning.no-holder-claims', 'staking.blocker.manager-pays-itself'],
    button: 'shut',
  },
  {
    trap: 15,
    when: 'they want to claim with such a manager',
    form: <ClaimForm {...common(closedClaims)} intents={[]} />,
    says: ['staking.blocker.no-holder-claims'],
    button: 'absent',
  },
  {
    trap: 16,
    when: 'managers can claim nothing any more',
    form: (
      <StakeForm
        {...common({
          ...example.unstaked,
          programme: { ...example.programme, isPaused: known(true) },
        })}
      />
    ),
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.blocker.rewards-paused'],
    button: 'asks',
  },
  {
    trap: 16,
    when: 'the same, and a stake is made longer',
    form: (
      <StakeForm
        {...common({
          ...example.stakingExample,
          programme: { ...example.programme, isPaused: known(true) },
        })}
      />
    ),
    fill: (root) => typeText(field(root, 'staking.form.addedCycles'), '2'),
    says: ['staking.blocker.rewards-paused'],
    button: 'asks',
  },
  {
    trap: 18,
    when: 'the sats of a bond are on Bitcoin',
    form: (
      <WithdrawForm
        {...common(
          withPosition(example.bonded, {
            bondPart: known({
              bond: 1n,
              manager: example.MANAGER,
              microStx: 3_600_000_000n,
              sats: 50_000_000n,
              isL1Lock: true,
            }),
          }),
        )}
      />
    ),
    says: ['staking.blocker.sats-on-bitcoin'],
    button: 'shut',
  },
  {
    trap: 20,
    when: 'anything is signed: no contract comes between, and the condition is exact',
    form: <StakeForm {...common(example.unstaked)} />,
    fill: stakeWith(example.MANAGER, '1000'),
    says: ['staking.moves.lock', 'staking.window.lock'],
    button: 'open',
  },
]

/** Traps without a signature of a holder before which they could be told. */
const unmet = [
  { trap: 17, why: 'an error number is read after a call has failed' },
  { trap: 19, why: 'names of arguments and fields, which only authors of clients see' },
]

/** The sentence of a key with whatever figures. */
function patternOf(key: Key): RegExp {
  const parts = (say[key] as string).split(/\{\w+\}/)
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+?'))
}
const text = (root: HTMLElement) => root.textContent!.replace(/\s+/g, ' ')

it.each(met)('trap $trap is met before the signature: $when', async ({ trap, ...row }) => {
  const root = await mount(row.form)
  await row.fill?.(root)
  for (const key of row.says) expect(text(root), `11.${trap}`).toMatch(patternOf(key))
  const submit = root.querySelector<HTMLButtonElement>('button[type=submit]')
  if (row.button === 'absent') return expect(submit).toBeNull()
  expect(submit!.disabled).toBe(row.button !== 'open')
  // Several claims at once have a box of their own, before this one.
  const box = [...root.querySelectorAll<HTMLInputElement>('.check input')].at(-1)
  if (row.button === 'open') expect(box).toBeUndefined()
  if (row.button !== 'asks') return
  await act(async () => box!.click())
  expect(submit!.disabled).toBe(false)
})

it('leaves no trap of the specification out', () => {
  const spec = readFileSync('docs/spec/bitcoin-staking.md', 'utf8')
  const traps = [...spec.matchAll(/<a id="11\.(\d+)">/g)].map(([, trap]) => Number(trap))
  const listed = new Set([...met, ...unmet].map(({ trap }) => trap))
  expect(listed).toEqual(new Set(traps))
})
