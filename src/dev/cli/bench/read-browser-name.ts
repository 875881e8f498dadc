import { execFileSync } from 'node:child_process'
import { ensureBrowser } from '../browsers.ts'

/** The browser that the figures of pages come from, as it names itself. */
export const readBrowserName = (): string =>
  execFileSync(ensureBrowser('chromium'), ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
