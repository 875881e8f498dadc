import { describe, expect, it } from 'vitest'
import { poolCallFor, type PoolAction } from '../../../../src/chain/dusk/calls.ts'
import { decodeWalletCall, isSamePoolCall } from '../../../../src/chain/dusk/decode-wallet-call.ts'
import { duskDeployment, type PoolDeployment } from '../../../../src/chain/dusk/deployments.ts'
import { namedContract } from '../../../../src/protocol/hyperstaking/core/ids.ts'
import { U64_MAX } from '../../../../src/protocol/hyperstaking/core/units.ts'
import { prepareDuskRequest } from '../../../../src/wallet/dusk/prepare-dusk-request.ts'
import { readRecorded } from '../../../support/fixtures/dusk/read-fixture.ts'

const gas = { limit: 50_000_000n, price: 1n }
const id = namedContract('referral pool')
const referral: PoolDeployment = { id, name: 'Referral', kind: 'referral' }
const sozu: PoolDeployment = { id, name: 'Sozu', kind: 'sozu' }
// An account that is a point of the curve.
const holder = readRecorded('contracts').find((each) => each.id === 'balance-of-holder')
const bob = JSON.parse(holder!.request.body!) as string
const nothing = { contract: id, deposit: 0n, lux: null, shares: null, account: null }

const prepare = async (pool: PoolDeployment, action: PoolAction) => {
  const call = poolCallFor(pool, action)!
  return {
    call,
    prepared: await prepareDuskRequest(duskDeployment('local'), bob, { call, gas }),
  }
}

describe('what is signed', () => {
  it.each<[string, PoolDeployment, PoolAction, object]>([
    [
      'sozu_stake',
      sozu,
      { do: 'deposit', lux: U64_MAX, referrer: null },
      { deposit: U64_MAX, lux: U64_MAX },
    ],
    ['sozu_unstake', sozu, { do: 'withdraw', lux: 7n }, { lux: 7n }],
    [
      'deposit_with_referrer',
      referral,
      { do: 'deposit', lux: 1000n, referrer: bob },
      { deposit: 1000n, lux: 1000n, account: bob },
    ],
    ['redeem', referral, { do: 'withdraw-all', shares: 9n, lux: 12n }, { shares: 9n }],
    ['claim', referral, { do: 'claim' }, {}],
    ['settle', referral, { do: 'settle', account: bob }, { account: bob }],
    ['transfer', referral, { do: 'transfer', to: bob, shares: 3n }, { shares: 3n, account: bob }],
  ])('is read from the bytes again: %s', async (method, pool, action, said) => {
    const { prepared } = await prepare(pool, action)
    expect(prepared?.signs).toEqual({ ...nothing, method, ...said })
    expect(prepared?.request.call.contractId).toBe(`0x${id}`)
  })

  it.each([
    ['another contract', { contractId: `0x${'ee'.repeat(32)}` }],
    ['another function', { fnName: 'withdraw' }],
    ['another amount', { fnArgs: '0xe903000000000000' }],
    ['another deposit', { deposit: '1001' }],
  ])('is not taken for the call that was planned: %s', async (_title, change) => {
    const { call, prepared } = await prepare(referral, {
      do: 'deposit',
      lux: 1000n,
      referrer: null,
    })
    const decoded = await decodeWalletCall({ ...prepared!.request.call, ...change })
    expect(isSamePoolCall(call, prepared!.signs)).toBe(true)
    expect(isSamePoolCall(call, decoded!)).toBe(false)
  })

  it.each([
    ['claim', '0x00'],
    ['deposit', '0xe80300'],
    ['deposit_with_referrer', '0xe803000000000000'],
    ['drain', '0x'],
  ])('is nothing where the bytes are none of a pool’s: %s %s', async (fnName, fnArgs) => {
    const { prepared } = await prepare(referral, { do: 'claim' })
    expect(await decodeWalletCall({ ...prepared!.request.call, fnName, fnArgs })).toBeNull()
  })
})
