/**
 * What the draws of a projection's range start from: always the same, so that the same question has
 * the same answer on every surface.
 */
export const poolProjectionSeed = 'twinstack'
