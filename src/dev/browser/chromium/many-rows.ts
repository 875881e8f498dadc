import type { Page } from 'playwright-core'

/**
 * Adds made-up participants to the console's index of the one contract that is in it; runs in a
 * page of the extension.
 */
export async function plantRecords({
  count,
  cycle,
}: {
  count: number
  cycle: number
}): Promise<void> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error!)
    })
  const database = await done(indexedDB.open('twinstack-index'))
  const [contract] = (await done(
    database.transaction('cursors').objectStore('cursors').getAllKeys(),
  )) as [string]
  const transaction = database.transaction('records', 'readwrite')
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  for (let i = 0; i < count; i++) {
    const address = `ST${Array.from({ length: 38 }, (_, at) => letters[(i * 2_654_435_761 + (at + 1) * (i + 7) * 40_503) % 32]).join('')}${i}`
    transaction.objectStore('records').put(
      {
        address,
        changes: [
          {
            key: `${i.toString(16).padStart(16, '0')}:0`,
            burnHeight: 1,
            stacksHeight: 1,
            row: { rewardAddress: address, stackingAddress: address, trackingAddress: address },
          },
        ],
        cycles: {
          [cycle]: {
            rollback: 0,
            captures: {
              0: { sats: BigInt(i * 37), defiSats: 0n, microStx: BigInt(i * 1_000_003) },
            },
            tallies: [],
            tallied: null,
            weight: null,
            reward: null,
          },
        },
      },
      [contract, address],
    )
  }
  await new Promise<void>((resolve) => void (transaction.oncomplete = () => resolve()))
  database.close()
}

/**
 * A stopwatch of the time that a page's own thread has worked, in milliseconds: what other
 * processes do to the clock is not counted.
 */
async function workClock(page: Page): Promise<{ now(): Promise<number>; stop(): Promise<void> }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    now: async () =>
      (await cdp.send('Performance.getMetrics')).metrics.find(
        ({ name }) => name === 'TaskDuration',
      )!.value * 1000,
    stop: () => cdp.detach(),
  }
}

/** Milliseconds that the page's own thread works on something. */
export async function measureWorkMs(page: Page, work: () => Promise<unknown>): Promise<number> {
  const clock = await workClock(page)
  const before = await clock.now()
  await work()
  const ms = (await clock.now()) - before
  await clock.stop()
  return ms
}

/**
 * Milliseconds that the page's own thread worked in each of 120 steps of scrolling a table, near
 * and far.
 */
export async function measureScrollFrames(page: Page): Promise<number[]> {
  const clock = await workClock(page)
  const frames: number[] = []
  let before = await clock.now()
  for (let i = 1; i <= 120; i++) {
    await page.evaluate(
      (step) =>
        new Promise<void>((resolve) => {
          const scroller = document.querySelector('.table-scroll')!
          scroller.scrollTop =
            step % 3 === 0 ? (scroller.scrollHeight * step) / 120 : scroller.scrollTop + 400
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }),
      i,
    )
    const after = await clock.now()
    frames.push(after - before)
    before = after
  }
  await clock.stop()
  return frames
}
