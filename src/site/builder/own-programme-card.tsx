import { render } from 'preact'
import type { ProgrammeTarget } from '../../app/dual-stacking/programme/programme-target.ts'
import { ProgrammeCard } from '../../ui/dual-stacking/programme/programme-card.tsx'
import { useNow } from '../../ui/hooks/use-now.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { popupStyles } from '../../ui/styles/popup-styles.ts'
import { createWords } from '../../words/create-words.ts'
import { loadCatalogue } from '../../words/load.ts'
import type { Locale } from '../../words/locales.ts'
import { answerProgramme } from '../programme/answer-programme.ts'

/** Shows a programme's card in an element, with styles that the page around it does not get. */
export async function showOwnProgramme(
  place: HTMLElement,
  target: ProgrammeTarget,
  locale: Locale,
): Promise<void> {
  const words = createWords(locale, await loadCatalogue(locale), 'sats')
  render(
    <WordsProvider value={words}>
      <Shown target={target} />
    </WordsProvider>,
    place.shadowRoot ?? dressed(place),
  )
}

function Shown({ target }: { target: ProgrammeTarget }) {
  const now = useNow()
  return (
    <div class="app own-programme">
      <ProgrammeCard target={target} read={answerProgramme} now={now} />
    </div>
  )
}

/** A shadow root with the popup's styles, whose tokens are its host's. */
function dressed(place: HTMLElement): ShadowRoot {
  const root = place.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [...popupStyles, '.own-programme { width: auto; min-height: 0 }'].map(
    (text) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text.replaceAll(':root', ':host'))
      return sheet
    },
  )
  return root
}
