import type { Output } from '../build/outputs.ts'
import { listShippedModules } from '../build/shipped-modules.ts'

type Watched = Exclude<Output, 'lib'>

/** What a browser shows during development; the npm entries are not part of it. */
export const watchedOutputs: readonly Watched[] = ['extension', 'widget', 'site', 'demo-wallet']

const folders: readonly [folder: string, outputs: readonly Watched[]][] = [
  ['src/dev/demo-wallet/', ['demo-wallet']],
  ['src/dev/', []],
  ['src/extension/', ['extension']],
  ['src/widget/', ['widget', 'site']],
  ['src/site/', ['site']],
  ['public/', ['extension']],
  ['_locales/', ['extension']],
  ['manifest.json', ['extension']],
]

/**
 * The outputs that a changed file goes into. In rooms that several outputs share: those whose last
 * build in this process contained it; all of them when none did, as with a new file.
 */
export function affectedOutputs(file: string): readonly Watched[] {
  const known = folders.find(([folder]) => file.startsWith(folder))
  if (known) return known[1]
  if (!file.startsWith('src/')) return []
  const containing = watchedOutputs.filter((output) => listShippedModules(output).includes(file))
  return containing.length > 0 ? containing : watchedOutputs
}
