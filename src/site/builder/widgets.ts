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

/** Of a row with buttons. */
const BUTTONS = 42

function yieldHeight(compact: boolean, isRead: boolean, isNamed: boolean): [number, number] {
  if (compact) return isRead ? [220, 337] : [171, 249]
  if (isRead && isNamed) return [349, 509]
  return isRead ? [288, 405] : [239, 317]
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
    heights({ actions, compact, manager, 'snapshot-url': snapshot }) {
      const [wide, narrow] = yieldHeight(compact === true, Boolean(snapshot), Boolean(manager))
      const buttons = actions === 'stake' || actions === 'all' ? BUTTONS : 0
      return [wide + buttons, [450, narrow + buttons]]
    },
  },
}
