import { toQuery } from '../../widget/frame/options.ts'
import type { FrameOptions } from '../../widget/frame/options.ts'

export const ways = ['script', 'npm', 'frame'] as const
export type Way = (typeof ways)[number]

/** What the code points to: the widget's files, their version and the hash of `boost.js`. */
export interface Release {
  version: string
  integrity: string
  /** Address of the widget's folder and of the frame page. */
  base: string
  frame: string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Height that the widget has when it is ready, in CSS pixels: what a page reserves before. */
export const heightOf = ({ actions, compact }: FrameOptions): number => (actions === 'all' ? 456 : actions === 'enroll' ? 284 : compact ? 152 : 272)

/** The element with the options that differ from none. */
function element(options: FrameOptions): string {
  const attributes = Object.entries(options).flatMap(([name, value]) => (value === true ? [name] : value === undefined || value === false || value === '' ? [] : [`${name}="${escape(value)}"`]))
  return `<dual-stacking-boost${attributes.map((each) => ` ${each}`).join('')}></dual-stacking-boost>`
}

/** The code that a partner copies. */
export function codeFor(way: Way, options: FrameOptions, { version, integrity, base, frame }: Release): string {
  const height = heightOf(options)
  // Two lines break on a telephone.
  const reserve = `<style>\n  dual-stacking-boost:not(:defined) { display: block; min-block-size: ${height}px }\n  @media (max-width: 400px) { dual-stacking-boost:not(:defined) { min-block-size: ${height + 28}px } }\n</style>`
  if (way === 'script') return `<script type="module" src="${escape(base)}boost.js"\n  integrity="${integrity}" crossorigin="anonymous"></script>\n${element(options)}\n${reserve}\n`
  if (way === 'npm') return `npm install --save-exact twinstack@${version}\n\nimport 'twinstack/widget'\n\n${element(options)}\n${reserve}\n`
  const query = toQuery(options)
  query.set('origin', 'https://your-site.example')
  return `<iframe src="${escape(`${frame}?${query}`)}"\n  title="Dual Stacking boost calculator" width="100%" height="${heightOf(options)}" loading="lazy"\n  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>\n`
}
