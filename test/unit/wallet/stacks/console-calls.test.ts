import {
  Cl,
  deserializePostConditionWire,
  makeContractDeploy,
  serializeCV,
  wireToPostCondition,
} from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { findDeployment } from '../../../../src/chain/stacks/deployments.ts'
import { deployer, userAccounts } from '../../../../src/dev/network/accounts.ts'
import { consoleCall, deployCall, fundCall } from '../../../../src/wallet/stacks/console-calls.ts'
import { judgeSignedCall } from '../../../../src/wallet/stacks/judge-signed-call.ts'
import { freshStacks } from '../../../support/baselines.ts'

const deployment = findDeployment('embedded-v1')!
const account = userAccounts[0]!.address
const asset = `${deployment.sbtcToken}::sbtc-token`
const hex = (value: Parameters<typeof serializeCV>[0]) => serializeCV(value).replace(/^0x/, '')
const conditions = (request: { postConditions: string[] }) =>
  request.postConditions.map((each) => wireToPostCondition(deserializePostConditionWire(each)))

describe('what an operator signs carries exactly the conditions of [dual-stacking 10.6]', () => {
  it('a payment of rewards: the contract sends at most what was computed, or is not asked', () => {
    const request = consoleCall(deployment, account, {
      functionName: 'distribute-rewards',
      args: [hex(Cl.list([Cl.principal(account)]))],
      paysSats: 12_345n,
    })!
    expect(request.postConditionMode).toBe('deny')
    expect(conditions(request)).toEqual([
      {
        type: 'ft-postcondition',
        address: deployment.contract,
        condition: 'lte',
        amount: '12345',
        asset,
      },
    ])
    expect(
      consoleCall(deployment, account, {
        functionName: 'distribute-rewards',
        args: [],
        paysSats: null,
      }),
    ).toBeUndefined()
  })

  it('an emergency withdrawal: the contract sends exactly its first argument', () => {
    const request = consoleCall(deployment, account, {
      functionName: 'emergency-withdraw-sbtc',
      args: [hex(Cl.uint(77)), hex(Cl.principal(account))],
      paysSats: null,
    })!
    expect(conditions(request)).toEqual([
      {
        type: 'ft-postcondition',
        address: deployment.contract,
        condition: 'eq',
        amount: '77',
        asset,
      },
    ])
    expect(
      consoleCall(deployment, account, {
        functionName: 'emergency-withdraw-sbtc',
        args: [hex(Cl.bool(true))],
        paysSats: null,
      }),
    ).toBeUndefined()
  })

  it('funding: the account sends exactly the amount to the contract', () => {
    const request = fundCall(deployment, account, 5n)
    expect(request).toMatchObject({
      contract: deployment.sbtcToken,
      functionName: 'transfer',
      args: [
        hex(Cl.uint(5)),
        hex(Cl.principal(account)),
        hex(Cl.principal(deployment.contract)),
        hex(Cl.none()),
      ],
    })
    expect(conditions(request)).toEqual([
      { type: 'ft-postcondition', address: account, condition: 'eq', amount: '5', asset },
    ])
  })

  it('everything else moves nothing', () => {
    for (const name of ['capture-snapshot-balances', 'update-APR', 'validate-ratio'])
      expect(
        consoleCall(deployment, account, { functionName: name, args: [], paysSats: null }),
      ).toMatchObject({
        functionName: name,
        postConditionMode: 'deny',
        postConditions: [],
      })
  })
})

describe('a deployed contract is compared with the request', () => {
  const source = '(define-read-only (one) u1)'
  const asked = deployCall(deployment, deployer.address, 'one', source)
  const signed = (change: { codeBody?: string; contractName?: string; senderKey?: string }) =>
    makeContractDeploy({
      contractName: 'one',
      codeBody: source,
      clarityVersion: 3,
      senderKey: deployer.key,
      network: 'testnet',
      nonce: 0,
      fee: 1000,
      postConditionMode: 'deny',
      ...change,
    })

  it('an equal one is accepted', async () => {
    const transaction = await signed({})
    expect(
      judgeSignedCall(
        asked,
        { txid: transaction.txid(), transaction: transaction.serialize() },
        freshStacks,
      ),
    ).toMatchObject({ kind: 'accepted' })
  })

  it.each([
    ['another source', { codeBody: '(define-read-only (one) u2)' }],
    ['another name', { contractName: 'two' }],
    ['another account', { senderKey: userAccounts[0]!.key }],
  ])('%s is refused', async (_what, change) => {
    expect(
      judgeSignedCall(
        asked,
        { txid: null, transaction: (await signed(change)).serialize() },
        freshStacks,
      ),
    ).toMatchObject({ kind: 'refused' })
  })

  it('a call is not taken for a contract, nor a contract for a call', async () => {
    const call = consoleCall(deployment, deployer.address, {
      functionName: 'finalize-snapshots',
      args: [],
      paysSats: null,
    })!
    expect(
      judgeSignedCall(
        call,
        { txid: null, transaction: (await signed({})).serialize() },
        freshStacks,
      ),
    ).toMatchObject({
      kind: 'refused',
      failure: 'result-mismatch',
    })
  })
})
