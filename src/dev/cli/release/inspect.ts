import { homedir } from 'node:os'
import { root } from '../build/vite.ts'
import { contentOf, type ArchiveEntry } from './zip.ts'

/**
 * Folders of the repository that may be part of what ships, the contracts that the console deploys,
 * the few stand-ins of the build, and package.json, of which the version alone is imported.
 */
const shipping = [
  /^src\/(words|protocol|chain|worker|wallet|app|ui|extension|widget|site|keeper)\//,
  /^src\/contracts\/[\w/-]+\.clar$/,
  /^src\/dev\/cli\/build\/no-[\w-]+\.ts$/,
  /^package\.json$/,
  /^node_modules\//,
]
const development = [
  /node_modules\/@stacks\/(clarinet|blockchain-api|rendezvous)/,
  /node_modules\/(vitest|fast-check|playwright)/,
]

/**
 * Modules for development only, and those of clarinet-sdk's family whatever their licence says:
 * none of them may ship.
 */
export const findDevelopmentModules = (modules: readonly string[]): string[] =>
  modules.filter(
    (module) =>
      !shipping.some((pattern) => pattern.test(module)) ||
      development.some((pattern) => pattern.test(module)),
  )

/** Files that mention a path on this machine, or a source map. */
export function findTraces(entries: readonly ArchiveEntry[]): string[] {
  const places = [root, root.replace(/\/$/, ''), homedir()].filter((place) => place.length > 1)
  return entries.flatMap((entry) => {
    const [name] = entry
    if (!/\.(js|html|css|json|ts|txt|md)$/.test(name)) return name.endsWith('.map') ? [name] : []
    const text = Buffer.from(contentOf(entry)).toString('utf8')
    const found = [
      ...places.filter((place) => text.includes(`${place}/`)),
      ...(/[#@]\s*sourceMappingURL=/.test(text) ? ['a source map'] : []),
    ]
    return found.map((what) => `${name}: ${what}`)
  })
}
