// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { ProgrammeAnswer } from '../../../../../src/app/dual-stacking/programme/programme-answer.ts'
import { unknown } from '../../../../../src/chain/known.ts'
import { NOW } from '../../../../../src/dev/gallery/fixtures.ts'
import {
  unknownProgramme,
  verifiedProgramme,
} from '../../../../../src/dev/gallery/programme-fixtures.ts'
import { ProgrammeCard } from '../../../../../src/ui/dual-stacking/programme/programme-card.tsx'
import { findControl, mount, settle } from '../../../../support/render.tsx'

const target = { network: 'mainnet', contract: verifiedProgramme.contract, apiBases: [] } as const
const show = (answer: ProgrammeAnswer) =>
  mount(<ProgrammeCard target={target} read={async () => answer} now={NOW} />)

describe('the card of a programme', () => {
  it('says what it runs, who may change it, what it paid and whether it is run', async () => {
    const { textContent } = await show({ ok: true, reading: verifiedProgramme })
    expect(textContent).toContain('Runs Twinstack’s live build, version 4')
    expect(textContent).toContain('An account')
    expect(textContent).toContain('base rate: 5.00%')
    expect(textContent).toContain('counting of liquid STX: disabled')
    expect(textContent).toContain('enough for 11 more cycles like the last')
    expect(textContent).toContain('4.95% APR')
    expect(textContent).toContain('All 40 were in time')
    expect(textContent).toContain('Awake')
  })

  it('calls figures of other code estimates, and says what is lost or may be missing', async () => {
    const { textContent } = await show({ ok: true, reading: unknownProgramme })
    expect(textContent).toContain('Unknown code: figures are estimates')
    expect(textContent).toContain('Unknown, like the code.')
    expect(textContent).toContain('1 in part late, 2 missed')
    expect(textContent).toContain('may be missing')
    expect(textContent).toContain('Asleep')
    expect(textContent).not.toContain('Runs Twinstack')
  })

  it('takes code that nobody has told for unknown', async () => {
    const reading = { ...verifiedProgramme, code: unknown('offline') }
    const { textContent } = await show({ ok: true, reading })
    expect(textContent).toContain('The code could not be loaded: figures are estimates')
    expect(textContent).toContain('Unknown, like the code.')
  })

  it('says why there is nothing, and reads again when told to', async () => {
    let asked = 0
    const root = await mount(
      <ProgrammeCard
        target={target}
        read={async () => {
          asked += 1
          if (asked === 1) throw new Error('no background')
          return { ok: true, reading: verifiedProgramme }
        }}
        now={NOW}
      />,
    )
    expect(root.textContent).toContain('Cannot reach the network')
    findControl(root, 'Try again').click()
    await settle()
    await settle()
    expect(root.textContent).toContain('live build')
  })
})
