/**
 * A runner may give functions their names by calls of its own helper, which does not exist where a
 * function's text is evaluated. This defines it there; empty where the runner leaves functions as
 * they are written.
 */
export const nameHelper = (() => {
  const probe = () => {
    const inner = () => 0
    return inner
  }
  return probe.toString().includes('__name') ? 'globalThis.__name ??= (named) => named;' : ''
})()
