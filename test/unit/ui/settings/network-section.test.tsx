// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { initialSettings } from '../../../../src/app/settings.ts'
import { NetworkSection } from '../../../../src/ui/settings/network-section.tsx'
import { mount } from '../../../support/render.tsx'

it('offers current contracts first, and earlier ones under a heading', async () => {
  const target = { network: 'mainnet' as const }
  const root = await mount(
    <NetworkSection
      settings={{ ...initialSettings(), deployment: 'current' }}
      deployments={[
        { id: 'first', name: 'v1', isEarlier: true, target },
        { id: 'current', name: 'v3', target },
        { id: 'local', name: 'Local', target: { network: 'devnet' } },
      ]}
      onChange={() => {}}
    />,
  )
  const names = (selector: string) =>
    [...root.querySelectorAll(selector)].map(({ textContent }) => textContent)
  expect(names('select > option')).toEqual(['v3'])
  expect(root.querySelector('optgroup')?.label).toBe('Earlier versions')
  expect(names('optgroup option')).toEqual(['v1'])
})
