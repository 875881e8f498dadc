import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExtension } from './build/extension.ts'
import { buildKeeper } from './build/keeper.ts'
import { buildLibrary } from './build/lib.ts'
import { listShippedModules } from './build/shipped-modules.ts'
import { buildSite } from './build/site.ts'
import { dist, root } from './build/vite.ts'
import { buildWidget } from './build/widget.ts'
import { extensionEntries, filesUnder } from './release/extension.ts'
import { findDevelopmentModules, findTraces } from './release/inspect.ts'
import { licenceNotices, packagesOf, refusedPackages } from './release/licences.ts'
import { packageEntries, packTarball } from './release/package.ts'
import { sbom } from './release/sbom.ts'
import { contentOf, zipOf, type ArchiveEntry } from './release/zip.ts'

/**
 * `npm run release`: builds what ships and packs it into dist/release: a zip for each browser, the
 * widget's files with their hashes for script tags, the site, the npm package, the bill of
 * materials (CycloneDX) and the hashes of all of it. The same sources give the same bytes. It
 * refuses to make a release with development code, a licence that is not allowed, or a trace of
 * this machine.
 */
// Otherwise a shell's own NODE_ENV would decide which code of the libraries ships.
process.env['NODE_ENV'] = 'production'
const { values } = parseArgs({ options: { out: { type: 'string', default: `${dist}/release` } } })
const out = resolve(root, values.out)
const LARGEST_ZIP = 1_600_000

await buildExtension()
await buildWidget()
await buildLibrary()
await buildKeeper()
await buildSite()

const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
const parts = new Map(
  ['extension', 'widget', 'lib', 'keeper', 'site'].map((part) => [
    part,
    packagesOf(root, listShippedModules(part)),
  ]),
)
const licencesOf = (...named: string[]) =>
  licenceNotices(
    root,
    packagesOf(
      root,
      named.flatMap((part) => listShippedModules(part)),
    ),
  )
const widgetEntries = filesUnder(`${dist}/widget`)
  .filter((path) => path.endsWith('.js'))
  .map((path): ArchiveEntry => [path.slice(`${dist}/widget/`.length), `${root}${path}`])
const siteEntries: ArchiveEntry[] = [
  ...filesUnder(`${dist}/site`).map((path): ArchiveEntry => [
    path.slice(`${dist}/site/`.length),
    `${root}${path}`,
  ]),
  ['THIRD-PARTY-LICENCES.txt', Buffer.from(licencesOf('site'))],
]
const chromium = extensionEntries('chromium', licencesOf('extension'))
const firefox = extensionEntries('firefox', licencesOf('extension'))
const published = packageEntries(licencesOf('widget', 'lib', 'keeper'))

const wrong = [
  ...[...parts.keys()].flatMap((part) =>
    findDevelopmentModules(listShippedModules(part)).map(
      (module) => `${part} contains ${module}, which is for development`,
    ),
  ),
  ...[...parts].flatMap(([part, packages]) =>
    refusedPackages(packages).map(
      ({ name, version: of, licence }) =>
        `${part} contains ${name} ${of}, whose licence is ${licence}`,
    ),
  ),
  ...findTraces([...chromium, ...widgetEntries, ...siteEntries, ...published]).map(
    (trace) => `this machine shows in ${trace}`,
  ),
]

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
const files: string[] = []
const write = (name: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), bytes)
  files.push(name)
}
for (const [browser, entries] of [
  ['chromium', chromium],
  ['firefox', firefox],
  ['site', siteEntries],
] as const) {
  const bytes = zipOf(entries)
  write(`twinstack-${version}-${browser}.zip`, bytes)
  if (browser !== 'site' && bytes.length > LARGEST_ZIP)
    wrong.push(`the zip for ${browser} has ${bytes.length} bytes, over ${LARGEST_ZIP}`)
}
for (const entry of widgetEntries) write(`widget/${version}/${entry[0]}`, contentOf(entry))
const integrity = Object.fromEntries(
  widgetEntries.map((entry) => [
    entry[0],
    `sha384-${createHash('sha384').update(contentOf(entry)).digest('base64')}`,
  ]),
)
write(`widget/${version}/integrity.json`, `${JSON.stringify(integrity, null, 2)}\n`)
write(`widget/${version}/THIRD-PARTY-LICENCES.txt`, licencesOf('widget'))
write(
  `twinstack-${version}.cdx.json`,
  sbom(
    version,
    parts,
    JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as Parameters<typeof sbom>[2],
  ),
)
files.push(packTarball(published, out))
const hashed = files.toSorted().map((name) => ({ name, bytes: readFileSync(join(out, name)) }))
writeFileSync(
  join(out, 'SHA256SUMS'),
  hashed
    .map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    .join(''),
)

for (const { name, bytes } of hashed) console.log(`${String(bytes.length).padStart(9)} B  ${name}`)
for (const sentence of wrong) console.error(`Not to be released: ${sentence}.`)
if (wrong.length > 0) {
  rmSync(out, { recursive: true, force: true })
  process.exit(1)
}
