import { encode } from 'uqr'

/** Light modules around the code, which scanners need. */
const QUIET_ZONE = 4

/** The dark modules of a text's QR code, row by row, quiet zone included. */
export const encodeQr = (text: string): boolean[][] =>
  encode(text, { ecc: 'M', border: QUIET_ZONE }).data
