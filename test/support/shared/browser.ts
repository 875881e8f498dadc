import type { Browser } from 'playwright-core'
import { launchPlainBrowser } from '../../../src/dev/browser/plain-browser.ts'
import { shareInProcess } from './registry.ts'

/** A Chromium as visitors have it; every page that a test opens has a new context. */
export const sharedBrowser = (): Promise<Browser> => shareInProcess('browser', launchPlainBrowser)
