/** Files below dist/widget that define an element when imported: no bundler may drop them. */
export const definingFiles = ['boost.js', 'pool/pool.js', 'yield/yield.js'] as const
