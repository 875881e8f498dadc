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

function boostHeight(actions: unknown, compact: boolean, hasRatio: boolean): number {
  if (actions === 'all') return 456
  if (actions === 'enroll') return 285
  if (compact) return 152
  return hasRatio ? 282 : 272
}

/**
 * Heights of the yield widget, as its own style has them: of fields and results, of what a file of
 * figures adds, both also when compact; of a named manager, and of a row with buttons.
 */
const yieldRows = {
  wide: { box: 239, read: 55, compactRead: 31, named: 55, row: 42 },
  640: { box: 266, read: 60, compactRead: 35, named: 73, row: 42 },
  430: { box: 317, read: 80, compactRead: 54, named: 98, row: 42 },
  374: { box: 317, read: 95, compactRead: 70, named: 98, row: 84 },
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

export const widgets: Record<WidgetKind, Widget> = {
  boost: {
    framed: boostFrame,
    file: 'boost.js',
    entry: 'twinstack/widget',
    page: 'frame.html',
    title: 'frameTitle',
    heights({ actions, compact, 'golden-ratio': goldenRatio }) {
      const height = boostHeight(actions, compact === true, Boolean(goldenRatio))
      // Two lines break on a telephone.
      return [height, [400, height + 28]]
    },
  },
  pool: {
    framed: poolFrame,
    file: 'pool/pool.js',
    entry: 'twinstack/widget/pool',
    page: 'pool-frame.html',
    title: 'poolFrameTitle',
    heights({ actions, compact }) {
      const all = actions === 'all'
      const buttons = all || actions === 'deposit'
      const onTelephone = all ? 407 : 365
      if (compact && buttons) return [272, [560, 287], [450, onTelephone]]
      if (compact) return [232, [560, 246], [450, 349]]
      if (buttons) return [347, [560, 392], [450, onTelephone + 101]]
      return [305, [560, 350], [450, 424]]
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
      return [at('wide'), [640, at(640)], [430, at(430)], [374, at(374)]]
    },
  },
}
