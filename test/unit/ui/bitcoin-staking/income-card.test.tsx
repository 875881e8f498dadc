// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { known, unknown } from '../../../../src/chain/known.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { IncomeCard } from '../../../../src/ui/bitcoin-staking/income-card.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { mount } from '../../../support/render.tsx'

const textOf = async (view: Parameters<typeof mount>[0]) =>
  (await mount(view)).textContent!.replace(/\s+/g, ' ')

describe('income', () => {
  it('of past halves is a chart that can be read, and what has come since a figure', async () => {
    const { past, programme } = example
    const root = await mount(<IncomeCard income={known(past)} programme={programme} />)
    expect(root.innerHTML).toContain(`Income of the last ${past.length} halves`)
    expect(root.textContent).toContain('1.48211903 sBTC')
  })

  it('is not made up before a half was calculated, or where it is unknown', async () => {
    const { programme } = example
    expect(await textOf(<IncomeCard income={known([])} programme={programme} />)).toContain(
      say['staking.income.few'],
    )
    const unread = await mount(<IncomeCard income={unknown('offline')} programme={programme} />)
    expect(unread.querySelector('svg')).toBeNull()
  })
})
