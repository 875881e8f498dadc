import { createHash } from 'node:crypto'

/**
 * A hash for what has none here: the same label and number always give the same one; another on
 * another `fork` of the chain.
 */
export const madeUpHash = (label: string, number: number, fork = 0): string =>
  `0x${createHash('sha256')
    .update(fork === 0 ? `${label} ${number}` : `${label} ${number} fork ${fork}`)
    .digest('hex')}`
