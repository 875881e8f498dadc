import { render } from 'preact'
import { isAddPage } from '../../app/dual-stacking/programme/add-link.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { popupStyles } from '../../ui/styles/popup-styles.ts'
import { screenStyles } from '../../ui/styles/screen-styles.ts'
import { createWords } from '../../words/create-words.ts'
import { loadCatalogue } from '../../words/load.ts'
import { choosePageLocale } from '../translate-page.ts'
import { answerProgramme } from './answer-programme.ts'
import { ProgrammePage } from './programme-page.tsx'

// The page of a programme, and the one that hands it over: the same, with how it is added. What is
// asked, and whom, follows from network and contract in the address, and from nothing else in it.

const isLocal = ['127.0.0.1', 'localhost'].includes(location.hostname)

const locale = choosePageLocale(new URLSearchParams(location.search).get('lang'))
const words = createWords(locale, await loadCatalogue(locale), 'sats')
document.documentElement.lang = locale
document.title = words.t('programme.title')
adoptStyles([...popupStyles, ...screenStyles])

const show = () =>
  render(
    <WordsProvider value={words}>
      <ProgrammePage
        hash={location.hash}
        local={isLocal ? location.origin : null}
        read={answerProgramme}
        isOffer={isAddPage(location.pathname)}
      />
    </WordsProvider>,
    document.getElementById('app')!,
  )
addEventListener('hashchange', show)
show()
