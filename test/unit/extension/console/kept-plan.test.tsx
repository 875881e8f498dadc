// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { keptPlan } from '../../../../src/extension/console/kept-plan.ts'
import { BudgetCard } from '../../../../src/ui/console/deploy/budget-card.tsx'
import { usePlanFields } from '../../../../src/ui/console/deploy/use-plan-fields.ts'
import { operator as op } from '../../../../src/words/en/operator.ts'
import { findControl, mount, typeText } from '../../../support/render.tsx'

const Planned = () => <BudgetCard plan={usePlanFields({ snapshots: '14' }, keptPlan)} />
const held = async () => findControl<HTMLInputElement>(await mount(<Planned />), op['budget.held'])

beforeEach(() => sessionStorage.clear())

it('keeps what was typed of a plan over a reload', async () => {
  await typeText(await held(), '192')
  expect((await held()).value).toBe('192')
})

it('begins anew where what is kept cannot be read', async () => {
  for (const damaged of ['{', '[]', '{"held":7}']) {
    sessionStorage.setItem('plan', damaged)
    expect((await held()).value).toBe('200')
  }
})
