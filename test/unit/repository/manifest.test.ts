import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explainedPermissions } from '../../../src/ui/guide/explained-permissions.ts'
import { guide as en } from '../../../src/words/en/guide.ts'
import { guide as es } from '../../../src/words/es/guide.ts'
import { guide as zh } from '../../../src/words/zh-CN/guide.ts'

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
interface Manifest {
  version: string
  default_locale: string
  permissions: string[]
  host_permissions?: string[]
  optional_host_permissions: string[]
  content_scripts?: unknown
  web_accessible_resources?: unknown
  externally_connectable?: unknown
  content_security_policy: { extension_pages: string }
  icons: Record<string, string>
  commands: Record<string, { suggested_key: { default: string } }>
  action: { default_icon: Record<string, string> }
}
const manifest = json<Manifest>('manifest.json')
type Messages = Record<string, { message: string }>
const locales = readdirSync('_locales')
/** The policy's directives, each with its sources. */
const policy = Object.fromEntries(
  manifest.content_security_policy.extension_pages.split(';').map((part) => {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    return [name, sources]
  }),
)

describe('the manifest', () => {
  it('asks for the least: no host, no script on any page, nothing for pages to load or to talk to', () => {
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
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
  })

  it('is explained whole on the welcome page, with the key that it suggests', () => {
    expect(Object.values(explainedPermissions).flat().sort()).toEqual(
      manifest.permissions.toSorted(),
    )
    const key = manifest.commands['panel']!.suggested_key.default
    for (const { 'guide.permission.menu.why': why } of [en, es, zh])
      expect(why.replace('Mayús', 'Shift')).toContain(key)
  })

  it('runs no remote code, no eval, no inline script or style, and connects to https, this machine and WalletConnect’s relay only', () => {
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
      'frame-ancestors': ["'none'"],
    })
  })

  it('lets no page frame the extension’s own, nor load them', () => {
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(manifest.web_accessible_resources).toBeUndefined()
  })

  it('has the version of the package, and every icon it names', () => {
    expect(manifest.version).toBe(json<{ version: string }>('package.json').version)
    for (const path of [
      ...Object.values(manifest.icons),
      ...Object.values(manifest.action.default_icon),
    ])
      expect(existsSync(path), path).toBe(true)
  })

  it('says the same things in every language, in the lengths that stores take', () => {
    const used = [
      ...new Set(
        [...readFileSync('manifest.json', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(
          ([, name]) => name!,
        ),
      ),
    ]
    const reference = Object.keys(
      json<Messages>(`_locales/${manifest.default_locale}/messages.json`),
    ).sort()
    for (const locale of locales) {
      const messages = json<Messages>(`_locales/${locale}/messages.json`)
      expect(Object.keys(messages).sort(), locale).toEqual(reference)
      for (const name of used) expect(messages[name]?.message, `${locale} ${name}`).toBeTruthy()
      expect(messages['name']!.message.length, locale).toBeLessThanOrEqual(45)
      expect(messages['description']!.message.length, locale).toBeLessThanOrEqual(132)
    }
  })
})
