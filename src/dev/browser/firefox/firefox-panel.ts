import { FirefoxPage } from './firefox-page.ts'

/** The first frame of the page in the selected tab, in whatever tree of the page it is. */
export class FirefoxPanel extends FirefoxPage {
  protected override readonly frame = 0

  /** Brings a button into the frame's sight; where its middle is, CSS pixels of the frame. */
  locateButton(name: string): Promise<{ x: number; y: number }> {
    return this.evaluate((text) => {
      const all = [...document.querySelectorAll('button')]
      const button = all.find(({ innerText }) => innerText.trim() === text)!
      button.scrollIntoView({ block: 'center' })
      const box = button.getBoundingClientRect()
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }, name)
  }

  /** Whether the panel says that the last press did not count. */
  showsCovered(): Promise<boolean> {
    return this.evaluate(() => !document.querySelector<HTMLElement>('.panel-covered')!.hidden)
  }
}
