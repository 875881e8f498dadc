import { expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { optOutCall } from '../../../../src/wallet/stacks/holder-calls.ts'
import { judgeFetchedCall } from '../../../../src/wallet/stacks/judge-fetched-call.ts'

const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const other = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const request = optOutCall(
  builtInDeployments.find(({ id }) => id === 'embedded-v1')!,
  account,
)
const baseline = { at: 1_000_000_000_000, nonce: 7, height: 40, known: [], feeBound: '3000000' }

const judge = (sender: string, nonce: number, height: number | null) =>
  judgeFetchedCall({ request, baseline }, `0x${'ab'.repeat(32)}`, {
    contract: request.contract,
    functionName: request.functionName,
    args: request.args,
    sender,
    nonce,
    feeMicroStx: 3000n,
    height,
    blockTime: null,
    receivedAt: 1_000_000_001,
    chainId: request.chainId,
    version: 'testnet',
    postConditionMode: 'deny',
    conditionCount: 0,
    postConditions: [],
  })

it('takes a transaction with an older number for an older one, of its own account alone', () => {
  expect(judge(account, 7, null)).toBeNull()
  expect(judge(account, 6, null)).toBe('old-transaction')
  expect(judge(other, 6, null)).toBe('wrong-account')
  expect(judge(other, 6, 41)).toBe('wrong-account')
})

it('takes what was in a block before the question for an older one, whoever sent it', () => {
  expect(judge(other, 6, 40)).toBe('old-transaction')
})
