import { makeContractDeploy, serializePayload } from '@stacks/transactions'
import { expect, it } from 'vitest'
import { findDeployment } from '../../../../src/chain/stacks/deployments.ts'
import { userAccounts } from '../../../../src/dev/network/accounts.ts'
import { deployCall } from '../../../../src/wallet/stacks/console-calls.ts'
import { feePayload } from '../../../../src/wallet/stacks/fee-payload.ts'
import { payloadOf } from '../../../../src/wallet/stacks/read-stacks-baseline.ts'
import { setupCalls, setupRequest } from '../../../../src/wallet/stacks/setup-requests.ts'

const deployment = findDeployment('embedded-live')!
const { address, key } = userAccounts[0]!

it('a deployment is what its transaction carries, whatever the source has in it', async () => {
  const source = '(define-constant A u1) ;; \n'.repeat(30)
  const request = deployCall(deployment, address, 'our-contract', source)
  const { payload } = await makeContractDeploy({
    contractName: 'our-contract',
    codeBody: source,
    clarityVersion: 3,
    senderKey: key,
    fee: 1n,
    nonce: 0n,
    network: 'testnet',
  })
  expect(feePayload(request)).toBe(serializePayload(payload))
})

it('every set-up call is one of the contract, or of the sBTC token', () => {
  for (const call of setupCalls) {
    const request = setupRequest(deployment, address, call)
    expect(request.functionName).toBe(call)
    const isTransfer = call === 'transfer'
    expect(request.contract).toBe(isTransfer ? deployment.sbtcToken : deployment.contract)
    expect(feePayload(request)).toBe(payloadOf(request))
  }
})
