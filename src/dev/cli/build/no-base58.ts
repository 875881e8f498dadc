/**
 * Stands for the part of c32check that makes Bitcoin addresses in base 58; nothing here converts to
 * them.
 */
const refuse = (): never => {
  throw new Error('Addresses in base 58 are not built in.')
}
export const encode = refuse
export const decode = refuse
