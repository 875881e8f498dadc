const HEADER_BYTES = 80

/** The root of a block's transactions, in internal byte order; undefined for no header. */
export const merkleRoot = (header: Uint8Array): Uint8Array | undefined =>
  header.length === HEADER_BYTES ? header.subarray(36, 68) : undefined
