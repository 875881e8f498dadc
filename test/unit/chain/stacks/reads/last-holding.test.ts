import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { createStacksClient } from '../../../../../src/chain/stacks/client.ts'
import { readLastHolding } from '../../../../../src/chain/stacks/reads/last-holding.ts'
import type { Reader } from '../../../../../src/chain/stacks/source.ts'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-v2'
const address = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const CYCLE = 4

interface Go {
  /** Null: nothing was captured for the address in it. */
  sats: bigint | null
  rewarded?: boolean
  /** Whether any snapshot was taken in it. */
  taken: boolean
}

const holdingOf = ({ sats, rewarded = false }: Go): ClarityValue =>
  sats === null
    ? Cl.none()
    : Cl.some(
        Cl.tuple({
          'sbtc-wallet-amount': Cl.uint(sats),
          'sbtc-defi-amount': Cl.uint(0),
          'stx-stacked-amount': Cl.uint(0),
          'last-snapshot-index': Cl.uint(1),
          'has-been-rewarded': Cl.bool(rewarded),
          'reward-amount': Cl.uint(rewarded ? 14_000 : 0),
        }),
      )
const keyOf = (rollbackId: number) =>
  serializeCV(
    Cl.tuple({
      'cycle-id': Cl.uint(CYCLE),
      'rollback-id': Cl.uint(rollbackId),
      'participant-address': Cl.principal(address),
    }),
  )

/** A reader of a contract whose cycle was begun anew as often as there are further goes. */
const readerOf = (goes: readonly Go[], reads: readonly string[] = ['get-snapshot-data']) => {
  const asked: string[] = []
  const text = (value: ClarityValue) => `0x${serializeCV(value)}`
  const client = createStacksClient({
    bases: ['http://127.0.0.1:9'],
    fetch: (url, { body }) => {
      asked.push(url)
      const json = JSON.parse(String(body)) as unknown
      if (url.includes('/map_entry/')) {
        const id = goes.findIndex((_, index) => `0x${keyOf(index)}` === json)
        return Promise.resolve(Response.json({ data: text(holdingOf(goes[id]!)) }))
      }
      const [, rollback] = (json as { arguments: string[] }).arguments
      const go = goes.findIndex((_, index) => text(Cl.uint(index)) === rollback)
      const data = goes[go]?.taken ? Cl.some(Cl.tuple({ count: Cl.uint(1) })) : Cl.none()
      return Promise.resolve(Response.json({ okay: true, result: text(data) }))
    },
  })
  const reader: Reader = {
    client,
    contract,
    capabilities: {
      family: 'v2',
      reads: [...reads],
      calls: [],
      maps: ['participant-holdings-per-cycle'],
      variables: [],
      userCalls: true,
    },
    fresh: false,
    failures: [],
  }
  return { reader, asked }
}
const read = ({ reader }: ReturnType<typeof readerOf>) => readLastHolding(reader, address, CYCLE, 1)

describe('what was captured for an address in a past cycle', () => {
  it('is of the last go of a cycle that was rolled back', async () => {
    const goes = [
      { sats: 20_000_000n, taken: true },
      { sats: 30_000_000n, taken: true },
      { sats: 40_000_000n, rewarded: true, taken: true },
    ]
    expect(await read(readerOf(goes))).toMatchObject({
      known: true,
      value: { sats: 40_000_000n, rewarded: true, rewardSats: 14_000n },
    })
  })

  it('is nothing when the last go took a snapshot without it', async () => {
    const goes = [
      { sats: 20_000_000n, taken: true },
      { sats: null, taken: true },
    ]
    expect(await read(readerOf(goes))).toEqual({ known: true, value: null })
  })

  it('stays that of the only go, and costs one request when that was paid', async () => {
    expect(await read(readerOf([{ sats: 20_000_000n, taken: true }]))).toMatchObject({
      value: { sats: 20_000_000n },
    })
    const paid = readerOf([{ sats: 20_000_000n, rewarded: true, taken: true }])
    expect(await read(paid)).toMatchObject({ value: { rewarded: true } })
    expect(paid.asked).toHaveLength(1)
  })
})
