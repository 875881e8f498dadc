import type { Output } from '../build/outputs.ts'
import type { Threat } from './threats.ts'

/** Outputs that browser tests run, in the order in which they are built. */
export const testedOutputs: readonly Output[] = ['extension', 'widget', 'site', 'demo-wallet']

// The site contains the widget.
const widget: readonly Output[] = ['widget', 'site']

/** Outputs with a source in them; undefined: it may be in any. */
function outputsWith(source: string): readonly Output[] | undefined {
  if (source === 'manifest.json') return []
  if (source.startsWith('src/extension/')) return ['extension']
  if (source.startsWith('src/widget/')) return widget
  return source.startsWith('src/site/') ? ['site'] : undefined
}

/**
 * What to build before a row's test once these sources have changed; of shared ones what the row is
 * about. A row that this mistakes for one of the other kind shows as a survivor.
 */
export function outputsOf(sources: readonly string[], { threat, file }: Threat): Output[] {
  const tested = /widget/i.test(`${threat} ${file}`) ? widget : ['extension' as const]
  const changed = new Set(sources.flatMap((source) => outputsWith(source) ?? tested))
  return testedOutputs.filter((output) => changed.has(output))
}
