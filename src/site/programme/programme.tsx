import { render } from 'preact'
import { isAddPage } from '../../app/dual-stacking/programme/add-link.ts'
import type { ProgrammeTarget } from '../../app/dual-stacking/programme/programme-target.ts'
import { createStacksClient } from '../../chain/stacks/client.ts'
import { makeDeployment } from '../../chain/stacks/custom-deployment.ts'
import { readProgrammeProfile } from '../../chain/stacks/programme/read-programme-profile.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { popupStyles } from '../../ui/styles/popup-styles.ts'
import { screenStyles } from '../../ui/styles/screen-styles.ts'
import { createWords } from '../../words/create-words.ts'
import { loadCatalogue } from '../../words/load.ts'
import { choosePageLocale } from '../translate-page.ts'
import { ProgrammePage } from './programme-page.tsx'

// The page of a programme, and the one that hands it over: the same, with how it is added. What is
// asked, and whom, follows from network and contract in the address, and from nothing else in it.

const isLocal = ['127.0.0.1', 'localhost'].includes(location.hostname)

async function read(target: ProgrammeTarget): Promise<unknown> {
  const made = makeDeployment({ ...target, label: '' })
  if (!made.ok) return { ok: false, problem: 'contract-missing' }
  const client = createStacksClient({ bases: made.deployment.apiBases })
  const { reading, problem } = await readProgrammeProfile(client, made.deployment)
  return reading ? { ok: true, reading } : { ok: false, problem }
}

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
        read={read}
        isOffer={isAddPage(location.pathname)}
      />
    </WordsProvider>,
    document.getElementById('app')!,
  )
addEventListener('hashchange', show)
show()
