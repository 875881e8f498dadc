import {
  Cl,
  getAddressFromPrivateKey,
  makeContractCall,
  makeUnsignedContractCall,
  Pc,
  PostConditionMode,
  postConditionToHex,
  privateKeyToPublic,
  TransactionSigner,
} from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import { builtInDeployments } from '../../../../src/chain/stacks/deployments.ts'
import { decodeSignedTransaction } from '../../../../src/wallet/stacks/decode-signed-transaction.ts'
import {
  changeRewardAddressCall,
  enrollCall,
  optOutCall,
} from '../../../../src/wallet/stacks/holder-calls.ts'
import { judgeSignedCall } from '../../../../src/wallet/stacks/judge-signed-call.ts'
import type { StacksCallRequest } from '../../../../src/wallet/stacks/stacks-call-request.ts'
import { accountKind } from '../../../../src/words/format/address.ts'
import { freshStacks } from '../../../support/baselines.ts'

const key = 'b'.repeat(64) + '01'
const otherKey = 'c'.repeat(64) + '01'
const account = getAddressFromPrivateKey(key, 'testnet')
const other = getAddressFromPrivateKey(otherKey, 'testnet')
const deployment = builtInDeployments.find(({ id }) => id === 'embedded-v1')!
const asked = enrollCall(deployment, account, null)
const judge = (request: StacksCallRequest, given: Parameters<typeof judgeSignedCall>[1]) =>
  judgeSignedCall(request, given, freshStacks)

type Options = Parameters<typeof makeContractCall>[0]

const sign = async (
  call: StacksCallRequest,
  change: Partial<Options> = {},
): Promise<{ transaction: string; txid: string }> => {
  const [contractAddress = '', contractName = ''] = call.contract.split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: call.functionName,
    functionArgs: call.args.map((argument) => Cl.deserialize(argument)),
    senderKey: key,
    network: 'testnet',
    fee: 300,
    nonce: 7,
    postConditionMode: PostConditionMode.Deny,
    ...change,
  } as Options)
  return { transaction: transaction.serialize(), txid: transaction.txid() }
}

describe('a signed transaction is compared with the request', () => {
  it('accepts exactly the request, with and without 0x, by the transaction’s id', async () => {
    for (const call of [
      asked,
      enrollCall(deployment, account, other),
      optOutCall(deployment, account),
      changeRewardAddressCall(deployment, account, other),
    ]) {
      const { transaction, txid } = await sign(call)
      const verdict = { kind: 'accepted', txid: `0x${txid}`, nonce: 7, feeMicroStx: '300' }
      expect(judge(call, { txid: null, transaction })).toEqual(verdict)
      expect(judge(call, { txid: txid.toUpperCase(), transaction: `0x${transaction}` })).toEqual(
        verdict,
      )
    }
  })

  it('shows a fee out of all proportion first', async () => {
    const high = await sign(asked, { fee: Number(freshStacks.feeBound) + 1 })
    expect(judge(asked, high)).toMatchObject({ kind: 'accepted', warning: 'high-fee' })
    const usual = await sign(asked, { fee: Number(freshStacks.feeBound) })
    expect(judge(asked, usual)).not.toHaveProperty('warning')
  })

  it('refuses one that is older than the question as its answer', async () => {
    const given = await sign(asked)
    const later = { ...freshStacks, nonce: 8 }
    expect(judgeSignedCall(asked, given, later)).toEqual({
      kind: 'failed',
      failure: 'old-transaction',
    })
    const waited = { ...freshStacks, known: [`0x${given.txid}`] }
    for (const answer of [given, { ...given, transaction: null }])
      expect(judgeSignedCall(asked, answer, waited)).toMatchObject({ failure: 'old-transaction' })
    const unread = { ...freshStacks, nonce: null }
    expect(judgeSignedCall(asked, given, unread)).toMatchObject({ kind: 'to-check' })
  })

  const changes: [string, Partial<Options>, string][] = [
    ['another contract', { contractName: 'dual-stacking-v2' }, 'result-mismatch'],
    ['a contract of another deployer', { contractAddress: other }, 'result-mismatch'],
    ['another function', { functionName: 'opt-out', functionArgs: [] }, 'result-mismatch'],
    ['another argument', { functionArgs: [Cl.some(Cl.address(other))] }, 'result-mismatch'],
    ['an argument more', { functionArgs: [Cl.none(), Cl.none()] }, 'result-mismatch'],
    ['allow mode', { postConditionMode: PostConditionMode.Allow }, 'result-mismatch'],
    [
      'a condition more',
      { postConditions: [Pc.principal(account).willSendLte(1n).ustx()] },
      'result-mismatch',
    ],
    ['another account', { senderKey: otherKey }, 'wrong-account'],
  ]
  it.each(changes)('refuses %s', async (_title, change, failure) => {
    const { transaction, txid } = await sign(asked, change)
    expect(judge(asked, { txid, transaction })).toEqual({
      kind: 'refused',
      failure,
      txid: `0x${txid}`,
      ...(failure === 'wrong-account' && { sender: other }),
    })
  })

  it('refuses another network, known by the chain id', async () => {
    const { transaction, txid } = await sign(asked, { network: 'mainnet' })
    expect(judge(asked, { txid, transaction })).toEqual({
      kind: 'refused',
      failure: 'wrong-network',
      txid: `0x${txid}`,
    })
  })

  it('refuses a transfer instead of a call', async () => {
    const { makeSTXTokenTransfer } = await import('@stacks/transactions')
    const transfer = await makeSTXTokenTransfer({
      recipient: other,
      amount: 1n,
      senderKey: key,
      network: 'testnet',
      fee: 300,
      nonce: 7,
    })
    expect(judge(asked, { txid: null, transaction: transfer.serialize() })).toMatchObject({
      kind: 'refused',
      failure: 'result-mismatch',
    })
  })

  it('refuses an id that is not the one of the transaction', async () => {
    const { transaction } = await sign(asked)
    expect(judge(asked, { txid: 'f'.repeat(64), transaction })).toEqual({
      kind: 'refused',
      failure: 'result-mismatch',
      txid: `0x${'f'.repeat(64)}`,
    })
  })

  it('compares post-conditions whatever their order', async () => {
    const [one, two] = [
      Pc.principal(account).willSendEq(1n).ustx(),
      Pc.principal(other).willSendLte(2n).ustx(),
    ]
    const call: StacksCallRequest = {
      ...asked,
      postConditions: [one, two].map((condition) =>
        postConditionToHex(condition).replace(/^0x/, ''),
      ),
    }
    expect(judge(call, await sign(call, { postConditions: [two, one] }))).toMatchObject({
      kind: 'accepted',
    })
    expect(judge(call, await sign(call, { postConditions: [one] }))).toMatchObject({
      kind: 'refused',
    })
  })

  it('does not take a broken signature for the account', async () => {
    const { transaction } = await sign(asked)
    // Hex digits before the signature's tenth: version, chain id, authorization type, hash mode,
    // signer, nonce, fee, key encoding.
    const signatureAt = 2 + 8 + 2 + 2 + 40 + 16 + 16 + 2 + 10
    const flipped =
      transaction.slice(0, signatureAt) +
      (transaction[signatureAt] === '0' ? '1' : '0') +
      transaction.slice(signatureAt + 1)
    expect(decodeSignedTransaction(flipped)?.signed).toBe(false)
    expect(judge(asked, { txid: null, transaction: flipped })).toEqual({
      kind: 'failed',
      failure: 'result-unreadable',
    })
    expect(
      judge(asked, {
        txid: decodeSignedTransaction(flipped)!.txid,
        transaction: flipped,
      }),
    ).toMatchObject({
      kind: 'to-check',
    })
  })

  it('says that others still have to sign, and compares what they are to sign', async () => {
    const publicKeys = [key, otherKey].map((each) => privateKeyToPublic(each) as string)
    const part = async (functionName: string) => {
      const [contractAddress = '', contractName = ''] = asked.contract.split('.')
      const transaction = await makeUnsignedContractCall({
        contractAddress,
        contractName,
        functionName,
        functionArgs: functionName === 'enroll' ? [Cl.none()] : [],
        publicKeys,
        numSignatures: 2,
        network: 'testnet',
        fee: 300,
        nonce: 7,
        postConditionMode: PostConditionMode.Deny,
      })
      new TransactionSigner(transaction).signOrigin(key)
      return transaction.serialize()
    }
    const shared = decodeSignedTransaction(await part('enroll'))!
    expect(shared).toMatchObject({ multisig: true, signed: false })
    const call = { ...asked, account: shared.call!.sender }
    expect(accountKind(call.account)).toBe('multisig')
    expect(judge(call, { txid: 'ab'.repeat(32), transaction: await part('enroll') })).toEqual({
      kind: 'failed',
      failure: 'needs-signers',
    })
    expect(judge(call, { txid: null, transaction: await part('opt-out') })).toMatchObject({
      kind: 'refused',
      failure: 'result-mismatch',
    })
    expect(decodeSignedTransaction((await sign(asked)).transaction)?.multisig).toBe(false)
  })

  it('has an id alone checked later, and nothing at all reported', () => {
    const txid = 'ab'.repeat(32)
    expect(judge(asked, { txid, transaction: null })).toEqual({
      kind: 'to-check',
      txid: `0x${txid}`,
    })
    expect(judge(asked, { txid: `0x${txid}`, transaction: 'no hex' })).toEqual({
      kind: 'to-check',
      txid: `0x${txid}`,
    })
    for (const given of [
      { txid: null, transaction: null },
      { txid: 'abc', transaction: null },
      { txid: null, transaction: 'zz' },
      { txid: '', transaction: '' },
    ]) {
      expect(judge(asked, given)).toEqual({
        kind: 'failed',
        failure: 'result-unreadable',
      })
    }
  })
})
