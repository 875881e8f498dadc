import { boostFrame } from '../../widget/frame/boost-frame.ts'
import type { FramedWidget, Options } from '../../widget/frame/options.ts'
import { poolFrame } from '../../widget/frame/pool-frame.ts'

export const widgetKinds = ['boost', 'pool'] as const
export type WidgetKind = (typeof widgetKinds)[number]

/** What the builder's code says of a widget. */
interface Widget {
  framed: FramedWidget
  /**
   * Its script in the folder of the widget's files, its npm entry, its iframe page, and how that
   * frame is called.
   */
  file: string
  entry: string
  page: string
  name: string
  /**
   * Heights that it has when it is ready, in CSS pixels: what a page reserves before. In any
   * window, then in windows up to a width, wider ones first.
   */
  heights(options: Options): [height: number, ...narrow: [width: number, height: number][]]
}

export const widgets: Record<WidgetKind, Widget> = {
  boost: {
    framed: boostFrame,
    file: 'boost.js',
    entry: 'twinstack/widget',
    page: 'frame.html',
    name: 'Dual Stacking boost calculator',
    heights({ actions, compact, 'golden-ratio': goldenRatio }) {
      const height =
        actions === 'all'
          ? 456
          : actions === 'enroll'
            ? 285
            : compact
              ? 152
              : goldenRatio
                ? 282
                : 272
      // Two lines break on a telephone.
      return [height, [400, height + 28]]
    },
  },
  pool: {
    framed: poolFrame,
    file: 'pool/pool.js',
    entry: 'twinstack/widget/pool',
    page: 'pool-frame.html',
    name: 'Hyperstaking pool calculator',
    heights({ actions, compact }) {
      const all = actions === 'all'
      const buttons = all || actions === 'deposit'
      if (compact)
        return buttons ? [272, [560, 287], [450, all ? 407 : 365]] : [232, [560, 246], [450, 349]]
      return buttons ? [347, [560, 392], [450, all ? 508 : 466]] : [305, [560, 350], [450, 424]]
    },
  },
}
