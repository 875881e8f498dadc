import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base58Decode, base58Encode } from '../../../../../src/protocol/base58.ts'
import {
  EMISSION,
  emission,
  emissionBetween,
  TOTAL_EMISSION,
} from '../../../../../src/protocol/hyperstaking/core/emission.ts'
import {
  eligibility,
  EPOCH,
  nextEpoch,
} from '../../../../../src/protocol/hyperstaking/core/epoch.ts'
import {
  isAccount,
  isContractId,
  namedAccount,
  namedContract,
} from '../../../../../src/protocol/hyperstaking/core/ids.ts'
import { splitReward, stakersPart } from '../../../../../src/protocol/hyperstaking/core/split.ts'
import { Journal } from '../../../../../src/protocol/hyperstaking/host/journal.ts'
import { Cell, Table } from '../../../../../src/protocol/hyperstaking/host/store.ts'
import { addFunds, drainFunds } from '../../../../../src/protocol/hyperstaking/stake/funds.ts'

describe('eligibility', () => {
  it.each([
    [0n, 4320n],
    [1n, 4320n],
    [2159n, 4320n],
    [2160n, 6480n],
    [2161n, 6480n],
    [4319n, 6480n],
    [4320n, 8640n],
  ])('%i → %i', (height, expected) => {
    expect(eligibility(height)).toBe(expected)
  })

  it('is always an epoch boundary, 2161 to 4320 blocks away', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), (height) => {
        const wait = eligibility(height) - height
        expect(
          wait > EPOCH &&
            wait <= 2n * EPOCH &&
            eligibility(height) % EPOCH === 0n &&
            nextEpoch(height) > height,
        ).toBe(true)
      }),
    )
  })
})

describe('emission', () => {
  it('totals exactly 500,000,000 DUSK', () => {
    expect(emissionBetween(0n, 10n ** 12n)).toBe(TOTAL_EMISSION)
    expect(TOTAL_EMISSION).toBe(500_000_000_000_000_000n)
  })

  it('changes at the first block of each period, and is 0 at genesis and after the end', () => {
    expect(emission(0n)).toBe(0n)
    expect(emission(1n)).toBe(19_857_400_000n)
    for (const [index, { until, lux }] of EMISSION.entries()) {
      expect(emission(until)).toBe(lux)
      expect(emission(until + 1n)).toBe(EMISSION[index + 1]?.lux ?? 0n)
    }
  })

  it('between two heights is the sum of its blocks', () => {
    fc.assert(
      fc.property(fc.bigInt(12_614_300n, 12_614_400n), fc.bigInt(0n, 200n), (from, count) => {
        let sum = 0n
        for (let height = from; height < from + count; height++) sum += emission(height)
        expect(emissionBetween(from, from + count - 1n)).toBe(sum)
      }),
    )
  })
})

describe('reward split', () => {
  it('gives the integers of the first period', () => {
    const split = splitReward(19_857_400_000n, 128n)
    expect(split).toEqual({
      generatorFixed: 13_900_180_000n,
      generatorExtra: 1_985_740_000n,
      perCredit: 15_513_593n,
      devFund: 1_985_740_000n,
    })
    expect(split.perCredit * 128n).toBe(1_985_739_904n)
    expect(splitReward(19_857_400_000n, 87n).generatorExtra).toBe(47_279_523n)
    expect(splitReward(19_857_400_000n, 86n).generatorExtra).toBe(0n)
    expect(splitReward(19_857_400_000n, 1n).generatorExtra).toBe(0n)
    expect(stakersPart(19_857_400_000n, 128n)).toBe(17_871_659_904n)
  })

  it('never pays more than the reward', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), fc.bigInt(0n, 128n), (reward, credits) => {
        expect(stakersPart(reward, credits) + splitReward(reward, credits).devFund <= reward).toBe(
          true,
        )
      }),
    )
  })
})

describe('funds of a stake', () => {
  it('funds put in come out, active first', () => {
    const amounts = fc.array(
      fc.record({ value: fc.bigInt(0n, 10n ** 15n), at: fc.bigInt(0n, 20_000n) }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(amounts, fc.bigInt(0n, 10n ** 16n), (additions, asked) => {
        let amount = addFunds(null, 10n ** 12n, 0n).amount
        let put = 10n ** 12n
        for (const { value, at } of additions) {
          const added = addFunds(amount, value, at)
          expect(added.active + added.locked).toBe(value)
          expect(added.locked).toBe(at >= 4320n ? value / 10n : 0n)
          expect(added.amount.eligibility).toBe(4320n)
          amount = added.amount
          put += value
        }
        const take = asked < put ? asked : put
        const { active, locked, amount: left } = drainFunds(amount, take)
        expect(active + locked).toBe(take)
        expect(locked === 0n || active === amount.value).toBe(true)
        expect((left?.value ?? 0n) + (left?.locked ?? 0n)).toBe(put - take)
      }),
    )
  })
})

describe('keys and ids', () => {
  it('base58 keeps every byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(base58Decode(base58Encode(bytes))).toEqual(bytes)
      }),
    )
    expect(base58Encode(Uint8Array.of(0, 0, 1, 2, 3))).toBe('11Ldp')
    expect(base58Decode('0OIl')).toBeNull()
  })

  it('named ones are valid and different', () => {
    const names = Array.from({ length: 300 }, (_, index) => `depositor ${index}`)
    expect(new Set(names.map(namedAccount)).size).toBe(300)
    expect(new Set(names.map(namedContract)).size).toBe(300)
    expect(
      names.every((name) => isAccount(namedAccount(name)) && isContractId(namedContract(name))),
    ).toBe(true)
  })
})

describe('the journal', () => {
  it('reverts every change of a failed attempt, nested ones too, and none of a good one', () => {
    const journal = new Journal()
    const table = new Table<number>(journal)
    const cell = new Cell(journal, 'a')
    table.set('kept', 1)
    const attempt = (inner: boolean) =>
      journal.attempt(() => {
        table.set('kept', 2)
        table.set('new', 1)
        table.delete('kept')
        cell.value = 'b'
        if (inner)
          expect(() =>
            journal.attempt(() => {
              cell.value = 'c'
              throw new Error('inner')
            }),
          ).toThrow('inner')
        expect(cell.value).toBe('b')
        throw new Error('outer')
      })
    expect(() => attempt(true)).toThrow('outer')
    expect([...table.entries(), cell.value]).toEqual([['kept', 1], 'a'])
    journal.attempt(() => table.set('kept', 3))
    expect(
      journal.peek(() => {
        table.set('kept', 4)
        return table.get('kept')
      }),
    ).toBe(4)
    expect(table.get('kept')).toBe(3)
  })
})
