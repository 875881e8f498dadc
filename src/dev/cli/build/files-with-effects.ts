/**
 * Files below dist/widget that no bundler may drop: those that define an element when imported, and
 * what stands in their place where none can be defined.
 */
export const filesWithEffects = [
  'boost.js',
  'pool/pool.js',
  'yield/yield.js',
  'server-component.js',
] as const
