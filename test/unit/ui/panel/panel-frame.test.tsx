// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { expect, it, vi } from 'vitest'
import { enrolled, NOW } from '../../../../src/dev/gallery/fixtures.ts'
import { commands, deployments, env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { PanelFrame } from '../../../../src/ui/panel/panel-frame.tsx'
import { createPanelPosition } from '../../../../src/ui/panel/panel-position.ts'
import { PopupView } from '../../../../src/ui/popup/popup-view.tsx'
import { click, findControl, mount } from '../../../support/render.tsx'

const press = (element: Element, key: string) =>
  act(
    async () =>
      void element.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
  )

async function frame() {
  const onMove = vi.fn()
  const onClose = vi.fn()
  const view = (
    <PopupView
      state={enrolled}
      commands={commands}
      project={() => new Promise(() => {})}
      env={env}
      now={NOW}
      deployments={deployments}
    />
  )
  return {
    root: await mount(
      <PanelFrame onMove={onMove} onHeight={() => {}} onClose={onClose}>
        {view}
      </PanelFrame>,
    ),
    onMove,
    onClose,
  }
}

it('is moved by dragging its header and by arrow keys', async () => {
  const { root, onMove } = await frame()
  const head = root.querySelector<HTMLElement>('.panel-head')!
  head.setPointerCapture = () => {}
  const point = (type: string, screenX: number, screenY: number) =>
    act(
      async () =>
        void head.dispatchEvent(
          new PointerEvent(type, { screenX, screenY, button: 0, bubbles: true }),
        ),
    )
  await point('pointermove', 5, 5)
  expect(onMove).not.toHaveBeenCalled()
  await point('pointerdown', 10, 10)
  await point('pointermove', 13, 6)
  await point('pointermove', 20, 6)
  await point('pointerup', 20, 6)
  await point('pointermove', 90, 90)
  expect(onMove.mock.calls).toEqual([
    [3, -4],
    [7, 0],
  ])
  await press(findControl(root, 'Move the panel: drag, or arrow keys'), 'ArrowLeft')
  expect(onMove).toHaveBeenLastCalledWith(-24, 0)
})

it('Escape leaves a screen first, then closes the panel', async () => {
  const { root, onClose } = await frame()
  await click(root, 'Opt out')
  await press(root.querySelector('.screen')!, 'Escape')
  expect(onClose).not.toHaveBeenCalled()
  await press(findControl(root, 'Opt out'), 'Escape')
  expect(onClose).toHaveBeenCalledTimes(1)
})

it('stays in sight wherever it is moved', () => {
  const host = document.createElement('div')
  let box = { left: 100, top: 100, width: 360, height: 500 }
  host.getBoundingClientRect = () => box as DOMRect
  const place = createPanelPosition(host, { innerWidth: 800, innerHeight: 700 } as Window)
  place.move(50, 20)
  expect(host.style.getPropertyValue('inset')).toBe('120px auto auto 150px')
  expect(host.style.getPropertyPriority('inset')).toBe('important')
  place.move(-5000, -5000)
  expect(host.style.getPropertyValue('inset')).toBe('8px auto auto 8px')
  box = { ...box, left: 700, top: 590 }
  place.keep()
  expect(host.style.getPropertyValue('inset')).toBe('192px auto auto 432px')
})
