/** Hex without its `0x`. */
export const stripHexPrefix = (hex: string): string => hex.replace(/^0x/i, '')
