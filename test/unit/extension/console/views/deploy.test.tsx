// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { findDeployment } from '../../../../../src/chain/stacks/deployments.ts'
import { enrolled, ME, network } from '../../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../../src/dev/gallery/popup-scenes.tsx'
import type { ConsoleContext } from '../../../../../src/extension/console/console-context.ts'
import { DeployTab } from '../../../../../src/extension/console/views/deploy.tsx'
import { UnansweredQuestion } from '../../../../../src/extension/console/worker-link.ts'
import type {
  ConsoleQuestion,
  CyclePlan,
} from '../../../../../src/extension/console/worker/protocol.ts'
import { publicSignatures } from '../../../../../src/protocol/dual-stacking/contract/abi.ts'
import { operator as op } from '../../../../../src/words/en/operator.ts'
import { findControl, mount, settle, typeText } from '../../../../support/render.tsx'

const contract = `${ME}.our-program`
const call = vi.fn(async (..._args: unknown[]) => ({ ok: true as const }))
const fundPool = vi.fn(async (_sats: bigint) => ({ ok: true as const }))
const asked: ConsoleQuestion[] = []
const answers: Record<string, unknown> = {}
const link = {
  ask: async (question: ConsoleQuestion) => {
    asked.push(question)
    const answer = answers[question.kind]
    if (answer instanceof Error) throw answer
    return answer
  },
} as unknown as ConsoleContext['link']

const cycle = {
  ...(network.cycle.known ? network.cycle.value : null!),
  phase: 'inactive' as const,
  snapshotsPerCycle: 14,
  blocksPerSnapshot: 150,
  startHeight: 922_150,
}
const plan = {
  operator: ME,
  burnHeight: 960_000,
  stacksHeight: 1,
  cycle,
  participants: 0,
  step: { kind: 'stuck', reason: { code: 'starts-before-deployment' } },
  batchLimit: 900,
  args: [],
  paysSats: null,
  feeMicroStx: null,
  poolSats: 0n,
} as unknown as CyclePlan

const context = (read: Partial<CyclePlan> = {}, change: Partial<ConsoleContext> = {}) =>
  ({
    state: { ...enrolled, intents: [], network: null },
    chain: {
      plan: { ...plan, ...read },
      capabilities: { family: 'v1', live: true, admin: ME, calls: publicSignatures, reads: {} },
      revision: 1,
      problem: null,
      indexing: null,
    },
    link,
    commands: { call, fundPool },
    env,
    deployment: { ...findDeployment('embedded-live')!, custom: true, contract },
    operator: ME,
    intents: [],
    stale: false,
    ...change,
  }) as unknown as ConsoleContext

beforeEach(() => {
  sessionStorage.clear()
  vi.clearAllMocks()
  asked.length = 0
  Object.assign(answers, {
    exists: true,
    fee: 20_000n,
    settings: { apr: 5_000_000n, countsLiquid: false },
    encode: ['01'],
  })
})

const text = (root: Element) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const openStep = (root: Element) => root.querySelector('.setup-steps details[open]')!
const submit = async (root: Element) => {
  const form = openStep(root).querySelector('form')!
  await act(
    async () => void form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
  await settle()
}

describe('the path to a program of one’s own', () => {
  it('goes on under the name in use, at the first step that the chain does not have', async () => {
    const root = await mount(<DeployTab {...context()} />)
    expect(findControl<HTMLInputElement>(root, op['deploy.name']).value).toBe('our-program')
    expect(text(openStep(root))).toContain(op['deploy.step.update-initialize-block'])
    expect(text(openStep(root))).toContain(op['deploy.fact.noStart'])
    await submit(root)
    expect(asked).toContainEqual({
      kind: 'encode',
      functionName: 'update-initialize-block',
      args: [960_144n],
    })
    expect(call).toHaveBeenCalledWith('update-initialize-block', ['01'])
    expect(text(root)).toContain(op['deploy.why.wait'])
  })

  it('fills each form in from the plan, and takes the plan from what the chain has', async () => {
    answers['settings'] = { apr: 7_250_000n, countsLiquid: false }
    const root = await mount(<DeployTab {...context()} />)
    const field = (name: string) => findControl<HTMLInputElement>(root, name)
    expect(field(op['budget.apr']).value).toBe('7.25')
    await typeText(field(op['budget.snapshots']), '10')
    expect(text(openStep(root))).toContain('Planned: 10 snapshots')
    await submit(root)
    expect(asked).toContainEqual({
      kind: 'encode',
      functionName: 'update-cycle-data-before-initialized',
      args: [10n, 150n],
    })
  })

  it('asks for what the pool lacks, and starts the first cycle by its planned call', async () => {
    const step = { kind: 'call', functionName: 'initialize-contract', args: [], checks: [] }
    const root = await mount(
      <DeployTab
        {...context({
          cycle: { ...cycle, startHeight: 959_000 },
          step: step as unknown as CyclePlan['step'],
          poolSats: 999_999_000n,
          args: ['02'],
        })}
      />,
    )
    expect(text(openStep(root))).toContain(op['deploy.step.transfer'])
    await submit(root)
    expect(fundPool).toHaveBeenCalledWith(1_000n)
    await act(async () => root.querySelector<HTMLButtonElement>('.next-call button')!.click())
    expect(call).toHaveBeenCalledWith('initialize-contract', ['02'], null)
  })

  it('says what the first cycle waits for, and folds what is for later', async () => {
    const step = { kind: 'wait-burn', height: 960_010, next: 'initialize-contract' } as const
    const root = await mount(
      <DeployTab {...context({ cycle: { ...cycle, startHeight: 960_010 }, step })} />,
    )
    expect(text(root.querySelector('.setup-steps .next-call')!)).toContain('960,010')
    const fold = root.querySelector<HTMLDetailsElement>('.setup-steps details')!
    await act(async () => {
      fold.open = false
      fold.dispatchEvent(new Event('toggle'))
    })
    expect(fold.querySelector('form')).toBeNull()
  })

  it('ends at what is shared, and leaves the admin’s steps to the admin', async () => {
    let root = await mount(<DeployTab {...context({ cycle: { ...cycle, phase: 'snapshots' } })} />)
    expect(text(root)).toContain(op['deploy.setup.complete'])
    expect(root.querySelector('a[href="#share"]')).not.toBeNull()
    const chain = {
      ...context().chain,
      capabilities: { ...context().chain.capabilities!, admin: contract },
    }
    root = await mount(<DeployTab {...context({}, { chain })} />)
    expect(text(openStep(root))).toContain(op['deploy.notAdmin'])
    expect(openStep(root).querySelector('form')).toBeNull()
  })

  it('shows fees that the network does not tell as unknown', async () => {
    answers['fee'] = new UnansweredQuestion('offline')
    const root = await mount(<DeployTab {...context()} />)
    await settle()
    expect(root.querySelectorAll('.deploy-costs .unknown')).toHaveLength(10)
  })
})
