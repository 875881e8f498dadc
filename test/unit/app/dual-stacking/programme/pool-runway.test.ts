import { describe, expect, it } from 'vitest'
import { poolRunway } from '../../../../../src/app/dual-stacking/programme/pool-runway.ts'
import { known, unknown } from '../../../../../src/chain/known.ts'
import { verifiedProgramme } from '../../../../../src/dev/gallery/programme-fixtures.ts'

const withPool = (sats: bigint) => ({
  ...verifiedProgramme,
  network: { ...verifiedProgramme.network, poolSats: known(sats) },
})
// 5 % in 25 cycles a year, of the weights of the last cycle that was paid, at most a boost of 10.
const cap = 6_248_000n

describe('how long a pool lasts', () => {
  it('is whole cycles at the cap, while the pool has as much', () => {
    expect(poolRunway(withPool(3n * cap + 5n))).toEqual(
      known({ poolSats: 3n * cap + 5n, capSats: cap, cycles: 3n, limit: 'cap' }),
    )
  })

  it('is no whole cycle where the pool is the limit', () => {
    expect(poolRunway(withPool(cap - 1n))).toMatchObject({ value: { cycles: 0n, limit: 'pool' } })
  })

  it('is unknown before a cycle was weighed, and never zero for what was not read', () => {
    expect(poolRunway({ ...verifiedProgramme, cycles: known([]) })).toEqual(unknown('not-yet'))
    expect(poolRunway({ ...verifiedProgramme, cycles: unknown('offline') })).toEqual(
      unknown('offline'),
    )
    const { network } = verifiedProgramme
    const odd = { ...network, blocksPerYear: known(0n) }
    expect(poolRunway({ ...verifiedProgramme, network: odd }).known).toBe(false)
  })
})
