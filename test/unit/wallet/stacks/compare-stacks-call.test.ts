import { describe, expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import {
  compareStacksCall,
  type SentCall,
} from '../../../../src/wallet/stacks/compare-stacks-call.ts'
import { fundCall } from '../../../../src/wallet/stacks/console-calls.ts'

const account = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const deployment = builtInDeployments.find(({ id }) => id === 'embedded-v1')!
const asked = fundCall(deployment, account, 5n)
const sent: SentCall = {
  contract: asked.contract,
  functionName: asked.functionName,
  args: asked.args,
  sender: account,
  chainId: asked.chainId,
  version: 'testnet',
  postConditionMode: 'deny',
  conditionCount: 1,
  postConditions: asked.postConditions,
}

describe('what was sent', () => {
  it('is the same', () => expect(compareStacksCall(asked, sent)).toBeUndefined())

  it.each(['chainId', 'version', 'postConditionMode', 'postConditions'] as const)(
    'is not known, and not equal, without its %s',
    (part) => {
      expect(compareStacksCall(asked, { ...sent, [part]: null })).toBe('not-comparable')
      const other = { ...sent, functionName: 'mint', [part]: null }
      expect(compareStacksCall(asked, other)).toBe('result-mismatch')
    },
  )

  it.each<[string, Partial<SentCall>, string]>([
    ['chain', { chainId: 1 }, 'wrong-network'],
    ['version', { version: 'mainnet' }, 'wrong-network'],
    ['mode', { postConditionMode: 'allow' }, 'result-mismatch'],
    ['conditions', { postConditions: ['00'] }, 'result-mismatch'],
    ['number of conditions', { conditionCount: 0, postConditions: [] }, 'result-mismatch'],
    ['Clarity version', { clarityVersion: 2 }, 'result-mismatch'],
  ])('differs in its %s', (_what, change, failure) => {
    expect(compareStacksCall(asked, { ...sent, ...change })).toBe(failure)
  })
})
