// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { ProgrammeTarget } from '../../../../src/app/dual-stacking/programme/programme-target.ts'
import { verifiedProgramme } from '../../../../src/dev/gallery/programme-fixtures.ts'
import { ProgrammePage } from '../../../../src/site/programme/programme-page.tsx'
import { mount, settle } from '../../../support/render.tsx'

const { contract } = verifiedProgramme

async function open(hash: string, isOffer = true) {
  const asked: ProgrammeTarget[] = []
  const root = await mount(
    <ProgrammePage
      hash={hash}
      local={null}
      isOffer={isOffer}
      read={async (target) => {
        asked.push(target)
        return { ok: true, reading: verifiedProgramme }
      }}
    />,
  )
  await settle()
  return { root, asked }
}

describe('the page of a programme', () => {
  it('shows what the network tells, and asks no host that its address names', async () => {
    const hash = `#network=mainnet&contract=${contract}&api-url=https://evil.example`
    const { root, asked } = await open(hash)
    expect(asked).toEqual([{ network: 'mainnet', contract, apiBases: [] }])
    expect(root.textContent).toContain('Runs Twinstack’s live build')
    expect(root.textContent).toContain('click its icon')
    expect((await open(hash, false)).root.textContent).not.toContain('click its icon')
  })

  it('asks nothing for an address that names no programme', async () => {
    const { root, asked } = await open('#network=mainnet')
    expect(asked).toEqual([])
    expect(root.textContent).toContain('This link names no program')
  })
})
