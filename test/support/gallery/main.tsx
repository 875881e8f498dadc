import { render } from 'preact'
import { loadConsoleCatalogue } from '../../../src/ui/messages/load.ts'
import { chooseLocale } from '../../../src/ui/messages/locales.ts'
import { createWords, WordsProvider } from '../../../src/ui/messages/words.ts'
import { adoptStyles } from '../../../src/ui/styles/adopt.ts'
import { consoleStyles, panelStyles } from '../../../src/ui/styles/sheets.ts'
import { consoleScenes } from './console-scenes.tsx'
import { scenes as popupScenes } from './scenes.tsx'

// ?scene=…&theme=light|dark&locale=…; without a scene: the list of them.
const galleryStyles = [...panelStyles, consoleStyles.at(-1)!]
const scenes = { ...popupScenes, ...consoleScenes }
const query = new URLSearchParams(location.search)
const theme = query.get('theme')
const locale = chooseLocale('auto', [query.get('locale') ?? 'en'])
if (theme) document.documentElement.dataset['theme'] = theme
document.documentElement.lang = locale
adoptStyles(document, galleryStyles)
const scene = scenes[query.get('scene') ?? '']
const words = createWords(locale, await loadConsoleCatalogue(locale), 'sats')
render(
  scene
    ? <WordsProvider value={words}>{scene()}</WordsProvider>
    : <ul>{Object.keys(scenes).map((name) => <li key={name}><a href={`?scene=${name}`}>{name}</a></li>)}</ul>,
  document.body,
)
