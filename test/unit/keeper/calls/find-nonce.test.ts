import { describe, expect, it } from 'vitest'
import { noTransaction } from '../../../../src/chain/stacks/answers.ts'
import {
  findReturned,
  freeNonce,
  offeredBefore,
  type AccountStand,
} from '../../../../src/keeper/calls/find-nonce.ts'
import { keptCall } from '../../../support/kept-call.ts'

const standing = (nonce: number, ...waiting: [nonce: number, txid: string][]): AccountStand => ({
  nonce,
  microStx: 0n,
  waiting: waiting.map(([number, txid]) => ({
    ...noTransaction,
    tx_id: `0x${txid}`,
    nonce: number,
  })),
})

describe('the next nonce', () => {
  it('is the lowest that nothing has used, whoever sent it with the same key', () => {
    expect(freeNonce(standing(5), [])).toBe(5)
    expect(freeNonce(standing(5, [5, 'aa'], [6, 'bb']), [])).toBe(7)
    expect(freeNonce(standing(5, [6, 'bb']), [])).toBe(5)
    expect(freeNonce(standing(5, [6, 'bb']), [keptCall({ nonce: 5 })])).toBe(7)
    expect(freeNonce(standing(9), [keptCall({ nonce: 5 })])).toBe(9)
  })

  it('is no new one where a settled call waits again, as after a reorganisation', () => {
    const confirmed = keptCall({ nonce: 5, outcome: 'confirmed' }, 'aa')
    expect(findReturned(standing(5, [5, 'aa']), [confirmed])).toBe(confirmed)
    expect(findReturned(standing(6, [6, 'bb']), [confirmed])).toBeUndefined()
    expect(findReturned(standing(5, [5, 'aa']), [keptCall({ nonce: 5 }, 'aa')])).toBeUndefined()
  })

  it('is offered more than anything before under it', () => {
    const calls = [keptCall({ nonce: 5 }, 'aa', 900n), keptCall({ nonce: 5 }, 'bb', 1200n)]
    expect(offeredBefore(calls, 5)).toBe(1200n)
    expect(offeredBefore(calls, 6)).toBeNull()
  })
})
