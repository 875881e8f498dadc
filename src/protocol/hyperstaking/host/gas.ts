/**
 * What work costs in gas. The chain meters WebAssembly instructions; these are estimates that put a
 * pool's deposit where published calls lie (heavy ones up to about 27 million, [hyperstaking 4.1]):
 * exact for the model, approximate for a live node.
 */
export const GAS = {
  transaction: 1_500_000n,
  call: 1_250_000n,
  event: 60_000n,
  signature: 2_600_000n,
} as const

/** The smallest gas limit that a node takes [hyperstaking 2]. */
export const MIN_GAS_LIMIT = 150_000n

/** All the gas of one block [hyperstaking 2]. */
export const BLOCK_GAS_LIMIT = 3_000_000_000n

/**
 * What a wallet asks for when no one says otherwise: half a DUSK at a price of 1 LUX [hyperstaking
 * 4.1].
 */
export const DEFAULT_GAS = { limit: 500_000_000n, price: 1n } as const
