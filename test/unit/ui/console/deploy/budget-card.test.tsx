// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { BudgetCard } from '../../../../../src/ui/console/deploy/budget-card.tsx'
import { usePlanFields } from '../../../../../src/ui/console/deploy/use-plan-fields.ts'
import { operator as op } from '../../../../../src/words/en/operator.ts'
import { findControl, mount, typeText } from '../../../../support/render.tsx'

const Planned = () => <BudgetCard plan={usePlanFields()} />

it('says for how many cycles a budget lasts, and what the contract would refuse', async () => {
  const root = await mount(<Planned />)
  const field = (name: string) => findControl<HTMLInputElement>(root, name)
  expect(root.textContent).toContain('last at least 25 cycles at 5.00%')
  await typeText(field(op['budget.held']), '192')
  expect(root.textContent).toContain('10 sBTC last at least 26 cycles')
  expect(root.querySelectorAll('.planned-cycle .window')).toHaveLength(14)
  await typeText(field(op['budget.snapshots']), '101')
  expect(root.textContent).toContain(op['budget.refused'])
  expect(root.querySelector('.planned-cycle')).toBeNull()
  await typeText(field(op['budget.snapshots']), 'many')
  expect(root.textContent).not.toContain(op['budget.refused'])
})
