import * as v from 'valibot'
import type { ApiTransaction } from './answers.ts'

/** The position of a transaction: Stacks height, index in its block. */
export const chainPosition = v.tuple([v.number(), v.number()])
export type ChainPosition = v.InferOutput<typeof chainPosition>

export const chainPositionOf = ({ block_height, tx_index }: ApiTransaction): ChainPosition => [
  block_height ?? 0,
  tx_index ?? 0,
]

export const isBefore = (a: ChainPosition, b: ChainPosition): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
