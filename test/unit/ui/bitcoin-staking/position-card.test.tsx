// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { heldPositionOf } from '../../../../src/app/bitcoin-staking/held-position.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { PositionCard } from '../../../../src/ui/bitcoin-staking/position-card.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, mount } from '../../../support/render.tsx'

const now = fixture.NOW

it('a stake says when it unlocks, and puts the day into a calendar', async () => {
  const { holder, programme } = example
  const held = heldPositionOf(programme, holder)!
  const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:unlock')
  const root = await mount(
    <PositionCard held={held} holder={holder} burnHeight={programme.burnHeight} now={now} />,
  )
  expect(root.textContent).toContain('block 997,850')
  expect(root.textContent).toContain(say['staking.position.silent'])
  await click(root, say['staking.ics'])
  const entry = await (saved.mock.calls[0]![0] as Blob).text()
  // So many blocks of ten minutes from now.
  const unlocks = new Date(now + Number(997_850n - programme.burnHeight) * 600_000).toISOString()
  expect(entry).toContain(`DTSTART:${unlocks.replaceAll(/[-:]|\.\d+/g, '')}`)
  expect(entry).toContain(`SUMMARY:${say['staking.ics.title']}`)
})
