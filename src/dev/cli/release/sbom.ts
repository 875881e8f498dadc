import type { ShippedPackage } from './licences.ts'

interface Lock {
  packages: Record<string, { integrity?: string }>
}

/**
 * CycloneDX 1.6 bill of materials of the release: each package with its licence, the hash of the
 * archive it came in, and the parts that contain code of it. Without a date and a serial number, so
 * that the same release has the same list.
 */
export function sbom(
  version: string,
  parts: ReadonlyMap<string, readonly ShippedPackage[]>,
  lock: Lock,
): string {
  const components = new Map<string, { entry: ShippedPackage; parts: string[] }>()
  for (const [part, packages] of parts) {
    for (const entry of packages) {
      const key = `${entry.name}@${entry.version}`
      const known = components.get(key)
      if (!known) components.set(key, { entry, parts: [part] })
      else if (!known.parts.includes(part)) known.parts.push(part)
    }
  }
  const sorted = [...components].sort(([one], [other]) => (one < other ? -1 : 1))
  const own = `pkg:npm/twinstack@${version}`
  const purl = (name: string, of: string) => `pkg:npm/${name.replace('@', '%40')}@${of}`
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
      metadata: {
        component: {
          type: 'application',
          'bom-ref': own,
          name: 'twinstack',
          version,
          licenses: [{ license: { id: 'MIT' } }],
          purl: own,
        },
      },
      components: sorted.map(([, { entry, parts: within }]) => ({
        type: 'library',
        'bom-ref': purl(entry.name, entry.version),
        name: entry.name,
        version: entry.version,
        hashes: sha512(lock.packages[entry.folder]?.integrity),
        licenses: [
          /[ (]/.test(entry.licence)
            ? { expression: entry.licence.replace(/^\((.*)\)$/, '$1') }
            : { license: { id: entry.licence } },
        ],
        purl: purl(entry.name, entry.version),
        properties: [{ name: 'twinstack:part', value: within.join(', ') }],
      })),
      dependencies: [
        { ref: own, dependsOn: sorted.map(([, { entry }]) => purl(entry.name, entry.version)) },
      ],
    },
    null,
    2,
  )}\n`
}

const sha512 = (integrity = ''): { alg: string; content: string }[] =>
  integrity.startsWith('sha512-')
    ? [
        {
          alg: 'SHA-512',
          content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
        },
      ]
    : []
