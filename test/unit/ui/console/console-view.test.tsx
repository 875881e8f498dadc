// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it, vi } from 'vitest'
import { known } from '../../../../src/chain/known.ts'
import { ME } from '../../../../src/dev/gallery/fixtures.ts'
import { env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import {
  publicSignatures,
  readSignatures,
} from '../../../../src/protocol/dual-stacking/contract/abi.ts'
import type { PlannedCycleStep } from '../../../../src/protocol/dual-stacking/planner/index.ts'
import { AdminView } from '../../../../src/ui/console/admin-view.tsx'
import { ConsoleView } from '../../../../src/ui/console/console-view.tsx'
import { NextStepCard } from '../../../../src/ui/console/next-step-card.tsx'
import { ParticipantsView } from '../../../../src/ui/console/participants-view.tsx'
import { Proposals } from '../../../../src/ui/console/proposals.tsx'
import { ReadsView } from '../../../../src/ui/console/reads-view.tsx'
import { RewardPoolView } from '../../../../src/ui/console/reward-pool-view.tsx'
import { app } from '../../../../src/words/en/app.ts'
import { operator as op } from '../../../../src/words/en/operator.ts'
import { click, findControl, mount, settle, typeText } from '../../../support/render.tsx'

const accept = async () => ({ ok: true as const })
const submit = async (root: HTMLElement) => {
  await act(
    async () =>
      void root
        .querySelector('form')!
        .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
  )
  await settle()
}
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ') ?? ''
const next = {
  batchLimit: 900,
  burnHeight: 1000,
  feeMicroStx: null,
  paysSats: null,
  pending: false,
}

it('the next step names its batch, asks for a signature and says that it resumes', async () => {
  const step: PlannedCycleStep = {
    kind: 'call',
    functionName: 'tally-participant-ratios',
    args: [{ type: 'principals', value: Array.from({ length: 414 }, () => ME) }],
    checks: [],
    progress: { done: 1800, total: 2214 },
  }
  const onSign = vi.fn(accept)
  const root = await mount(<NextStepCard step={step} {...next} onSign={onSign} />)
  expect(text(root)).toContain('Tally your proposal: batch 3 of 3')
  expect(text(root)).toContain(`with 414 principals · ${op['console.movesNothing']}`)
  expect(text(root)).toContain('1,800 of 2,214 done. You can close this page')
  await click(root, 'Sign batch 3')
  expect(onSign).toHaveBeenCalledWith(step)
  expect(text(await mount(<NextStepCard step={step} {...next} onSign={null} />))).toContain(
    'Connect a wallet to sign.',
  )
})

it('a section in a tab of its own is told from the others by the title', async () => {
  const frame = { onSelect: () => {}, title: 'Cycle 7', facts: '', children: null }
  await mount(<ConsoleView {...frame} sections={['cycle', 'audit']} selected="audit" />)
  expect(document.title).toBe(`${op['console.section.audit']} · ${op['console.name']}`)
})

it('waiting is given in blocks and time', async () => {
  expect(
    text(
      await mount(
        <NextStepCard
          step={{ kind: 'wait-burn', height: 1057, next: 'advance-to-next-snapshot' }}
          {...next}
          onSign={null}
        />,
      ),
    ),
  ).toBe('Open the next snapshot: available from Bitcoin block 1,057, in 57 blocks (~10 hr)')
})

it('a table that is being read does not claim to be empty', async () => {
  const none = { rowAt: () => undefined, sort: null, onSort: () => {} }
  const reading = await mount(
    <ParticipantsView {...none} count={null} search="" onSearch={() => {}} indexing={null} />,
  )
  expect(text(reading)).toContain(op['console.reading'])
  expect(text(reading)).not.toMatch(/Nobody|0 participants/)
  expect(
    text(
      await mount(
        <ParticipantsView {...none} count={0} search="" onSearch={() => {}} indexing={null} />,
      ),
    ),
  ).toContain('Nobody is in this cycle yet.')
})

it('a proposal starts with the ratio that passes, and is sent to the unit', async () => {
  const onPropose = vi.fn(accept)
  const root = await mount(
    <Proposals proposals={[]} suggested={184_200_123_456n} onPropose={onPropose} />,
  )
  expect(text(root)).toContain(op['console.propose.suggested'])
  await submit(root)
  expect(onPropose).toHaveBeenLastCalledWith(184_200_123_456n)
  await typeText(findControl<HTMLInputElement>(root, 'Golden ratio'), '200,000.5')
  expect(text(root)).toContain(op['console.propose.other'])
  await submit(root)
  expect(onPropose).toHaveBeenLastCalledWith(200_000_500_000n)
})

it('funding states exactly what moves and refuses more than there is', async () => {
  const onFund = vi.fn(accept)
  const root = await mount(
    <RewardPoolView
      contract={`${ME}.pool`}
      poolSats={known(5n)}
      capSats={known(9n)}
      ownSats={11_520_000n}
      onFund={onFund}
    />,
  )
  expect(text(root)).toContain('the pool, 4 sats short of the cap')
  const field = findControl<HTMLInputElement>(root, 'Amount')
  await typeText(field, '0.2')
  expect(text(root)).toContain(op['pool.tooMuch'])
  await submit(root)
  await typeText(field, '0.1')
  expect(text(root)).toContain('Sends exactly 0.1 sBTC from your wallet to the contract.')
  await submit(root)
  expect(onFund.mock.calls).toEqual([[10_000_000n]])
})

it('an admin call outside its bounds cannot be sent, and shows the contract’s reason', async () => {
  const onCall = vi.fn(accept)
  const groups = [
    { group: 'parameters' as const, functions: { 'update-APR': publicSignatures['update-APR'] } },
  ]
  const root = await mount(
    <AdminView
      groups={groups}
      family="v1"
      env={env}
      poolSats={null}
      blocksPerYear={null}
      cycleBlocks={null}
      present={{ 'new-apr-one-eight': 5_000_000n }}
      onCall={onCall}
      results={{}}
    />,
  )
  const field = findControl<HTMLInputElement>(root, 'new-apr-one-eight')
  expect(text(root)).toContain('Now 5.00%')
  await typeText(field, '25000000')
  expect(text(root)).toContain('The APR is above 20%')
  await submit(root)
  expect(onCall).not.toHaveBeenCalled()
  await typeText(field, '4500000')
  expect(text(root)).toContain('Now 5.00%, then 4.50%')
  await submit(root)
  expect(onCall).toHaveBeenCalledWith('update-APR', [4_500_000n])
})

it('a batch shows how each row was parsed, then its result', async () => {
  const groups = [
    {
      group: 'people' as const,
      functions: { 'add-blacklisted-batch': publicSignatures['add-blacklisted-batch'] },
    },
  ]
  const view = (results: Parameters<typeof AdminView>[0]['results']) => (
    <AdminView
      groups={groups}
      family="v1"
      env={env}
      poolSats={null}
      blocksPerYear={null}
      cycleBlocks={null}
      onCall={accept}
      results={results}
    />
  )
  const root = await mount(
    view({
      'add-blacklisted-batch': [{ ok: false, sentence: 'This address is not blacklisted.' }],
    }),
  )
  await typeText(root.querySelector('textarea') as unknown as HTMLInputElement, `${ME}\nnonsense`)
  expect(text(root)).toContain('2 rows')
  expect(text(root)).toContain('This is not a Stacks address.')
  await typeText(root.querySelector('textarea') as unknown as HTMLInputElement, ME)
  expect(text(root)).toContain('This address is not blacklisted.')
})

it('a read takes typed arguments and shows the decoded answer or its failure', async () => {
  const onRead = vi.fn(async () => ({
    ok: true as const,
    value: { 'cycle-id': 7n, data: { some: [true, null] } },
  }))
  const functions = { 'get-yield-cycle-data': readSignatures['get-yield-cycle-data'] }
  const root = await mount(<ReadsView functions={functions} env={env} onRead={onRead} />)
  await submit(root)
  expect(onRead).not.toHaveBeenCalled()
  expect(text(root)).toContain(op['argument.problem.number'])
  await typeText(findControl<HTMLInputElement>(root, 'cycle'), '7')
  await submit(root)
  expect(onRead).toHaveBeenCalledWith('get-yield-cycle-data', [7n])
  expect(text(root)).toContain('cycle-id7datatruenone')
  const failing = await mount(
    <ReadsView
      functions={functions}
      env={env}
      onRead={async () => ({ ok: false, reason: 'at-block-unavailable' })}
    />,
  )
  await typeText(findControl<HTMLInputElement>(failing, 'cycle'), '7')
  await submit(failing)
  expect(text(failing)).toContain(app['unknown.at-block-unavailable'])
})
