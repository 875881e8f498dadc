import { principal, type DuskPrincipal } from './account.ts'
import type { Codec } from './codec.ts'
import { u64 } from './numbers.ts'
import { failWith } from './problem.ts'
import { struct } from './struct.ts'

/** A fee of an operator, in LUX. */
export interface OperatorFee {
  operator: DuskPrincipal
  fee: bigint
}

const entry = struct<OperatorFee>({ operator: principal, fee: u64 })

// A map is a tree of nodes. One of so few entries as pools have operators is a single leaf: a
// header, whose last two bytes count the entries, then the entries.
const HEADER = 16
const COUNT_AT = 8
/** As many entries fit into one node. */
const LEAF = 2

/** A map from operators to their fees; null when it is larger than one node, which is not read. */
export const operatorFees: Codec<OperatorFee[] | null> = {
  size: 8,
  align: 4,
  niche: null,
  pointers: true,
  prepare: (fees, sink) => {
    if (fees === null || fees.length > LEAF) return failWith('unsupported')
    if (fees.length === 0) return () => {}
    const places = fees.map((fee) => entry.prepare(fee, sink))
    sink.align(entry.align)
    const start = sink.reserve(HEADER + entry.size * fees.length)
    sink.view().setUint16(start + COUNT_AT, fees.length, true)
    for (const [index, place] of places.entries()) place(start + HEADER + index * entry.size)
    return (at) => {
      sink.view().setUint32(at, fees.length, true)
      sink.view().setInt32(at + 4, start - (at + 4), true)
    }
  },
  read: (view, at) => {
    const count = view.getUint32(at, true)
    if (count === 0) return []
    if (count > LEAF) return null
    const start = at + 4 + view.getInt32(at + 4, true)
    const end = start + HEADER + count * entry.size
    if (start < 0 || end > view.byteLength) return failWith('bad-pointer')
    if (view.getUint16(start + COUNT_AT, true) !== count) return null
    return Array.from({ length: count }, (_, index) =>
      entry.read(view, start + HEADER + index * entry.size),
    )
  },
  fromJson: (json) => {
    if (typeof json !== 'object' || json === null) return failWith('bad-value')
    return Object.entries(json).map(([operator, fee]) => ({
      operator: principal.fromJson(operator),
      fee: u64.fromJson(fee),
    }))
  },
  toJson: (fees) =>
    fees && Object.fromEntries(fees.map(({ operator, fee }) => [operator, fee.toString()])),
}
