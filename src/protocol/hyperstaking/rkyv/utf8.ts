import { hex } from '../host/signature.ts'
import { failWith } from './problem.ts'

// The language itself knows UTF-8 by its URI functions, on every platform; both are strict.

/** The UTF-8 bytes of a text; half a surrogate pair is refused. */
export const utf8Bytes = (text: string): Uint8Array => {
  let escaped = ''
  try {
    escaped = encodeURIComponent(text)
  } catch {
    return failWith('bad-text')
  }
  return Uint8Array.from(escaped.match(/%..|./g) ?? [], (unit) =>
    unit.length === 3 ? Number.parseInt(unit.slice(1), 16) : unit.charCodeAt(0),
  )
}

/** The text of UTF-8 bytes. */
export const utf8Text = (bytes: Uint8Array): string => {
  try {
    return decodeURIComponent(hex(bytes).replaceAll(/../g, '%$&'))
  } catch {
    return failWith('bad-text')
  }
}
