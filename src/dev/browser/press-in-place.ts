import type { Locator } from 'playwright-core'

/**
 * Clicks an element once it is enabled and has been in the same place for long enough for a press
 * to count, as a person does who looks before pressing.
 */
export async function pressInPlace(element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded()
  await element.click({ trial: true })
  await element.evaluate(
    (watched) =>
      new Promise<void>((resolve) => {
        let place = ''
        let since = 0
        const look = (time: number) => {
          const { x, y } = watched.getBoundingClientRect()
          if (place !== `${x},${y}`) [place, since] = [`${x},${y}`, time]
          if (time - since > 650) resolve()
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )
  await element.click()
}
