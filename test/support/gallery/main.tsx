import { render } from 'preact'
import { catalogue } from '../../../src/ui/messages/en/index.ts'
import { createWords, WordsProvider } from '../../../src/ui/messages/words.ts'
import { adoptStyles } from '../../../src/ui/styles/adopt.ts'
import { popupStyles } from '../../../src/ui/styles/sheets.ts'
import { scenes } from './scenes.tsx'

// ?scene=…&theme=light|dark; without a scene: the list of them.
const query = new URLSearchParams(location.search)
const theme = query.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
adoptStyles(document, popupStyles)
const scene = scenes[query.get('scene') ?? '']
const words = createWords('en', catalogue, 'sats')
render(
  scene
    ? <WordsProvider value={words}>{scene()}</WordsProvider>
    : <ul>{Object.keys(scenes).map((name) => <li key={name}><a href={`?scene=${name}`}>{name}</a></li>)}</ul>,
  document.body,
)
