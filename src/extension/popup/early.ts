import { viewKeys } from '../../app/stored/view-keys.ts'
import { loadStart } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { browser } from '../browser.ts'

// Evaluated before the rest of the popup: what the first paint waits for is on its way while the
// views' code is still being read.

performance.mark('popup-start')

export const stored: Promise<Record<string, unknown>> = browser.storage.local.get([...viewKeys])

/** Most people speak to their browser in the language that they chose here. */
export const likely = {
  locale: chooseLocale('auto', navigator.languages),
  catalogue: loadStart(chooseLocale('auto', navigator.languages)),
}
