/** Replaces `cross-fetch/polyfill`: every browser that runs modules has fetch. */
export {}
