/** The field that BLS12-381 is defined over. */
export const P =
  0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn

/** Bytes of one element. */
export const ELEMENT = 48

/** 2^384 mod P and its inverse: archives keep each element multiplied by the first. */
const R =
  0x15f65ec3fa80e4935c071a97a256ec6d77ce5853705257455f48985753c758baebf4000bc40c0002760900000002fffdn
const R_INVERSE =
  0x14fec701e8fb0ce9ed5e64273c4f538b1797ab1458a88de9343ea97914956dc87fe11274d898fafbf4d38259380b4820n

/** An element as an archive keeps it: 48 bytes, little end first, in Montgomery form. */
export const writeElement = (bytes: Uint8Array, at: number, value: bigint): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, ELEMENT)
  let rest = (value * R) % P
  for (let limb = 0; limb < ELEMENT; limb += 8) {
    view.setBigUint64(limb, rest & 0xffff_ffff_ffff_ffffn, true)
    rest >>= 64n
  }
}

/** The element at `at`, or null when the number is not below P. */
export const readElement = (bytes: Uint8Array, at: number): bigint | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, ELEMENT)
  let number = 0n
  for (let limb = ELEMENT - 8; limb >= 0; limb -= 8)
    number = (number << 64n) | view.getBigUint64(limb, true)
  return number < P ? (number * R_INVERSE) % P : null
}
