import { watchPresses } from '../../ui/watch-presses.ts'
import { createWords } from '../../words/create-words.ts'
import type { LoadedLanguage } from '../views/load-language.ts'
import type { FramePlace } from './frame-place.ts'

const SHOWN_FOR_MS = 6000
const controls = 'button, a, label, summary, select, input:not([type=text])'

/**
 * A page can lay something over the frame, or put the frame under a pointer that was about to press
 * something else: such a click does nothing, and a sentence says so, until the signal ends it.
 */
export function guardPanel(
  content: Element,
  { locale, catalogue }: LoadedLanguage,
  place: FramePlace,
  signal: AbortSignal,
): void {
  const refusal = document.createElement('p')
  refusal.className = 'panel-covered'
  refusal.setAttribute('role', 'alert')
  refusal.hidden = true
  refusal.textContent = createWords(locale, catalogue, 'sats').t('panel.covered')
  // Inside of what must be in sight, where it covers nothing, and without moving what is pressed.
  content.append(refusal)
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (isRefused: boolean) => {
    clearTimeout(timer)
    refusal.hidden = !isRefused
    if (isRefused) timer = setTimeout(() => show(false), SHOWN_FOR_MS)
  }
  const presses = watchPresses({
    continuously: true,
    shown: [content],
    controls: () => content.querySelectorAll(controls),
    signal,
    isPartOf: isPartOfControl,
  })
  // A click on a label makes the browser click its control at once. Hiding the refusal may have
  // moved that meanwhile, and it is the same press.
  let labelled: Element | null = null
  document.addEventListener(
    'click',
    (event) => {
      const control = (event.target as Element).closest(controls)
      const counts =
        control === null ||
        control === labelled ||
        (presses.counts(event, control) && place.wasStill())
      labelled = counts && control instanceof HTMLLabelElement ? control.control : null
      setTimeout(() => (labelled = null))
      show(!counts && event.isTrusted)
      if (counts && event.isTrusted) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true, signal },
  )
}

type Control = Element & { form?: HTMLFormElement | null; labels?: NodeList | null }

/** A press may also begin on a control's label, or on a field of the form that it submits. */
function isPartOfControl(start: Node, control: Control): boolean {
  if (control.contains(start)) return true
  if ([...(control.labels ?? [])].some((label) => label.contains(start))) return true
  const { form } = start as Control
  return form !== null && form !== undefined && form === control.form
}
