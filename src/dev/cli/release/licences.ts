import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ShippedPackage {
  name: string
  version: string
  licence: string
  /** From the repository's root. */
  folder: string
}

/** Licences whose code may ship inside an MIT product for no more than a notice. */
const allowed = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  '(MIT OR Apache-2.0)',
  'MIT OR Apache-2.0',
  '(Apache-2.0 AND MIT)',
])

/**
 * Packages whose package.json has no licence or an unusual form of one, with what their licence
 * file says; each was read for its version.
 */
const read: Record<string, string> = {}

/** Packages whose modules a build included. Our own modules are left out. */
export function packagesOf(root: string, modules: Iterable<string>): ShippedPackage[] {
  const found = new Map<string, ShippedPackage>()
  for (const module of modules) {
    const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0]
    const file = join(root, folder ?? '', 'package.json')
    if (folder === undefined || found.has(folder) || !existsSync(file)) continue
    const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as {
      name: string
      version: string
      license?: string | { type: string }
    }
    const said = typeof license === 'string' ? license : license?.type
    found.set(folder, {
      name,
      version,
      licence: read[`${name}@${version}`] ?? said ?? 'unknown',
      folder,
    })
  }
  return [...found.values()].sort(
    (a, b) => compareTexts(a.name, b.name) || compareTexts(a.version, b.version),
  )
}

// By code units, so that the order is the same on every machine.
const compareTexts = (one: string, other: string): number =>
  Number(one > other) - Number(one < other)

/**
 * Packages that must not ship: those without a licence, or with one that is not on the list (GPL is
 * not).
 */
export const refusedPackages = (packages: readonly ShippedPackage[]): ShippedPackage[] =>
  packages.filter(({ licence }) => !allowed.has(licence))

/** One text with the licence of every package, as most of them require. */
export function licenceNotices(root: string, packages: readonly ShippedPackage[]): string {
  const texts = packages.map(({ name, version, licence, folder }) => {
    const file = readdirSync(join(root, folder))
      .sort()
      .find((each) => /^(licen[cs]e|copying)/i.test(each) && !each.endsWith('.js'))
    const text = file
      ? readFileSync(join(root, folder, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim()
      : 'The package brings no text of its licence.'
    return `${name} ${version}: ${licence}\n\n${text}\n`
  })
  return `Code of these packages is part of Twinstack.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`
}
