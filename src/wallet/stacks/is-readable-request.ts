import { deserializeCV, serializeCV } from '@stacks/transactions'
import { stripHexPrefix } from '../../chain/hex.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/** Whether hex is one Clarity value, written as everybody writes it. */
const isValue = (hex: string): boolean => {
  try {
    return stripHexPrefix(serializeCV(deserializeCV(hex))) === hex
  } catch {
    return false
  }
}

/**
 * Whether every argument that a wallet would sign can be read again from its bytes: what nobody can
 * read is not brought before a wallet.
 */
export const isReadableRequest = ({ args }: StacksCallRequest): boolean => args.every(isValue)
