import { expect, it } from 'vitest'
import { generateCode } from '../../../../src/site/builder/generate-code.ts'

const release = {
  version: '1.2.3',
  integrity: { boost: 'sha384-b', pool: 'sha384-p', yield: 'sha384-y' },
  files: 'https://cdn.example/1.2.3/',
  pages: 'https://frames.example/',
}
const options = {
  stx: '5103',
  actions: 'enroll',
  accent: '#0b57d0',
  radius: '4px',
  font: 'Georgia; } body { color: red',
}
const code = (method: 'script' | 'frame') =>
  generateCode({ kind: 'boost', method, options, release, title: 'Title' })

it('writes looks as a style for an element, and only what has their form', () => {
  const script = code('script')
  expect(script).toContain(
    '<dual-stacking-boost stx="5103" actions="enroll"></dual-stacking-boost>',
  )
  expect(script).toContain('  dual-stacking-boost { display: block; min-block-size: 287px }\n')
  expect(script).toContain('  dual-stacking-boost { --twinstack-accent: #0b57d0 }\n')
  expect(script).toContain('  dual-stacking-boost { --twinstack-radius: 4px }\n')
  expect(script).not.toContain('Georgia')
})

it('writes looks into the address of a frame, which no style of the page reaches', () => {
  const frame = code('frame')
  expect(frame).toContain('accent=%230b57d0&amp;radius=4px')
  expect(frame).not.toContain('Georgia')
  expect(frame).not.toContain('--twinstack')
})
