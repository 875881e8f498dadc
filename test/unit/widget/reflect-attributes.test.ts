// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { reflectAttributes } from '../../../src/widget/reflect-attributes.ts'

class Reflected extends HTMLElement {
  declare stx: string | null
  declare compact: boolean

  static {
    reflectAttributes(this.prototype, ['stx', 'compact'])
  }
}
customElements.define('reflected-element', Reflected)

it('reads a boolean attribute as HTML and every version of React write it', () => {
  const element = new Reflected()
  expect(element.compact).toBe(false)
  for (const [written, read] of [
    ['', true],
    ['true', true],
    ['false', false],
  ] as const) {
    element.setAttribute('compact', written)
    expect(element.compact).toBe(read)
  }
})

it('writes a boolean as an attribute that is there or not, and texts as they are', () => {
  const element = new Reflected()
  element.compact = true
  element.stx = '5'
  expect(element.outerHTML).toBe('<reflected-element compact="" stx="5"></reflected-element>')
  element.compact = false
  element.stx = null
  expect(element.outerHTML).toBe('<reflected-element></reflected-element>')
})
