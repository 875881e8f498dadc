// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { AboutSection } from '../../../../src/ui/settings/about-section.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { findControl, mount } from '../../../support/render.tsx'

it('links to the source once it has an address, and to none before', async () => {
  const root = await mount(<AboutSection env={{ version: '1.0.0' }} />)
  expect(root.textContent).toContain('1.0.0')
  expect(root.querySelector('a')).toBeNull()
  const source = 'https://code.example/twinstack'
  const linked = await mount(<AboutSection env={{ version: '1.0.0', source }} />)
  const link = findControl<HTMLAnchorElement>(linked, say['about.source'])
  expect(link.href).toBe(source)
  expect(link.rel).toContain('noopener')
})
