// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { OTHER } from '../../../../src/dev/gallery/fixtures.ts'
import type { StuckReason } from '../../../../src/protocol/dual-stacking/planner/cycle-state.ts'
import { StuckCard } from '../../../../src/ui/console/stuck-card.tsx'
import { operator as op } from '../../../../src/words/en/operator.ts'
import { click, mount } from '../../../support/render.tsx'

const facts = {
  contract: `${OTHER}.program`,
  cycle: 7,
  burnHeight: 950_000,
  stacksHeight: 8_000_000,
}
const reason = { code: 'count-differs', phase: 'capture', counted: 12, expected: 14 } as const

it('warns, says why nothing helps and whom to tell, and gives the facts', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const root = await mount(<StuckCard reason={reason} {...facts} />)
  const card = root.querySelector('.notice.warn')!
  expect(card.textContent).toContain('12 of 14')
  expect(card.textContent).toContain(op['stuck.todo.report'])
  await click(root, op['stuck.copy'])
  expect(JSON.parse(writeText.mock.calls[0]![0])).toEqual({ ...facts, ...reason })
  expect(card.textContent).toContain(op['share.copied'])
})

it('shows the facts where they cannot be copied', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  const root = await mount(<StuckCard reason={reason} {...facts} />)
  expect(root.querySelector('pre')).toBeNull()
  await click(root, op['stuck.copy'])
  expect(root.textContent).toContain(op['share.notCopied'])
  expect(JSON.parse(root.querySelector('pre')!.textContent!)).toEqual({ ...facts, ...reason })
})

it.each<[StuckReason['code'], string]>([
  ['cycle-longer-than-year', 'update-bitcoin-blocks-per-year'],
  ['misconfigured', 'update-cycle-data'],
  ['starts-before-deployment', 'update-initialize-block'],
])('of %s it names the call that the admin can sign: %s', async (code, call) => {
  const root = await mount(<StuckCard reason={{ code } as StuckReason} {...facts} />)
  expect(root.textContent).toContain(op['stuck.todo.admin'].replace('{call}', call))
})

it('asks the admin for nothing where another account helps', async () => {
  const root = await mount(
    <StuckCard reason={{ code: 'ratio-used-up' }} {...facts} action={<button>another</button>} />,
  )
  expect(root.textContent).toContain(op['stuck.ratio-used-up'])
  expect(root.textContent).toContain('another')
  expect(root.textContent).not.toContain(op['stuck.todo.report'])
})
