import { act } from 'preact/test-utils'
import { expect, it } from 'vitest'
import { LineChart } from '../../../../src/ui/charts/line-chart.tsx'
import { mount } from '../../../support/render.tsx'

// @vitest-environment happy-dom

const draw = (values: bigint[]) =>
  mount(
    <LineChart
      points={values.map((value, at) => ({
        key: at,
        at: BigInt(at),
        value,
        text: `${value} on day ${at}`,
      }))}
      label="Values by day"
      from="Day 0"
      until="2"
      format={(value) => `${value} each`}
    />,
  )
const texts = (root: HTMLElement) =>
  [...root.querySelectorAll('text')].map((each) => each.textContent)
const pointY = (root: HTMLElement) => Number(root.querySelector('circle')!.getAttribute('cy'))

it('says what the last point is, and that of the one with the focus instead', async () => {
  const root = await draw([10n, 20n, 30n])
  expect(texts(root)).toEqual(['30 each', '30 on day 2', 'Day 0', '2'])
  const [first] = root.querySelectorAll<SVGRectElement>('rect')
  await act(() => void first!.dispatchEvent(new FocusEvent('focus')))
  expect(texts(root)).toContain('10 on day 0')
  await act(() => void first!.dispatchEvent(new FocusEvent('blur')))
  expect(texts(root)).toContain('30 on day 2')
})

it('begins at 0, or below where there is less', async () => {
  const above = pointY(await draw([0n, 10n, 10n]))
  const zero = pointY(await draw([10n, 10n, 0n]))
  expect(zero - above).toBe(82)
  const below = await draw([0n, 10n, -10n])
  expect(texts(below)).toContain('-10 each')
  expect(pointY(below)).toBe(zero)
  expect(pointY(await draw([0n, -10n, 0n]))).toBe(above)
})

it('draws nothing of a single value', async () => {
  expect((await draw([5n])).querySelector('svg')).toBeNull()
})
