/**
 * A runner may name functions by calls of a helper that does not exist where a function's text is
 * evaluated. This defines it there; empty where the runner leaves functions unchanged.
 */
export const nameHelper = (() => {
  const probe = () => {
    const inner = () => 0
    return inner
  }
  return probe.toString().includes('__name') ? 'globalThis.__name ??= (named) => named;' : ''
})()
