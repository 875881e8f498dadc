// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { known, type UnknownReason } from '../../../../src/chain/known.ts'
import { enrolled, ME } from '../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import type { ConsoleContext } from '../../../../src/extension/console/console-context.ts'
import { createStakingStore } from '../../../../src/extension/console/staking-store.ts'
import { StakingAuditTab } from '../../../../src/extension/console/views/staking-audit.tsx'
import { StakingManagerTab } from '../../../../src/extension/console/views/staking-manager.tsx'
import { StakingManagersTab } from '../../../../src/extension/console/views/staking-managers.tsx'
import { UnansweredQuestion } from '../../../../src/extension/console/worker-link.ts'
import type { ConsoleQuestion } from '../../../../src/extension/console/worker/protocol.ts'
import { nextHalf } from '../../../../src/protocol/bitcoin-staking/projection/project-half.ts'
import { projectStaking } from '../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { operator as op } from '../../../../src/words/en/operator.ts'
import { click, findControl, mount, settle } from '../../../support/render.tsx'

const OWN = `${ME}.own-manager`
const clock = example.programme.clock.known ? example.programme.clock.value : null!
const half = {
  burnHeight: 977_790n,
  clock,
  cycle: 148n,
  half: nextHalf(clock, 977_790n, 977_749n),
  lastComputeHeight: 977_749n,
  arrivedSats: 1n,
  isPaused: false,
  bonds: [],
  stakedMicroStx: 1n,
}
const leg = { bookedSats: 9n, pulledSats: 9n, claimedSats: 5n, claims: 3, feesUnknown: 0 }
const audited = {
  cycle: 147n,
  verdict: 'exact',
  halves: [{ height: 975_699n, incomeSats: 10n, verdict: 'exact' }],
  legs: [{ ...leg, bond: null, verdict: 'exact' }],
  differing: [],
  unread: 0,
}
const difference = {
  figure: 'gross',
  who: ME,
  cycle: 147n,
  bond: 1n,
  txid: '0x01',
  expected: 8n,
  found: 7n,
}
const nothing = known(0n)
const operated = {
  manager: OWN,
  family: 'reference',
  fee: known({ bips: 495n, pending: null }),
  takesStakes: known(true),
  funds: {
    balanceSats: known(200_000n),
    feesSats: known(1_000n),
    unclaimedSats: nothing,
    liabilitySats: known(85_000n),
    bankedSats: nothing,
    refundsSats: nothing,
  },
  cycleMicroStx: known(60_000_000_000n),
  nextMicroStx: known(40_000_000_000n),
  isAdmin: known(true),
}
const payouts = {
  payouts: [
    { request: 2n, staker: ME, sats: 85_000n, state: 'rejected' },
    { request: 1n, staker: ME, sats: 40_000n, state: 'accepted' },
  ],
  missingSats: 0n,
  feeMicroStx: null,
}

const answers: Record<string, unknown> = {}
const asked: ConsoleQuestion[] = []
const takeStep = vi.fn(async (_step: unknown, _sats: bigint) => ({ ok: true as const }))

beforeEach(() => {
  vi.clearAllMocks()
  asked.length = 0
  Object.assign(answers, {
    'staking/half': { half, stacksHeight: 1, pox: 'SP000.pox-5', feeMicroStx: null },
    'staking/managers': {
      managers: [],
      bonds: [],
      registered: [example.MANAGER, OWN],
      unread: [],
      feeMicroStx: null,
    },
    'staking/audit': audited,
    'staking/manager': operated,
    'staking/payouts': payouts,
    'staking/stop': null,
  })
})

const link = {
  ask: async (question: ConsoleQuestion) => {
    asked.push(question)
    const answer = answers[question.kind]
    if (answer instanceof Promise) return answer as Promise<unknown>
    if (answer instanceof Error) throw answer
    return answer
  },
} as unknown as ConsoleContext['link']

const context = (change: Partial<ConsoleContext> = {}) =>
  ({
    state: { ...enrolled, network: null, staking: example.manyManagers },
    chain: { staking: {} },
    link,
    commands: {
      takeStep,
      staking: {
        project: async (question: Parameters<typeof projectStaking>[0]) => projectStaking(question),
        readManager: async () => ({ ok: true }),
        readManagerRecord: async () => ({ ok: true }),
      },
    },
    deployment: { id: 'mainnet' },
    operator: ME,
    staking: createStakingStore(link),
    stakingIntents: [],
    ...change,
  }) as unknown as ConsoleContext

const text = (root: Element) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const submit = async (root: HTMLElement) => {
  await act(
    async () =>
      void root
        .querySelector('form')!
        .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
  await settle()
}

describe('the audit of Bitcoin Staking', () => {
  it('asks for the last cycle with its income, and says what each leg is', async () => {
    const root = await mount(<StakingAuditTab {...context()} />)
    await submit(root)
    expect(asked.at(-1)).toEqual({ kind: 'staking/audit', cycle: 147n, withIncome: true })
    expect(text(root)).toContain(op['audit.verdict.exact'])
    const [, legs] = root.querySelectorAll('tbody')
    expect(text(legs!)).toBe('STX onlyexact9 sats9 sats5 sats3')
  })

  it('does not call exact what is not known, and names every difference', async () => {
    const unsure = { ...leg, bond: null, verdict: 'unknown', feesUnknown: 2 }
    answers['staking/audit'] = { ...audited, legs: [unsure], unread: 1 }
    const root = await mount(<StakingAuditTab {...context()} />)
    await submit(root)
    expect(text(root)).toContain(op['console.staking.audit.partly'])
    expect(text(root)).toContain('The fees of 2 claims are unknown')
    expect(text(root)).not.toContain(op['audit.verdict.exact'])
    answers['staking/audit'] = { ...audited, verdict: 'differs', differing: [difference] }
    await submit(root)
    expect(text(root)).toContain('1 difference')
    expect(text(root)).toContain(op['console.staking.audit.figure.gross'])
    answers['staking/audit'] = { ...audited, halves: [], legs: [] }
    await submit(root)
    expect(text(root)).toContain('No half of cycle 147 has been calculated yet.')
  })

  it('can be stopped, and what was stopped says nothing any more', async () => {
    let end = () => {}
    answers['staking/audit'] = new Promise((_, reject) => {
      end = () => reject(new UnansweredQuestion('not-read'))
    })
    const root = await mount(<StakingAuditTab {...context()} />)
    await submit(root)
    await click(root, op['audit.stop'])
    expect(asked.at(-1)).toEqual({ kind: 'staking/stop' })
    end()
    await settle()
    expect(root.querySelector('.callout.bad')).toBeNull()
    answers['staking/audit'] = new UnansweredQuestion('offline' satisfies UnknownReason)
    await submit(root)
    expect(text(root)).toContain(op['audit.failed.offline'])
  })
})

describe('the section of a manager’s operator', () => {
  it('begins with the operator’s own manager, and returns a rejected payout', async () => {
    const root = await mount(<StakingManagerTab {...context()} />)
    await settle()
    expect(asked).toContainEqual({ kind: 'staking/manager', manager: OWN, account: ME })
    expect(asked).toContainEqual({ kind: 'staking/payouts', manager: OWN, owedSats: 85_000n })
    expect(text(root)).toContain(op['console.staking.manager.admin'])
    expect(text(root)).toContain('10,000 STX below the 50,000 STX')
    expect(text(root)).toContain('Left over114,000 sats')
    await click(root, 'Return 85,000 sats')
    const step = { kind: 'reclaim', manager: OWN, request: 2n }
    expect(takeStep).toHaveBeenCalledWith(step, 85_000n)
  })

  it('settles a payout that was made', async () => {
    const root = await mount(<StakingManagerTab {...context()} />)
    await settle()
    expect(text(root)).toContain(op['console.staking.payouts.settle.how'])
    await click(root, 'Settle 1')
    const step = { kind: 'settle', manager: OWN, request: 1n }
    expect(takeStep).toHaveBeenCalledWith(step, 40_000n)
  })

  it('offers nothing to sign without a wallet, and shows any manager', async () => {
    const root = await mount(<StakingManagerTab {...context({ operator: null })} />)
    expect(text(root)).toContain(op['console.staking.manager.choose'])
    const select = findControl<HTMLSelectElement>(root, op['console.staking.manager'], 'select')
    await act(async () => {
      select.value = example.MANAGER
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await settle()
    expect(asked).toContainEqual({
      kind: 'staking/manager',
      manager: example.MANAGER,
      account: null,
    })
    expect(text(root)).toContain(op['console.noAccount'])
    expect(root.querySelector('tbody button')).toBeNull()
  })

  it('says why a manager could not be read', async () => {
    answers['staking/manager'] = new UnansweredQuestion('offline')
    const root = await mount(<StakingManagerTab {...context()} />)
    await settle()
    expect(text(root)).toContain(say['unknown.offline'])
  })
})

it('the table of managers is the popup’s, without a way to stake', async () => {
  const root = await mount(<StakingManagersTab {...context()} />)
  expect(root.querySelectorAll('.manager').length).toBeGreaterThan(3)
  expect(root.querySelector('.screen')).toBeNull()
  await act(async () => root.querySelector<HTMLElement>('.manager-name')!.click())
  expect(root.querySelector('.manager dl')).not.toBeNull()
  expect(text(root)).not.toContain(say['staking.managers.choose'])
})
