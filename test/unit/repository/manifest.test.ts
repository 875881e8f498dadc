import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBrowserLocales } from '../../../src/dev/cli/build/browser-locales.ts'
import { panelDocument } from '../../../src/extension/panel/protocol.ts'
import { explainedPermissions } from '../../../src/ui/guide/explained-permissions.ts'
import { locales } from '../../../src/words/locales.ts'
import { readSentences } from '../../support/words/catalogues.ts'

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
interface Manifest {
  version: string
  homepage_url?: string
  default_locale: string
  permissions: string[]
  host_permissions?: string[]
  optional_host_permissions: string[]
  content_scripts?: unknown
  web_accessible_resources: unknown
  externally_connectable?: unknown
  content_security_policy: { extension_pages: string }
  icons: Record<string, string>
  commands: Record<string, { suggested_key: { default: string } }>
  action: { default_icon: Record<string, string> }
}
const manifest = json<Manifest>('manifest.json')
type Messages = Record<string, { message: string }>
/** The policy's directives, each with its sources. */
const policy = Object.fromEntries(
  manifest.content_security_policy.extension_pages.split(';').map((part) => {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    return [name, sources]
  }),
)

describe('the manifest', () => {
  it('requests the minimum: no host, no script on any page, nothing for pages to load', () => {
    expect(manifest.permissions).toEqual([
      'storage',
      'alarms',
      'notifications',
      'activeTab',
      'scripting',
      'contextMenus',
    ])
    expect(manifest.host_permissions).toBeUndefined()
    expect(manifest.content_scripts).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
  })

  it('says where the source is only if the package does, by the same address', () => {
    const { homepage } = json<{ homepage?: string }>('package.json')
    expect(manifest.homepage_url).toBe(homepage)
    if (homepage !== undefined) expect(homepage).toMatch(/^https:\/\//)
  })

  it('is explained in full on the welcome page, with the key that it suggests', async () => {
    expect(Object.values(explainedPermissions).flat().sort()).toEqual(
      manifest.permissions.toSorted(),
    )
    const key = manifest.commands['panel']!.suggested_key.default
    const [first, , last] = key.split('+')
    for (const locale of locales) {
      const { 'guide.permission.menu.why': why } = await readSentences(locale)
      expect(why, locale).toMatch(new RegExp(`${first}\\+\\p{L}+\\+${last}`, 'u'))
    }
  })

  it('runs no remote code, no eval, no inline script or style', () => {
    expect(policy).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'worker-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': [
        'https:',
        'http://127.0.0.1:*',
        'http://localhost:*',
        'wss://relay.walletconnect.org',
      ],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ['http://*:*', 'https://*:*'],
    })
  })

  it('gives web pages one document, under a dynamic address', () => {
    // Firefox ignores `use_dynamic_url`: its addresses have an id of the installation.
    expect(manifest.web_accessible_resources).toEqual([
      {
        resources: [panelDocument],
        matches: ['http://*/*', 'https://*/*'],
        use_dynamic_url: true,
      },
    ])
  })

  it('has the version of the package, and every icon it names', () => {
    expect(manifest.version).toBe(json<{ version: string }>('package.json').version)
    for (const path of [
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
    ])
      expect(existsSync(path), path).toBe(true)
  })

  it('says in every language what its catalogue says, within the stores’ lengths', async () => {
    const used = [...readFileSync('manifest.json', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(
      ([, name]) => name!,
    )
    const written = mkdtempSync(join(tmpdir(), 'locales-'))
    await writeBrowserLocales(written)
    expect(readdirSync('_locales').toSorted()).toEqual(readdirSync(written).toSorted())
    expect(readdirSync(written)).toContain(manifest.default_locale)
    for (const folder of readdirSync(written)) {
      const messages = json<Messages>(`_locales/${folder}/messages.json`)
      // `npm run build` writes them.
      expect(messages, folder).toEqual(json<Messages>(`${written}/${folder}/messages.json`))
      for (const name of used) expect(messages[name]?.message, `${folder} ${name}`).toBeTruthy()
      expect(messages['name']!.message.length, folder).toBeLessThanOrEqual(45)
      expect(messages['description']!.message.length, folder).toBeLessThanOrEqual(132)
    }
    rmSync(written, { recursive: true })
  })
})
