import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { createStacksClient } from '../../../../../src/chain/stacks/client.ts'
import { readRunningCycle } from '../../../../../src/chain/stacks/reads/running-cycle.ts'
import type { Reader } from '../../../../../src/chain/stacks/source.ts'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-v1'

const answers = (operation: number): Record<string, ClarityValue> => ({
  'cycle-data': Cl.tuple({
    'cycle-id': Cl.uint(3),
    'current-cycle-bitcoin-block-height': Cl.uint(1000),
    'next-cycle-bitcoin-block-height': Cl.uint(3100),
    'snapshots-per-cycle': Cl.uint(14),
    'blocks-per-snapshot': Cl.uint(150),
    'participants-count': Cl.uint(2),
    'current-snapshot-index': Cl.uint(1),
  }),
  'snapshot-data': Cl.tuple({
    'current-snapshot-bitcoin-block-height': Cl.uint(1150),
    'current-snapshot-count': Cl.uint(2),
  }),
  'get-last-operation-state': Cl.uint(operation),
})

const readerFor = (operation: number): Reader => {
  const values = answers(operation)
  const client = createStacksClient({
    bases: ['http://127.0.0.1:9'],
    fetch: (url) => {
      const name = url.split('/').at(-1)!
      return Promise.resolve(
        Response.json({ okay: true, result: `0x${serializeCV(values[name]!)}` }),
      )
    },
  })
  const capabilities = {
    family: 'v1' as const,
    reads: Object.keys(values),
    calls: [],
    maps: [],
    variables: [],
    userCalls: true,
  }
  return { client, contract, capabilities, fresh: false, failures: [] }
}

describe('the phase of the running cycle', () => {
  it('follows from the number of the last operation', async () => {
    const cycle = await readRunningCycle(readerFor(4))
    expect(cycle).toMatchObject({ known: true, value: { id: 3, phase: 'weights' } })
  })

  it('leaves the cycle unknown when the number is not one of the family’s', async () => {
    const reader = readerFor(7)
    expect(await readRunningCycle(reader)).toEqual({ known: false, reason: 'bad-answer' })
    expect(reader.failures).toEqual([{ code: 'bad-answer' }])
  })
})
