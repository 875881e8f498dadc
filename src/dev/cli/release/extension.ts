import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dist, root } from '../build/vite.ts'
import type { ArchiveEntry } from './zip.ts'

/** Contents of the extension's zips besides the manifest and third-party licences. */
const shipped = ['_locales', 'public/icons', `${dist}/extension`, 'LICENSE']

const browsers = ['chromium', 'firefox'] as const
export type Browser = (typeof browsers)[number]

interface Manifest {
  background: { service_worker?: string; scripts?: string[] }
  minimum_chrome_version?: string
  browser_specific_settings?: unknown
}

/** The manifest without the keys that only the other browser reads: each would warn about them. */
export function manifestFor(
  browser: Browser,
  text = readFileSync(`${root}manifest.json`, 'utf8'),
): string {
  const manifest = JSON.parse(text) as Manifest
  if (browser === 'chromium') {
    delete manifest.background.scripts
    delete manifest.browser_specific_settings
  } else {
    delete manifest.background.service_worker
    delete manifest.minimum_chrome_version
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** Every file of the extension's zip. */
export const extensionEntries = (browser: Browser, licences: string): ArchiveEntry[] => [
  ['manifest.json', Buffer.from(manifestFor(browser))],
  ['THIRD-PARTY-LICENCES.txt', Buffer.from(licences)],
  ...shipped
    .flatMap((path) => filesUnder(path))
    .map((path): ArchiveEntry => [inDist(path), `${root}${path}`]),
]

/** A path's name in an archive: always below dist/, wherever this build was written. */
export const inDist = (path: string): string =>
  path.startsWith(`${dist}/`) ? `dist${path.slice(dist.length)}` : path

/** Files below a path, or the path itself when it is a file; from the root. */
export function filesUnder(path: string): string[] {
  if (statSync(`${root}${path}`).isFile()) return [path]
  return readdirSync(`${root}${path}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${path}${`${entry.parentPath}/${entry.name}`.slice(`${root}${path}`.length)}`)
    .sort()
}
