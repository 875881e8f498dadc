import { hexBytes } from '../core/bytes.ts'
import { type ContractId, isContractId } from '../core/ids.ts'
import { hex } from '../host/signature.ts'
import type { Codec } from './codec.ts'
import { failWith } from './problem.ts'

/** The bytes of a view from `at`; a copy. */
export const bytesAt = (view: DataView, at: number, size: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, size).slice()

/** Hex without 0x, lower case, as drivers write bytes. */
export const bytesOfHex = (json: unknown): Uint8Array =>
  typeof json === 'string' && /^(?:[0-9a-f]{2})*$/i.test(json)
    ? hexBytes(json)
    : failWith('bad-value')

/** A fixed number of bytes, as they are; `align` where what they stand for has one. */
export const fixedBytes = (size: number, align = 1): Codec<Uint8Array> => ({
  size,
  align,
  niche: null,
  pointers: false,
  prepare: (value, sink) => {
    if (value.length !== size) failWith('bad-value')
    return (at) => sink.set(at, value)
  },
  read: (view, at) => bytesAt(view, at, size),
  fromJson: (json) => {
    const bytes = bytesOfHex(json)
    return bytes.length === size ? bytes : failWith('bad-value')
  },
  toJson: hex,
})

const idValue = (value: unknown): ContractId =>
  isContractId(value) ? value : failWith('bad-value')

/** A contract's id: 32 bytes as they are. */
export const contractId: Codec<ContractId> = {
  size: 32,
  align: 1,
  niche: null,
  pointers: false,
  prepare: (value, sink) => {
    const bytes = hexBytes(idValue(value))
    return (at) => sink.set(at, bytes)
  },
  read: (view, at) => hex(bytesAt(view, at, 32)),
  fromJson: (json) => idValue(typeof json === 'string' ? json.toLowerCase() : json),
  toJson: (value) => value,
}
