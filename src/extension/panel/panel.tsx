import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { panelStyles } from '../../ui/styles/panel-styles.ts'
import { loadStart } from '../../words/load.ts'
import { createCommands, requestResult, type SendCommand } from '../views/commands.ts'
import { createDuskCommands } from '../views/dusk-commands.ts'
import { loadLanguage } from '../views/load-language.ts'
import { markPaint } from '../views/mark-paint.ts'
import { panelPages } from '../views/pages.ts'
import {
  projectInWorker,
  projectPoolInWorker,
  projectStakingInWorker,
} from '../views/project-in-worker.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { createStakingCommands } from '../views/staking-commands.ts'
import { storageSource } from '../views/storage-source.ts'
import { ViewRoot } from '../views/view-root.tsx'
import { awaitHandover, type OpenedPanel } from './await-handover.ts'
import { watchFramePlace } from './frame-place.ts'
import { guardPanel } from './guard-panel.ts'

// The document in the panel's frame. Until the background has accepted what the content script
// hands over, it reads nothing of the user and shows nothing: any page may frame it.

adoptStyles(panelStyles)
void awaitHandover().then((opened) =>
  open(opened).catch(async (error: unknown) => {
    await showUnreadableStorage(document.getElementById('view')!)
    throw error
  }),
)

async function open({ token, zoom, host, place, onPlaceSeen }: OpenedPanel): Promise<void> {
  const { store, ready } = followState(storageSource())
  const send: SendCommand = (command) => requestResult({ type: 'panel/command', token, command })
  // The background knows the panel's tab.
  const commands = createCommands(async () => null, send)
  const duskCommands = createDuskCommands(async () => null, projectPoolInWorker, send)
  const stakingCommands = createStakingCommands(async () => null, projectStakingInWorker, send)
  const tabHost = Promise.resolve(host)
  await ready
  const spoken = await loadLanguage(store.getState().state?.settings.locale ?? 'auto', loadStart)
  const view = document.getElementById('view')!
  const initialRatio = window.devicePixelRatio
  const scale = () => (zoom * window.devicePixelRatio) / initialRatio
  const framePlace = watchFramePlace(scale)
  onPlaceSeen(framePlace.expect)
  const tellZoom = () => place({ type: 'zoom', zoom: scale() })
  tellZoom()
  window.addEventListener('resize', tellZoom)
  // As long as the document lives.
  const { signal } = new AbortController()
  guardPanel(document.getElementById('app')!, spoken, framePlace, signal)
  render(
    <ViewRoot
      store={store}
      commands={commands}
      duskCommands={duskCommands}
      stakingCommands={stakingCommands}
      project={projectInWorker}
      spoken={spoken}
      frame={document.documentElement}
      pages={panelPages}
      tabHost={tabHost}
      panel={{
        onMove: (dx, dy) => place({ type: 'move', dx: dx / scale(), dy: dy / scale() }),
        onHeight: (height) => place({ type: 'resize', height }),
        onClose: () => place({ type: 'close' }),
      }}
    />,
    view,
  )
  view.querySelector('button')?.focus()
  markPaint('panel-paint')
  void commands.opened()
}
