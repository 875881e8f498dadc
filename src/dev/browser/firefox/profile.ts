import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/**
 * A fresh profile: quiet, without network of its own, and with the origins of extensions known
 * before they are installed.
 */
export async function createProfile(
  port: number,
  origins: Record<string, string>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twinstack-firefox-'))
  const preferences: Record<string, string | number | boolean> = {
    'marionette.port': port,
    'xpinstall.signatures.required': false,
    'extensions.webextensions.uuids': JSON.stringify(origins),
    'extensions.autoDisableScopes': 0,
    'alerts.useSystemBackend': false,
    // A file shown as it is, not in a viewer: extension pages of no code of their own.
    'devtools.jsonview.enabled': false,
    'dom.allow_scripts_to_close_windows': true,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'app.update.disabledForTesting': true,
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'extensions.systemAddon.update.enabled': false,
    'browser.safebrowsing.provider.google4.updateURL': '',
    'browser.safebrowsing.provider.mozilla.updateURL': '',
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  }
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(folder, 'user.js'), `${lines.join('\n')}\n`)
  return folder
}
