import { render } from 'preact'
import { loadScreens } from '../../ui/hooks/use-screens.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { consoleStyles } from '../../ui/styles/console-styles.ts'
import { guideStyles } from '../../ui/styles/guide-styles.ts'
import { panelStyles } from '../../ui/styles/panel-styles.ts'
import { screenStyles } from '../../ui/styles/screen-styles.ts'
import { createWords } from '../../words/create-words.ts'
import { loadConsoleCatalogue, loadGuideCatalogue } from '../../words/load.ts'
import { locales, type Locale } from '../../words/locales.ts'
import { createProjectionClient } from '../../worker/client.ts'
import { consoleDeployScenes } from './console-deploy-scenes.tsx'
import { consoleProgrammeScenes } from './console-programme-scenes.tsx'
import { consoleScenes } from './console-scenes.tsx'
import { hyperstakingScenes, projectPoolsWith } from './hyperstaking-scenes.tsx'
import { projectWith, popupScenes } from './popup-scenes.tsx'
import { programmeScenes } from './programme-scenes.tsx'
import { projectStakingWith, stakingScenes } from './staking-scenes.tsx'
import { speakYield } from './yield-widget-frame.tsx'
import { yieldWidgetScenes } from './yield-widget-scenes.tsx'

const scenes = {
  ...popupScenes,
  ...programmeScenes,
  ...consoleScenes,
  ...consoleDeployScenes,
  ...consoleProgrammeScenes,
  ...hyperstakingScenes,
  ...stakingScenes,
  ...yieldWidgetScenes,
}
const frames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

// The worker that ships answers, so that what is measured here is what a user has.
const client = createProjectionClient(
  () => new Worker(new URL('../../worker/worker.ts', import.meta.url), { type: 'module' }),
)
const open = new Set<object>()
const counted = <T,>(answer: Promise<T>): Promise<T> => {
  const question = {}
  open.add(question)
  return answer.finally(() => open.delete(question))
}
projectWith((request, signal) => counted(client.project(request, { signal })))
projectStakingWith((question, signal) => counted(client.projectStaking(question, { signal })))
projectPoolsWith((input, signal) => counted(client.projectPool(input, 'gallery', { signal })))

/** Shows a scene and resolves when nothing is computed any more and everything is painted. */
async function show(name: string, theme: string | null, locale: Locale): Promise<void> {
  const scene = scenes[name]
  if (!scene) throw new Error(`No scene "${name}"`)
  if (theme) document.documentElement.dataset['theme'] = theme
  document.documentElement.lang = locale
  await Promise.all([loadScreens(), speakYield(locale)])
  const words = createWords(
    locale,
    { ...(await loadConsoleCatalogue(locale)), ...(await loadGuideCatalogue(locale)) },
    'sats',
  )
  render(null, document.body)
  scrollTo(0, 0)
  render(<WordsProvider value={words}>{scene()}</WordsProvider>, document.body)
  await frames()
  while (open.size > 0) await frames()
  await frames()
}

adoptStyles([...panelStyles, ...screenStyles, consoleStyles.at(-1)!, guideStyles.at(-1)!])
const gallery = { scenes: Object.keys(scenes), show }
export type Gallery = typeof gallery
Object.assign(globalThis, { gallery })

// ?scene=…&theme=light|dark&locale=…; without a scene: the list of them.
const query = new URLSearchParams(location.search)
const name = query.get('scene')
if (name)
  await show(
    name,
    query.get('theme'),
    locales.find((locale) => locale === query.get('locale')) ?? 'en',
  )
else
  render(
    <ul>
      {gallery.scenes.map((each) => (
        <li key={each}>
          <a href={`?scene=${each}`}>{each}</a>
        </li>
      ))}
    </ul>,
    document.body,
  )
