import { execFileSync } from 'node:child_process'
import { ensureBrowser } from '../browsers.ts'

/** The browser that page figures come from, by its own name. */
export const readBrowserName = (): string =>
  execFileSync(ensureBrowser('chromium'), ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
