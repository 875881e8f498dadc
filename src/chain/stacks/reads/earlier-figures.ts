import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { cCount, clTuple, clUint, cUint } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { NetworkReading } from '../readings.ts'
import type { Reader } from '../source.ts'

type Figures = Pick<NetworkReading, 'apr' | 'multiplier' | 'blocksPerYear' | 'goldenRatios'>

// These hardly change any more: the contract has been replaced.
const RARE_BLOCKS = 144
const PAST_CYCLES = 3

const validated = v.union([
  v.null(),
  v.pipe(
    v.object({ 'golden-ratio': cUint }),
    v.transform((entry) => entry['golden-ratio']),
  ),
])

/**
 * Reads the last figures of an earlier v2 contract, for a version that publishes none of its own
 * and whose projection is then an estimate by the earlier rules. Five requests a day, a few more
 * while its last cycle has no golden ratio.
 */
export const readEarlierFigures = async (reader: Reader, contract: string): Promise<Figures> => {
  const readVariable = (name: string) =>
    readFirstAvailable(reader, [{ contract, variable: name, schema: cUint, blocks: RARE_BLOCKS }])
  const [apr, multiplier, blocksPerYear, last] = await Promise.all([
    readVariable('annual-percentage-rate'),
    readVariable('yield-boost-multiplier'),
    readVariable('bitcoin-blocks-per-year'),
    readFirstAvailable(reader, [
      { contract, variable: 'cycle-id', schema: cCount, blocks: RARE_BLOCKS },
    ]),
  ])
  return {
    apr,
    multiplier,
    blocksPerYear,
    goldenRatios: last.known ? await readLastRatio(reader, contract, last.value) : last,
  }
}

const readLastRatio = async (
  reader: Reader,
  contract: string,
  last: number,
): Promise<Known<{ cycle: number; ratio: bigint }[]>> => {
  for (let cycle = last; cycle >= Math.max(0, last - PAST_CYCLES); cycle -= 1) {
    const key = clTuple({ 'cycle-id': clUint(cycle) })
    const ratio = await readFirstAvailable(reader, [
      {
        contract,
        map: 'validated-golden-ratio-per-cycle',
        key,
        schema: validated,
        blocks: RARE_BLOCKS,
      },
    ])
    if (!ratio.known) return ratio
    if (ratio.value !== null) return known([{ cycle, ratio: ratio.value }])
  }
  // A node finds nothing also in a map that the contract does not have.
  return unknown('not-offered')
}
