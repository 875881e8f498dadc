import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'

interface PanelFrameProps {
  /** Moves the panel by these CSS pixels; the owner keeps it in sight. */
  onMove: (dx: number, dy: number) => void
  onClose: () => void
  children: ComponentChildren
}

const STEP = 24
const arrows: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/**
 * The panel's frame on a page: its header drags it, arrow keys on the grip move it, Escape closes
 * it.
 */
export function PanelFrame({ onMove, onClose, children }: PanelFrameProps) {
  const { t } = useWords()
  const last = useRef<{ x: number; y: number } | null>(null)
  return (
    <div
      class="panel"
      role="dialog"
      aria-label={t('app.name')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <div
        class="panel-head"
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as Element).closest('.panel-close')) return
          last.current = { x: event.clientX, y: event.clientY }
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (!last.current) return
          onMove(event.clientX - last.current.x, event.clientY - last.current.y)
          last.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerUp={() => void (last.current = null)}
        onPointerCancel={() => void (last.current = null)}
      >
        <button
          type="button"
          class="icon-btn"
          aria-label={t('panel.move')}
          title={t('panel.move')}
          onKeyDown={(event) => {
            const by = arrows[event.key]
            if (!by) return
            event.preventDefault()
            onMove(...by)
          }}
        >
          <Icon name="grip" />
        </button>
        <span class="panel-close">
          <IconButton label={t('panel.close')} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </span>
      </div>
      <div class="panel-body">{children}</div>
    </div>
  )
}
