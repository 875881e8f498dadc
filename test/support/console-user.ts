import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openConsole } from '../../src/dev/browser/chromium/open-console.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import type { Network } from '../../src/dev/network/index.ts'
import type { StacksIntent } from '../../src/wallet/stacks/stacks-intent.ts'
import type { JobConditions } from './main-job.ts'

/** More than any section has. */
const MOST_TABS = 120

/** An operator at the console whose wallet approves at once. */
export class ConsoleUser {
  page!: Page
  view!: View

  constructor(
    private readonly session: Session,
    private readonly network: Network,
    private readonly conditions: JobConditions = {},
  ) {}

  async open(): Promise<void> {
    Object.assign(this, await openConsole(this.session.chromium))
  }

  /** Connects the wallet over a page, which a console that is open signs on from then on. */
  async connect(): Promise<void> {
    await this.session.connect(await this.session.openPage())
    await this.session.chromium.closePopup()
    await this.session.wallet.set({ silent: true })
  }

  openSection = async (section: string): Promise<void> => {
    await this.page.evaluate((name) => void (location.hash = name), section)
    await this.page.locator(`nav a[href="#${section}"][aria-current="page"]`).waitFor()
  }

  private newest = async (): Promise<StacksIntent | undefined> =>
    (await this.session.probe.readState()).intents[0]

  /**
   * Goes to the control whose name begins so by Tab alone; what is passed shows that it has the
   * focus.
   */
  async reach(name: string): Promise<void> {
    for (let i = 0; i < MOST_TABS; i++) {
      await this.page.keyboard.press('Tab')
      const at = await this.page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const label = (element as HTMLInputElement).labels?.[0]?.textContent
        const shown = element.matches('input, select')
          ? (element.closest<HTMLElement>('.input') ?? element)
          : element
        const marks = [element, shown].map((each) => getComputedStyle(each))
        return {
          name: label ?? element.getAttribute('aria-label') ?? element.innerText,
          isSeen: marks.some(
            ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
          ),
          isNothing: element === document.body,
        }
      })
      if (!at.isNothing) expect(at.isSeen, at.name).toBe(true)
      if (at.name.trim().startsWith(name)) return
    }
    throw new Error(`Tab does not get to ${name}`)
  }

  /** What the card of the next step waits for, once it is up to date. */
  async nextStep(): Promise<'sign' | 'burn' | 'stacks'> {
    const card = this.page.locator('.next-call:not([aria-busy="true"])')
    await card.waitFor()
    if ((await card.getByRole('button').count()) > 0) return 'sign'
    return (await card.innerText()).includes('Bitcoin block') ? 'burn' : 'stacks'
  }

  /** Whether a step can be signed now, once what is shown is up to date. */
  async hasNextStep(): Promise<boolean> {
    const card = this.page.locator('.next-call:not([aria-busy="true"])')
    await card.waitFor()
    return (await card.getByRole('button').count()) > 0
  }

  /** Presses the button that signs, whatever batch it names; gives the call that was sent. */
  async signNext(): Promise<string> {
    const before = (await this.newest())?.id
    await this.page.locator('.next-call:not([aria-busy="true"]) button:enabled').click()
    const { intents } = await this.session.probe.waitUntil(
      (state) =>
        state.intents[0] !== undefined &&
        state.intents[0].id !== before &&
        state.intents[0].state === 'submitted',
      'a call that was sent',
    )
    return intents[0]!.request.functionName
  }

  /** The network mines what was sent, and the extension sees it confirmed. */
  async mine(): Promise<StacksIntent> {
    await this.network.control.mine()
    await this.conditions.catchUp?.()
    await this.session.refresh()
    const { intents } = await this.session.probe.waitUntil(
      (state) => state.intents[0]?.state !== 'submitted',
      'an outcome',
    )
    const [{ request, state, contractError }] = intents as [StacksIntent]
    expect(`${request.functionName} ${state} ${contractError}`).toContain('confirmed')
    return intents[0]!
  }

  /** What was asked of the wallet last, once it is in a block. */
  async mineSubmitted(): Promise<StacksIntent> {
    await this.session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a call that was sent',
    )
    return this.mine()
  }

  /** Signs every step until this call has been made; names all of them. */
  async runTo(functionName: string): Promise<string[]> {
    const called: string[] = []
    while (called.at(-1) !== functionName) {
      const next = await this.nextStep()
      if (next === 'sign') {
        called.push(await this.signNext())
        await this.mine()
      } else await this.advance(next)
    }
    return called
  }

  private async advance(kind: 'burn' | 'stacks'): Promise<void> {
    const { control } = this.network
    await (kind === 'burn' ? control.mineBurn() : control.mineStacks())
    await this.conditions.catchUp?.()
    await this.session.refresh()
    // The chain may grow while the console reads it.
    const { stacks } = control.heights()
    await expect.poll(() => this.shownStacksHeight()).toBeGreaterThanOrEqual(stacks)
  }

  private async shownStacksHeight(): Promise<number> {
    const [, height = '0'] = /Stacks block ([\d,]+)/.exec(await this.view.readText()) ?? []
    return Number(height.replaceAll(',', ''))
  }
}
