import { watchVisibility } from '../../ui/watch-visibility.ts'
import { createWords } from '../../words/create-words.ts'
import type { LoadedLanguage } from '../views/load-language.ts'

/**
 * A page can lay something over the frame and lure a person's click to where they do not see what
 * they press: such a click does nothing, and a sentence says so.
 */
export function guardPanel(content: Element, { locale, catalogue }: LoadedLanguage): void {
  const seen = watchVisibility([content], new AbortController().signal, () => {})
  const covered = document.createElement('p')
  covered.className = 'panel-covered'
  covered.setAttribute('role', 'alert')
  covered.hidden = true
  covered.textContent = createWords(locale, catalogue, 'sats').t('panel.covered')
  document.body.append(covered)
  document.addEventListener(
    'click',
    (event) => {
      covered.hidden = !event.isTrusted || seen.wasVisibleAt(content, event.timeStamp)
      if (event.isTrusted && covered.hidden) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}
