import { isAbsolute, relative } from 'node:path'
import type { Plugin } from 'vite'
import { root } from './vite.ts'

const modules = new Map<string, Set<string>>()

/**
 * Modules from which the builds of this process made an output's code, as paths from the
 * repository's root: what ships, before minification.
 */
export const listShippedModules = (output: string): string[] =>
  [...(modules.get(output) ?? [])].sort()

/** Build options that record which modules its code contains, those of its workers included. */
export function recordModules(output: string) {
  const plugins = (): Plugin[] => [
    {
      name: 'twinstack:recorded',
      generateBundle(_options, bundle) {
        const found = modules.get(output) ?? new Set()
        modules.set(output, found)
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue
          for (const id of file.moduleIds)
            if (isAbsolute(id)) found.add(relative(root, id.replace(/\?.*$/, '')))
        }
      },
    },
  ]
  return { plugins: plugins(), worker: { plugins } }
}
