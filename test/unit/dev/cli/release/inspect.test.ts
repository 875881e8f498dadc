import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { manifestFor } from '../../../../../src/dev/cli/release/extension.ts'
import { findDevelopmentModules, findTraces } from '../../../../../src/dev/cli/release/inspect.ts'
import {
  licenceNotices,
  packagesOf,
  refusedPackages,
} from '../../../../../src/dev/cli/release/licences.ts'
import { sbom } from '../../../../../src/dev/cli/release/sbom.ts'
import { zipOf } from '../../../../../src/dev/cli/release/zip.ts'

const text = (path: string) => readFileSync(path, 'utf8')
const json = <T>(path: string): T => JSON.parse(text(path)) as T
const rows = (path: string) =>
  [...text(path).matchAll(/^\| `([^`]+)` \| (\S.*) \|$/gm)].map(
    ([, name, why]) => [name!, why!] as const,
  )

describe('the store texts', () => {
  it('give a reason for each permission that the manifest requests, and for no other', () => {
    const manifest = json<{ permissions: string[]; optional_host_permissions: string[] }>(
      'manifest.json',
    )
    const table = rows('docs/store/listing.md')
    expect(table.map(([name]) => name)).toEqual([
      ...manifest.permissions,
      ...manifest.optional_host_permissions,
    ])
  })
})

describe('what is installed', () => {
  it('has exact versions and runs no script; the packages that want to are listed', () => {
    const { dependencies, devDependencies } =
      json<Record<'dependencies' | 'devDependencies', Record<string, string>>>('package.json')
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(version, name).toMatch(/^(npm:typescript@)?\d+\.\d+\.\d+$/)
    expect(text('.npmrc')).toContain('ignore-scripts=true')
    const { packages } = json<{ packages: Record<string, { hasInstallScript?: boolean }> }>(
      'package-lock.json',
    )
    const wishing = new Set(
      Object.entries(packages)
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([path]) => path.split('node_modules/').at(-1)!),
    )
    expect(
      rows('SECURITY.md')
        .map(([name]) => name)
        .filter((name) => wishing.has(name))
        .sort(),
    ).toEqual([...wishing].sort())
  })
})

describe('a release is refused', () => {
  const shipped = (licence: string) => [
    { name: 'x', version: '1.0.0', licence, folder: 'node_modules/x' },
  ]

  it.each([
    'GPL-3.0',
    'GPL-3.0-only',
    'LGPL-2.1',
    'AGPL-3.0',
    'unknown',
    'SEE LICENSE IN LICENSE.md',
    '(MIT OR GPL-3.0)',
  ])('for a package under %s', (licence) => {
    expect(refusedPackages(shipped(licence))).toHaveLength(1)
  })

  it('for development code, and not for code that ships', () => {
    const bad = [
      'src/dev/network/index.ts',
      'src/dev/cli/build.ts',
      'test/support/setup.ts',
      'node_modules/@stacks/clarinet-sdk-wasm/index.js',
      'node_modules/fast-check/lib/x.js',
    ]
    expect(findDevelopmentModules(bad)).toEqual(bad)
    expect(
      findDevelopmentModules([
        'src/protocol/index.ts',
        'src/keeper/main.ts',
        'src/dev/cli/build/no-lodash.ts',
        'node_modules/preact/dist/preact.mjs',
      ]),
    ).toEqual([])
  })

  it('for a path of this machine, a source map, or a link to one', () => {
    const entry = (name: string, content: string) =>
      [name, Buffer.from(content)] as [string, Uint8Array]
    expect(
      findTraces([
        entry('a.js', `"${resolve('src')}/x.ts"`),
        entry('b.js', '//# sourceMappingURL=b.js.map'),
        entry('b.js.map', '{}'),
        entry('c.js', 'export const fine = 1'),
      ]),
    ).toHaveLength(3)
  })
})

describe('the pieces of a release', () => {
  it('a zip has the same bytes whatever the order of its files, and gives them back', () => {
    const entries: [string, Uint8Array][] = [
      ['b/b.txt', Buffer.from('b'.repeat(1000))],
      ['a.txt', Buffer.from('a')],
    ]
    const zip = zipOf(entries)
    expect(zipOf(entries.toReversed())).toEqual(zip)
    expect(
      Object.fromEntries(
        Object.entries(unzipSync(zip)).map(([name, bytes]) => [
          name,
          Buffer.from(bytes).toString(),
        ]),
      ),
    ).toEqual({ 'a.txt': 'a', 'b/b.txt': 'b'.repeat(1000) })
  })

  it('a package is found from a bundle’s modules, nested ones too, with licence and text', () => {
    const found = packagesOf(process.cwd(), [
      'src/widget/index.ts',
      'node_modules/valibot/dist/index.mjs',
      'node_modules/valibot/dist/other.mjs',
      'node_modules/@stacks/network/dist/esm/index.js',
    ])
    expect(found.map(({ name, licence }) => `${name} ${licence}`)).toEqual([
      '@stacks/network MIT',
      'valibot MIT',
    ])
    expect(licenceNotices(process.cwd(), found)).toMatch(/valibot [\d.]+: MIT\n\nMIT License/)
    const list = JSON.parse(
      sbom(
        '1.0.0',
        new Map([
          ['widget', found],
          ['site', found.slice(1)],
        ]),
        { packages: { 'node_modules/valibot': { integrity: 'sha512-AAAA' } } },
      ),
    ) as { components: object[] }
    expect(list.components[1]).toMatchObject({
      name: 'valibot',
      hashes: [{ alg: 'SHA-512', content: '000000' }],
      properties: [{ value: 'widget, site' }],
    })
  })

  it('a manifest for one browser has nothing that only the other reads', () => {
    expect(JSON.parse(manifestFor('firefox'))).toMatchObject({
      background: { scripts: ['dist/extension/background.js'] },
      browser_specific_settings: { gecko: {} },
    })
    expect(JSON.parse(manifestFor('chromium'))).toMatchObject({
      background: { service_worker: 'dist/extension/background.js' },
      minimum_chrome_version: '123',
    })
    expect(manifestFor('chromium')).not.toMatch(/gecko|"scripts"/)
    expect(manifestFor('firefox')).not.toMatch(/service_worker|minimum_chrome/)
  })
})
