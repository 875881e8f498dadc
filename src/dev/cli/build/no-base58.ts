/**
 * Stands for the part of c32check that makes Bitcoin addresses in base 58; nothing here converts to
 * them.
 */
export default function base58(): never {
  throw new Error()
}
