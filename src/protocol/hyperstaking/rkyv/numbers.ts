import { U64_MAX } from '../core/units.ts'
import type { Codec } from './codec.ts'
import { failWith } from './problem.ts'

const digitsOf = (json: unknown): bigint => {
  const text = typeof json === 'number' || typeof json === 'bigint' ? String(json) : json
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? BigInt(text) : failWith('bad-value')
}

const u64Value = (value: bigint): bigint =>
  value >= 0n && value <= U64_MAX ? value : failWith('bad-value')

/** An unsigned 64-bit integer; digits in JSON. */
export const u64: Codec<bigint> = {
  size: 8,
  align: 8,
  niche: null,
  pointers: false,
  prepare: (value, sink) => {
    u64Value(value)
    return (at) => sink.view().setBigUint64(at, value, true)
  },
  read: (view, at) => view.getBigUint64(at, true),
  fromJson: (json) => u64Value(digitsOf(json)),
  toJson: String,
}

const u8Value = (value: number): number =>
  Number.isInteger(value) && value >= 0 && value < 256 ? value : failWith('bad-value')

/** A byte; a number in JSON. */
export const u8: Codec<number> = {
  size: 1,
  align: 1,
  niche: null,
  pointers: false,
  prepare: (value, sink) => {
    u8Value(value)
    return (at) => sink.view().setUint8(at, value)
  },
  read: (view, at) => view.getUint8(at),
  fromJson: (json) => u8Value(Number(digitsOf(json))),
  toJson: (value) => value,
}

/** `()`: no bytes; null in JSON. */
export const nothing: Codec<null> = {
  size: 0,
  align: 1,
  niche: null,
  pointers: false,
  prepare: () => () => {},
  read: () => null,
  fromJson: (json) => (json === null || json === undefined ? null : failWith('bad-value')),
  toJson: () => null,
}

/** True or false. */
export const bool: Codec<boolean> = {
  size: 1,
  align: 1,
  niche: { count: 254, at: 0 },
  pointers: false,
  prepare: (value, sink) => (at) => sink.view().setUint8(at, value ? 1 : 0),
  read: (view, at) => {
    const byte = view.getUint8(at)
    return byte < 2 ? byte === 1 : failWith('bad-tag')
  },
  fromJson: (json) => (typeof json === 'boolean' ? json : failWith('bad-value')),
  toJson: (value) => value,
}
