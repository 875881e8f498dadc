import { boostFrame } from '../../widget/frame/boost-frame.ts'
import type { FramedWidget, Options } from '../../widget/frame/options.ts'
import { poolFrame } from '../../widget/frame/pool-frame.ts'
import { yieldFrame } from '../../widget/frame/yield-frame.ts'
import type { builder } from '../../words/en/builder.ts'

export const widgetKinds = ['boost', 'pool', 'yield'] as const
export type WidgetKind = (typeof widgetKinds)[number]

/** What the builder's code says of a widget. */
export interface Widget {
  framed: FramedWidget
  /**
   * Its script in the folder of the widget's files, its npm entry, and its iframe page.
   */
  file: string
  entry: string
  page: string
  /** What screen readers call its frame. */
  title: keyof typeof builder
  /**
   * Heights that it has when it is ready, in CSS pixels: what a page reserves before. In any
   * window, then in windows up to a width, wider ones first.
   */
  heights(options: Options): [height: number, ...narrow: [width: number, height: number][]]
}

type Heights = ReturnType<Widget['heights']>

function boostHeights(actions: unknown, compact: boolean, hasRatio: boolean): Heights {
  if (compact) return [152, [375, 221]]
  if (actions === 'all') return [330, [720, 372], [460, 413], [375, 483]]
  if (actions === 'enroll') return [287, [400, 320], [375, 389]]
  return hasRatio ? [286, [375, 356]] : [270, [520, 320], [375, 389]]
}

/**
 * Heights of the yield widget: of fields and results, of what a file of figures adds, also when
 * compact, of a named manager, and of a row with buttons.
 */
const yieldRows = {
  wide: { box: 242, read: 59, compactRead: 34, named: 31, row: 42 },
  700: { box: 242, read: 92, compactRead: 68, named: 57, row: 42 },
  616: { box: 294, read: 112, compactRead: 87, named: 74, row: 42 },
  440: { box: 321, read: 85, compactRead: 60, named: 100, row: 42 },
  390: { box: 321, read: 119, compactRead: 94, named: 100, row: 42 },
  374: { box: 321, read: 119, compactRead: 94, named: 100, row: 84 },
}
const COMPACT_SAVES = 50
/** Buttons come after a line of their own where there is no source. */
const GAP = 25

function yieldHeight(
  { box, read, compactRead, named, row }: (typeof yieldRows)[keyof typeof yieldRows],
  { actions, compact, manager, 'snapshot-url': snapshot }: Options,
): number {
  const readHeight = compact ? compactRead : read
  const hasButtons = actions === 'stake' || actions === 'all'
  return [
    compact ? box - COMPACT_SAVES : box,
    snapshot ? readHeight : 0,
    manager ? named : 0,
    hasButtons ? row : 0,
    hasButtons && !compact && !snapshot ? GAP : 0,
  ].reduce((sum, height) => sum + height)
}

/** Of a row with buttons of the pool's widget. */
const BUTTONS = 42

/** With something below everything that a widget has otherwise. */
const withMore = ([height, ...narrow]: Heights, more: number): Heights => [
  height + more,
  ...narrow.map(([width, high]): [number, number] => [width, high + more]),
]

export const widgets: Record<WidgetKind, Widget> = {
  boost: {
    framed: boostFrame,
    file: 'boost.js',
    entry: 'twinstack/widget',
    page: 'frame.html',
    title: 'frameTitle',
    heights: ({ actions, compact, 'golden-ratio': goldenRatio }) =>
      boostHeights(actions, compact === true, Boolean(goldenRatio)),
  },
  pool: {
    framed: poolFrame,
    file: 'pool/pool.js',
    entry: 'twinstack/widget/pool',
    page: 'pool-frame.html',
    title: 'poolFrameTitle',
    heights({ actions, compact }) {
      const plain: Heights = compact ? [236, [600, 280], [420, 358]] : [343, [600, 387], [420, 465]]
      return actions === 'deposit' || actions === 'all' ? withMore(plain, BUTTONS) : plain
    },
  },
  yield: {
    framed: yieldFrame,
    file: 'yield/yield.js',
    entry: 'twinstack/widget/yield',
    page: 'yield-frame.html',
    title: 'yieldFrameTitle',
    heights(options) {
      const at = (width: keyof typeof yieldRows) => yieldHeight(yieldRows[width], options)
      const narrow = [700, 616, 440, 390, 374] as const
      return [at('wide'), ...narrow.map((width): [number, number] => [width, at(width)])]
    },
  },
}
