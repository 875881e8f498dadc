import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publicHosts } from '../public-hosts.ts'

const NEVER_S = 1_000_000

/**
 * A fresh profile: quiet, without its own network traffic, and with the origins of extensions known
 * before they are installed. Nothing in it times out because the machine is slow.
 */
export async function createProfile(origins: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twinstack-firefox-'))
  const preferences: Record<string, string | number | boolean> = {
    // Any free one; Firefox says which.
    'marionette.port': 0,
    'dom.max_script_run_time': 0,
    'dom.max_chrome_script_run_time': 0,
    'dom.max_ext_content_script_run_time': 0,
    'extensions.background.idle.timeout': NEVER_S * 1000,
    'toolkit.asyncshutdown.crash_timeout': NEVER_S * 1000,
    'xpinstall.signatures.required': false,
    'extensions.webextensions.uuids': JSON.stringify(origins),
    'extensions.autoDisableScopes': 0,
    'alerts.useSystemBackend': false,
    // A file shown directly, not in a viewer, for extension pages without code.
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
    // The extension starts on mainnet, which no test may ask.
    'network.dns.localDomains': publicHosts.join(','),
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
  }
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  )
  await writeFile(join(folder, 'user.js'), `${lines.join('\n')}\n`)
  return folder
}
