import { expect, it } from 'vitest'
import { arrange } from '../../../../../src/protocol/hyperstaking/rkyv/arrange.ts'
import type { Shape } from '../../../../../src/protocol/hyperstaking/rkyv/codec.ts'
import {
  account,
  byteVector,
  fixedBytes,
  oneOf,
  option,
  u64,
  u8,
} from '../../../../../src/protocol/hyperstaking/rkyv/index.ts'
import { readLayouts } from '../../../../support/fixtures/dusk/read-fixture.ts'

const plain = (size: number): Shape => ({ size, align: size, niche: null })
const shapes: Record<string, Shape> = {
  u64,
  u32: plain(4),
  u16: plain(2),
  u8,
  '[u8;32]': fixedBytes(32),
  '[u8;193]': fixedBytes(193),
  Key: account,
  E4: oneOf('a', 'b', 'c', 'd'),
  E2: oneOf('a', 'b'),
  Vec: byteVector,
}
const shapeOf = (type: string): Shape => {
  const optional = /^Opt<(.+)>$/.exec(type)
  // Only the shape is asked for: what is read and written does not matter.
  return optional ? option({ ...u64, ...shapeOf(optional[1]!) }) : shapes[type]!
}

const layouts = readLayouts()
it.each(layouts.map((layout) => [layout.fields.join(' '), layout] as const))(
  'a compiler lays out %s alike',
  (_name, { fields, size, offsets }) => {
    const arranged = arrange(fields.map(shapeOf))
    expect({ size: arranged.size, offsets: arranged.offsets }).toEqual({ size, offsets })
  },
)
