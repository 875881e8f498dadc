import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'

export interface PanelPlacement {
  /** Moves the panel by these screen pixels; the owner keeps it in sight. */
  onMove(dx: number, dy: number): void
  /** Told the height of its whole content, CSS pixels. */
  onHeight(height: number): void
  onClose(): void
}

const STEP = 24
/** Above and below, CSS pixels. */
const BORDERS = 2
const arrows: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/**
 * The panel around what it shows: its header drags it, arrow keys on the grip move it, Escape
 * closes it. It moves with the pointer, so that distances are measured on the screen.
 */
export function PanelFrame({
  onMove,
  onHeight,
  onClose,
  children,
}: PanelPlacement & { children: ComponentChildren }) {
  const { t } = useWords()
  const last = useRef<{ x: number; y: number } | null>(null)
  const head = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new ResizeObserver(() =>
      onHeight(head.current!.offsetHeight + content.current!.offsetHeight + BORDERS),
    )
    observer.observe(content.current!)
    return () => observer.disconnect()
  }, [onHeight])
  const drag = ({ screenX: x, screenY: y }: PointerEvent) => {
    if (!last.current) return
    if (x !== last.current.x || y !== last.current.y) onMove(x - last.current.x, y - last.current.y)
    last.current = { x, y }
  }
  return (
    <div
      class="panel"
      role="dialog"
      aria-label={t('app.name')}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <div
        class="panel-head"
        ref={head}
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as Element).closest('.panel-close')) return
          last.current = { x: event.screenX, y: event.screenY }
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={drag}
        onPointerUp={(event) => {
          drag(event)
          last.current = null
        }}
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
      <div class="panel-body">
        <div ref={content}>{children}</div>
      </div>
    </div>
  )
}
