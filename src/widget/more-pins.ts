import type { PinMap } from './pin-map.ts'

/** The pins of what few visitors need, which the build puts in the place of this text. */
export const morePins = JSON.parse('{"more":[]}') as PinMap
