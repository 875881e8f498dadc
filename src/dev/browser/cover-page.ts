import type { Locator } from 'playwright-core'

/**
 * A page's own script that lays a picture over everything before the widgets on it start. The
 * picture (`#cover`) lets clicks through.
 */
export const coverPage = `document.addEventListener('readystatechange', () => {
  const cover = document.createElement('div')
  cover.id = 'cover'
  cover.style.cssText = 'position: fixed; inset: 0; background: #fff; pointer-events: none'
  document.body.append(cover)
}, { once: true })`

/** The middle of an element in its window, to be clicked wherever it is covered. */
export async function findCentre(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await element.boundingBox())!
  return { x: x + width / 2, y: y + height / 2 }
}
