import { LUX_PER_DUSK } from './units.ts'

/** Last height of each period and what one of its blocks emits, in LUX [hyperstaking 3.2]. */
export const EMISSION: ReadonlyArray<{ until: bigint; lux: bigint }> = [
  { until: 12_614_400n, lux: 19_857_400_000n },
  { until: 25_228_800n, lux: 9_928_700_000n },
  { until: 37_843_200n, lux: 4_964_350_000n },
  { until: 50_457_600n, lux: 2_482_180_000n },
  { until: 63_072_000n, lux: 1_241_090_000n },
  { until: 75_686_400n, lux: 620_540_000n },
  { until: 88_300_800n, lux: 310_270_000n },
  { until: 100_915_200n, lux: 155_140_000n },
  { until: 113_529_596n, lux: 77_570_000n },
  { until: 113_529_597n, lux: 54_280_000n },
]

/** All that is ever emitted, in LUX. */
export const TOTAL_EMISSION = 500_000_000n * LUX_PER_DUSK

/** What the block at `height` emits, in LUX; nothing at genesis and after the last period. */
export const emission = (height: bigint): bigint =>
  height < 1n ? 0n : (EMISSION.find(({ until }) => height <= until)?.lux ?? 0n)

/** What blocks `from` to `to` (both included) emit, in LUX. */
export const emissionBetween = (from: bigint, to: bigint): bigint => {
  let total = 0n
  let start = 1n
  for (const { until, lux } of EMISSION) {
    const first = from > start ? from : start
    const last = to < until ? to : until
    if (last >= first) total += (last - first + 1n) * lux
    start = until + 1n
  }
  return total
}
