import type { Page } from 'playwright-core'

/**
 * Presses and releases the mouse within 50 ms by the events' own time, however slow the machine is:
 * for what depends on how long something was in sight between the two. `pressedAt`: that time, in
 * milliseconds since 1970.
 */
export async function quickClick(
  page: Page,
  at: { x: number; y: number },
  pressedAt = Date.now(),
): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  const button = { ...at, button: 'left', clickCount: 1 } as const
  const timestamp = pressedAt / 1000
  await cdp.send('Input.dispatchMouseEvent', { ...button, type: 'mousePressed', timestamp })
  await cdp.send('Input.dispatchMouseEvent', {
    ...button,
    type: 'mouseReleased',
    timestamp: timestamp + 0.05,
  })
  await cdp.detach()
}
