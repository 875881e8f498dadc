/**
 * Waits between two looks at the network; a hidden page waits until it is seen again, an aborted
 * signal ends the wait.
 */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () =>
      document.visibilityState === 'hidden'
        ? document.addEventListener('visibilitychange', () => resolve(), { once: true, signal })
        : resolve()
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
