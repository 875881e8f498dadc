import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/**
 * The visible rows among any number of rows of one height; `scroller` is the element that scrolls.
 */
export function useVirtualRows(
  count: number,
  rowHeight: number,
  scroller: { current: HTMLElement | null },
): { items: VirtualItem[]; height: number; showRow: (index: number) => void } {
  const [, render] = useState(0)
  const kept = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null)
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: 8,
    onChange: () => render((n) => n + 1),
  }
  const virtualizer = (kept.current ??= new Virtualizer(options))
  virtualizer.setOptions(options)
  // An adapter drives the library by these two; that is how it names them.
  // oxlint-disable no-underscore-dangle
  useLayoutEffect(() => virtualizer._didMount(), [])
  useLayoutEffect(() => virtualizer._willUpdate())
  // oxlint-enable no-underscore-dangle
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    showRow: (index) => virtualizer.scrollToIndex(index),
  }
}
