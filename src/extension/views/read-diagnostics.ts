import { diagnosticsText } from '../../app/logged-fault.ts'
import { parseItem } from '../../app/stored/item.ts'
import { faultLogItem } from '../../app/stored/items.ts'
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
