import { render, type ComponentChildren } from 'preact'
import { act } from 'preact/test-utils'
import { loadScreens } from '../../src/ui/hooks/use-screens.ts'
import { WordsProvider } from '../../src/ui/hooks/use-words.ts'
import { createWords } from '../../src/words/create-words.ts'
import { guide } from '../../src/words/en/guide.ts'
import { catalogue } from '../../src/words/en/index.ts'
import { operator } from '../../src/words/en/operator.ts'

/** Mounts a tree in English and lets its effects and promises settle. */
export async function mount(
  children: ComponentChildren,
  root: HTMLElement = document.createElement('div'),
): Promise<HTMLElement> {
  await loadScreens()
  document.body.replaceChildren(root)
  const words = createWords('en', { ...catalogue, ...operator, ...guide }, 'sats')
  await act(async () => render(<WordsProvider value={words}>{children}</WordsProvider>, root))
  await settle()
  return root
}

export const settle = () => act(async () => new Promise((resolve) => setTimeout(resolve)))

/** The control with this accessible text. */
export function findControl<T extends HTMLElement = HTMLElement>(
  root: HTMLElement,
  text: string,
  selector = 'button, a, input, [role=tab]',
): T {
  const all = [...root.querySelectorAll<T>(selector)]
  const found =
    all.find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === text,
    ) ??
    all.find(
      (each) =>
        each.id !== '' && root.querySelector(`label[for="${each.id}"]`)?.textContent === text,
    )
  if (!found)
    throw new Error(
      `No control "${text}" among: ${all.map((each) => each.getAttribute('aria-label') ?? each.textContent).join(' | ')}`,
    )
  return found
}

export async function click(root: HTMLElement, text: string): Promise<void> {
  await act(async () => findControl(root, text).click())
  await settle()
}

export async function typeText(field: HTMLInputElement, text: string): Promise<void> {
  await act(async () => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await settle()
}
