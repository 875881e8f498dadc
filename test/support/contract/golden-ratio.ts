import type { World } from './world.ts'

type Info = {
  ok: {
    'participant-data': { some: { 'tracking-address': string } }
    'stacking-data': { some: { amount: bigint } }
    'tracking-data': { some: { amount: bigint } }
  }
}

/**
 * The golden ratio of the running cycle, from the holdings that the contract shows: the
 * sBTC-weighted 95th percentile.
 */
export const computeGoldenRatio = (world: World, people: string[]): bigint => {
  const cycle = world.read<bigint>('get-current-cycle-id')
  const tracked = new Map<string, { sats: bigint; ratio: bigint }>()
  for (const person of people) {
    const info = world.read('get-participant-cycle-info', [person, cycle]) as Info
    const address = info.ok['participant-data'].some['tracking-address']
    const sats = info.ok['tracking-data'].some.amount
    if (sats === 0n || tracked.has(address)) continue
    tracked.set(address, { sats, ratio: (info.ok['stacking-data'].some.amount * 10n ** 8n) / sats })
  }
  if (world.variable<bigint>('current-cycle-total-stx') === 0n) return 10n ** 8n
  const rows = [...tracked.values()].sort((a, b) => (a.ratio < b.ratio ? 1 : -1))
  const limit = (500n * rows.reduce((sum, { sats }) => sum + sats, 0n)) / 100n
  let atOrAbove = 0n
  for (const { sats, ratio } of rows) {
    atOrAbove += sats
    if (atOrAbove * 100n >= limit) return ratio
  }
  return 0n
}
