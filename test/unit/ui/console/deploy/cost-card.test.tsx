// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { known, unknown } from '../../../../../src/chain/known.ts'
import { CostCard } from '../../../../../src/ui/console/deploy/cost-card.tsx'
import { mount } from '../../../../support/render.tsx'

const deployments = [{ name: 'our-program', fee: known(250_000n) }]
const lastFigure = (root: Element) => [...root.querySelectorAll('dd')].at(-1)?.textContent

it('adds up what every transaction costs, and shows no sum of a part of them', async () => {
  const call = 'update-APR' as const
  let root = await mount(
    <CostCard deployments={deployments} calls={[{ call, fee: known(50_000n) }]} />,
  )
  expect(lastFigure(root)).toContain('0.3')
  root = await mount(
    <CostCard deployments={deployments} calls={[{ call, fee: unknown('offline') }]} />,
  )
  expect(lastFigure(root)).toBe('—')
  expect(root.textContent).toContain('0.25')
})
