import { readFileSync } from 'node:fs'
import { Cl, Pc, postConditionToHex } from '@stacks/transactions'
import { expect, it } from 'vitest'
import { encodeApiConditions } from '../../../../src/wallet/stacks/encode-api-conditions.ts'

const folder = new URL('../../../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string) =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { post_conditions: unknown })
    .post_conditions

const holder = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const sbtc = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'

it.each(['tx-abort-post-condition.v1.json', 'tx-abort-post-condition.v3.json'])(
  'the conditions in %s are the bytes that were signed',
  (file) => {
    const signed = Pc.principal(holder).willSendLte(10n).ft(sbtc, 'sbtc-token')
    expect(encodeApiConditions(recorded(file))).toEqual([postConditionToHex(signed)])
  },
)

it('every kind that is compared has its bytes', () => {
  const principal = { type_id: 'principal_contract', address: holder, contract_name: 'pool' }
  const stx = { type: 'stx', condition_code: 'sent_equal_to', amount: '7', principal }
  const item = {
    type: 'non_fungible',
    condition_code: 'not_sent',
    principal,
    asset: { contract_address: holder, contract_name: 'names', asset_name: 'name' },
    asset_value: { hex: '0x0100000000000000000000000000000001' },
  }
  expect(encodeApiConditions([stx, item])).toEqual(
    [
      Pc.principal(`${holder}.pool`).willSendEq(7n).ustx(),
      Pc.principal(`${holder}.pool`).willNotSendAsset().nft(`${holder}.names::name`, Cl.uint(1)),
    ].map((condition) => postConditionToHex(condition)),
  )
})

it.each([
  ['a kind that is not known', [{ type: 'staking' }]],
  ['no list', null],
  ['an amount that is none', [{ type: 'stx', condition_code: 'sent_equal_to', amount: '-1' }]],
])('%s cannot be compared', (_, conditions) => {
  expect(encodeApiConditions(conditions)).toBeNull()
})
