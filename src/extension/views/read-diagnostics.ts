import { diagnosticsText } from '../../app/logged-fault.ts'
import { faultLogItem } from '../../app/stored/shared-items.ts'
import { parseItem } from '../../app/stored/stored-item.ts'
import { browser } from '../browser.ts'

/** Version, browser, network and the last faults, for a person to pass on. */
export async function readDiagnostics(network: string): Promise<string> {
  const raw = await browser.storage.local.get(faultLogItem.key)
  const parsed = parseItem(faultLogItem, raw[faultLogItem.key])
  return diagnosticsText({
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    network,
    faults: parsed.ok ? parsed.value : [],
  })
}
