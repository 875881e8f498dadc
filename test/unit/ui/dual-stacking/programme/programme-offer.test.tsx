// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { NOW } from '../../../../../src/dev/gallery/fixtures.ts'
import { verifiedProgramme } from '../../../../../src/dev/gallery/programme-fixtures.ts'
import { ProgrammeOffer } from '../../../../../src/ui/dual-stacking/programme/programme-offer.tsx'
import type { CustomDeploymentInput } from '../../../../../src/ui/settings/custom-deployments.tsx'
import { findControl, mount, settle } from '../../../../support/render.tsx'

const { contract } = verifiedProgramme
const link = `https://site.example/add.html#network=mainnet&contract=${contract}&label=v3.0.0`

async function offer(
  url: string | undefined,
  rows: { network: 'mainnet'; contract: string }[] = [],
) {
  const added: CustomDeploymentInput[] = []
  const root = await mount(
    <ProgrammeOffer
      tabUrl={Promise.resolve(url)}
      custom={{
        rows: rows.map((row, at) => ({
          id: `custom-${at}`,
          name: 'mine',
          target: { ...row, apiBases: [] },
        })),
        onAdd: async (input) => {
          added.push(input)
          return { ok: true }
        },
        read: async () => ({ ok: true, reading: verifiedProgramme }),
      }}
      now={NOW}
    />,
  )
  await settle()
  return { root, added }
}

/** A press as a person makes one, or as a script does. */
async function press(button: HTMLElement, isTrusted: boolean): Promise<void> {
  const event = new MouseEvent('click', { bubbles: true })
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  button.dispatchEvent(event)
  await settle()
  await settle()
}

describe('a page that hands a programme over', () => {
  it('is looked at and added by a press, with no name or host of its own', async () => {
    const { root, added } = await offer(link)
    expect(root.textContent).toContain('This page hands over a program')
    expect(root.textContent).not.toContain('live build')
    await press(findControl(root, 'Look at it'), true)
    expect(root.textContent).toContain('Runs Twinstack’s live build')
    await press(findControl(root, 'Add this program'), true)
    expect(added).toEqual([{ label: '', network: 'mainnet', contract, apiBases: [] }])
    expect(root.textContent).toContain('Added to your contracts')
  })

  it('adds nothing by a press that no person made', async () => {
    const { root, added } = await offer(link)
    await press(findControl(root, 'Look at it'), true)
    await press(findControl(root, 'Add this program'), false)
    expect(added).toEqual([])
  })

  it.each([
    ['another page', 'https://site.example/', []],
    ['no page', undefined, []],
    ['a programme that is there', link, [{ network: 'mainnet' as const, contract }]],
  ])('is not offered for %s', async (_, url, rows) => {
    const { root } = await offer(url, rows)
    expect(root.textContent).toBe('')
  })
})
