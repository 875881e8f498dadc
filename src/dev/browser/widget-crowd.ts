import type { CDPSession, Page } from 'playwright-core'

/**
 * Puts many widgets on a page, waits until each has its figures, and takes them away again; gives
 * the heap in bytes while they stood and when they had gone.
 */
export async function addAndRemoveWidgets(
  page: Page,
  cdp: CDPSession,
  count: number,
): Promise<{ standing: number; gone: number }> {
  await page.evaluate(async (many) => {
    const ready: Promise<void>[] = []
    for (let each = 0; each < many; each++) {
      const widget = document.createElement('dual-stacking-boost')
      widget.setAttribute('network', 'testnet')
      widget.setAttribute('sbtc', String(1 + each / 1000))
      widget.setAttribute('stx', String(each * 100))
      widget.setAttribute('golden-ratio', '60000')
      ready.push(
        new Promise((resolve) =>
          widget.addEventListener('boost-ready', () => resolve(), { once: true }),
        ),
      )
      document.body.append(widget)
    }
    await Promise.all(ready)
  }, count)
  const standing = await measureHeap(cdp)
  await page.evaluate(() => document.body.replaceChildren())
  return { standing, gone: await measureHeap(cdp) }
}

/** Bytes on a page's heap after its garbage was collected. */
export const measureHeap = async (cdp: CDPSession): Promise<number> => {
  // What lets go of an element in the first collection is collected by the second.
  for (let pass = 0; pass < 2; pass++) await cdp.send('HeapProfiler.collectGarbage')
  return (await cdp.send('Runtime.getHeapUsage')).usedSize
}
