import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { createPanelPosition } from '../../ui/panel/panel-position.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { panelStyles } from '../../ui/styles/styles.ts'
import { watchVisibility } from '../../ui/watch-visibility.ts'
import { createWords } from '../../words/create-words.ts'
import { createCommands } from '../views/commands.ts'
import { createDuskCommands } from '../views/dusk-commands.ts'
import { loadLanguage } from '../views/load-language.ts'
import { projectInBackground, projectPoolInBackground } from '../views/project-in-background.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { storageSource } from '../views/storage-source.ts'
import { ViewRoot } from '../views/view-root.tsx'

// Injected on demand into the page's top frame, in the extension's own world. Injected again, it
// takes the panel away.

interface Panel {
  remove(): void
}
const world = globalThis as { twinstackPanel?: Panel | undefined }

/**
 * The panel in a closed shadow root: the page's scripts do not reach into it, and its styles and
 * ours do not meet.
 */
function mount(): Panel {
  const host = document.createElement('div')
  // The page's style sheets cannot win against these.
  for (const [name, value] of [
    ['all', 'initial'],
    ['position', 'fixed'],
    ['inset', '16px 16px auto auto'],
    ['z-index', '2147483647'],
  ] as const)
    host.style.setProperty(name, value, 'important')
  const root = host.attachShadow({ mode: 'closed' })
  adoptStyles(root, panelStyles)
  const content = document.createElement('div')
  root.append(content)
  // The page's shortcuts do not see what is typed here.
  for (const name of ['keydown', 'keyup', 'keypress', 'input', 'change', 'paste', 'copy'] as const)
    root.addEventListener(name, (event) => event.stopPropagation())
  document.documentElement.append(host)

  // Nor may a page click anything here, or lure a person's click to where they do not see what they
  // click.
  const life = new AbortController()
  const seen = watchVisibility([content], life.signal, () => {})
  const covered = document.createElement('p')
  covered.className = 'panel-covered'
  covered.setAttribute('role', 'alert')
  covered.hidden = true
  root.append(covered)
  root.addEventListener(
    'click',
    (event) => {
      covered.hidden = !event.isTrusted || seen.wasVisibleAt(content, event.timeStamp)
      if (event.isTrusted && covered.hidden) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )

  const place = createPanelPosition(host, window)
  window.addEventListener('resize', place.keep)
  const around = { onMove: place.move, onClose: () => panel.remove() }
  const { store, ready, stop } = followState(storageSource())
  const commands = createCommands(async () => null)
  const duskCommands = createDuskCommands(async () => null, projectPoolInBackground)
  const showUnreadable = async (error: unknown) => {
    await showUnreadableStorage(content)
    throw error
  }
  void ready.then(async () => {
    const spoken = await loadLanguage(store.getState().state?.settings.locale ?? 'auto')
    covered.textContent = createWords(spoken.locale, spoken.catalogue, 'sats').t('panel.covered')
    render(
      <ViewRoot
        store={store}
        commands={commands}
        duskCommands={duskCommands}
        project={projectInBackground}
        spoken={spoken}
        frame={host}
        panel={around}
      />,
      content,
    )
    content.querySelector('button')?.focus()
    void commands.opened()
  }, showUnreadable)
  const panel: Panel = {
    remove() {
      life.abort()
      stop()
      window.removeEventListener('resize', place.keep)
      render(null, content)
      host.remove()
      world.twinstackPanel = undefined
    },
  }
  return panel
}

if (world.twinstackPanel) world.twinstackPanel.remove()
else world.twinstackPanel = mount()
