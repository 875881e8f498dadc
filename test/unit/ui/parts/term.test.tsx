// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { describe, expect, it } from 'vitest'
import { Term } from '../../../../src/ui/parts/term.tsx'
import { glossary } from '../../../../src/words/en/glossary.ts'
import { findControl, mount } from '../../../support/render.tsx'

const open = (root: HTMLElement): boolean =>
  !root.querySelector<HTMLElement>('[role=tooltip]')!.hidden
const send = (target: HTMLElement, event: Event) =>
  act(async () => void target.dispatchEvent(event))

describe('a word of the field', () => {
  it('is described by its sentence, which focus shows and Escape puts away', async () => {
    const root = await mount(<Term of="manager">Manager</Term>)
    const word = findControl(root, 'Manager')
    const text = root.querySelector<HTMLElement>('[role=tooltip]')!
    expect(word.getAttribute('aria-describedby')).toBe(text.id)
    expect(text.textContent).toBe(glossary['term.manager'])
    expect(open(root)).toBe(false)
    await act(async () => word.focus())
    expect(open(root)).toBe(true)
    await send(word, new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(open(root)).toBe(false)
    // A tap on the word that has the focus already.
    await act(async () => word.click())
    expect(open(root)).toBe(true)
    await act(async () => word.blur())
    expect(open(root)).toBe(false)
  })

  it('is explained while a mouse is over it, and not by a finger that passes', async () => {
    const root = await mount(<Term of="bond">Bond</Term>)
    const around = root.querySelector<HTMLElement>('.term')!
    const pointer = (type: string, pointerType: string) =>
      send(around, Object.assign(new Event(type), { pointerType }))
    await pointer('pointerenter', 'touch')
    expect(open(root)).toBe(false)
    await pointer('pointerenter', 'mouse')
    expect(open(root)).toBe(true)
    await pointer('pointerleave', 'mouse')
    expect(open(root)).toBe(false)
  })
})
