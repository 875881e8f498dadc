import { ensureBrowser } from '../browsers.ts'

/** Whether Chromium is installed or could be; otherwise the sentence that says what to install. */
export function checkChromium(): { ok: true } | { ok: false; sentence: string } {
  try {
    ensureBrowser('chromium')
    return { ok: true }
  } catch (error) {
    return { ok: false, sentence: (error as Error).message }
  }
}
