import { dist, root } from './vite.ts'
import { buildWidgetFolder } from './widget-folder.ts'

export const poolOut = `${root}${dist}/widget/pool`

/**
 * Dist/widget/pool: `pool.js`, the element `<hyperstaking-pool>`; `cssTarget`: browsers that its
 * style is written for.
 */
export const buildPoolWidget = (cssTarget: string[]): Promise<void> =>
  buildWidgetFolder({
    name: 'pool',
    from: `${root}src/widget/hyperstaking`,
    out: poolOut,
    cssTarget,
  })
