import { mkdirSync, rmSync } from 'node:fs'
import { catalogue as say } from '../../../words/en/index.ts'
import type { View } from '../../browser/chromium/view.ts'

const folder = 'demo'

/** Plays steps: a line and a picture of each. */
export class StepPlayer {
  /** Steps that were not confirmed. */
  failures = 0
  /** The file of each picture that was taken, by its name. */
  readonly pictures = new Map<string, string>()
  private number = 0

  constructor() {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
  }

  /** Takes a picture for human eyes, once the figures are there; gives its file. */
  async takePicture(name: string, view: View): Promise<string> {
    const path = `${folder}/${String(this.number).padStart(2, '0')}-${name}.png`
    await view.waitForNoText(say['figures.computing'])
    await view.waitForNone('.skeleton')
    await view.saveScreenshot(path)
    this.pictures.set(name, path)
    return path
  }

  /** Takes a picture of a form when a button of it is pressed, before it is. */
  takePictureBefore(button: string, name: string, view: View): void {
    const { press } = view
    view.press = async (pressed) => {
      if (pressed === button) await this.takePicture(name, view)
      return press(pressed)
    }
  }

  /** Does one step, and counts it where it fails; whether it was confirmed. */
  async play(
    name: string,
    act: () => Promise<{ view?: View; says: string; confirmed: boolean }>,
  ): Promise<boolean> {
    this.number++
    try {
      const { view, says, confirmed } = await act()
      const picture = view && (await this.takePicture(name, view))
      if (!confirmed) this.failures++
      const sign = confirmed ? '✓' : '✗'
      console.log(`${sign} ${this.number}. ${name}: ${says}${picture ? ` (${picture})` : ''}`)
      return confirmed
    } catch (error) {
      this.failures++
      const why = error instanceof Error ? error.message : String(error)
      console.log(`✗ ${this.number}. ${name}: ${why}`)
      return false
    }
  }
}
