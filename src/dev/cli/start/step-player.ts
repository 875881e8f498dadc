import { mkdirSync, rmSync } from 'node:fs'
import { catalogue as say } from '../../../words/en/index.ts'
import type { View } from '../../browser/chromium/view.ts'

const folder = 'demo'

/** Plays steps: a line and a picture of each. */
export class StepPlayer {
  /** Steps that were not confirmed. */
  failures = 0
  private number = 0

  constructor() {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
  }

  /** Does one step, and counts it where it fails; whether it was confirmed. */
  async play(
    name: string,
    act: () => Promise<{ view?: View; says: string; confirmed: boolean }>,
  ): Promise<boolean> {
    this.number++
    const picture = `${folder}/${String(this.number).padStart(2, '0')}-${name}.png`
    try {
      const { view, says, confirmed } = await act()
      // The picture is for human eyes: it waits for the figures.
      await view?.waitForNoText(say['figures.computing'])
      await view?.saveScreenshot(picture)
      if (!confirmed) this.failures++
      const sign = confirmed ? '✓' : '✗'
      console.log(`${sign} ${this.number}. ${name}: ${says}${view ? ` (${picture})` : ''}`)
      return confirmed
    } catch (error) {
      this.failures++
      const why = error instanceof Error ? error.message : String(error)
      console.log(`✗ ${this.number}. ${name}: ${why}`)
      return false
    }
  }
}
