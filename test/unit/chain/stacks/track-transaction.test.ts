import { afterEach, describe, expect, it } from 'vitest'
import { createStacksClient } from '../../../../src/chain/stacks/client.ts'
import {
  trackTransaction,
  type TrackedTransaction,
} from '../../../../src/chain/stacks/track-transaction.ts'
import { createFastClock } from '../../../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost } from '../../../../src/dev/faults/http-host.ts'

const sender = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
const txid = `0x${'ab'.repeat(32)}`
const other = `0x${'cd'.repeat(32)}`
let host: HttpHost | undefined
afterEach(() => host?.close())

interface Scene {
  /** What v3 tells of the transaction; absent: 404. */
  transaction?: object
  nonce: number
  nodeHeight: number
  apiHeight: number
  /** Transactions that the API lists for the sender. */
  listed?: object[]
}

const mined = (id: string, nonce: number) => ({
  tx_id: id,
  status: 'success',
  sender: { address: sender, nonce },
  fee_rate: '300',
  block: { height: 90, tx_index: 1, time: 5 },
  bitcoin_block: { height: 9, time: 4 },
})

const track = async (scene: () => Scene, tracked: Partial<TrackedTransaction> = {}) => {
  host = await startHttpHost(({ path }, response) => {
    const { transaction, nonce, nodeHeight, apiHeight, listed = [] } = scene()
    const { pathname } = new URL(path, 'http://host')
    if (pathname === '/v2/info')
      return { burn_block_height: 9, stacks_tip_height: nodeHeight, network_id: 1 }
    if (pathname.startsWith('/v2/accounts/'))
      return { balance: '0x0', locked: '0x0', unlock_height: 0, nonce }
    if (pathname === '/extended') return { chain_tip: { block_height: apiHeight } }
    if (pathname.endsWith('/transactions'))
      return { results: listed.map((each) => ({ transaction: each })) }
    if (pathname.startsWith('/extended/v3/transactions/') && transaction) return transaction
    return void response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
  })
  const clock = createFastClock()
  const client = createStacksClient({ bases: [host.url], clock })
  const look = async () => {
    const answer = await trackTransaction(client, {
      txid,
      sentAt: clock.now(),
      sender,
      nonce: 7,
      ...tracked,
    })
    return answer.ok ? answer.news : answer.failure
  }
  return { look, clock }
}

describe('a transaction that the API does not know although its nonce is used', () => {
  it('is not replaced while the API lags behind its node', async () => {
    let scene: Scene = { nonce: 8, nodeHeight: 91, apiHeight: 89 }
    const { look } = await track(() => scene)
    expect(await look()).toMatchObject({ state: 'pending', doubt: 'nonce-passed' })
    scene = { ...scene, apiHeight: 91, transaction: mined(txid, 7) }
    expect(await look()).toMatchObject({ state: 'confirmed', burnHeight: 9 })
  })

  it('is replaced when the API stands at the height of its node', async () => {
    const { look } = await track(() => ({ nonce: 8, nodeHeight: 91, apiHeight: 91 }))
    expect(await look()).toMatchObject({ state: 'replaced', by: null })
  })

  it('is replaced by the mined one with its nonce, wherever the API stands', async () => {
    const listed = [mined(`0x${'01'.repeat(32)}`, 8), mined(other, 7)]
    const { look } = await track(() => ({ nonce: 9, nodeHeight: 99, apiHeight: 91, listed }))
    expect(await look()).toMatchObject({ state: 'replaced', by: other })
  })

  it('is done when the list of its sender has it', async () => {
    const listed = [mined(txid, 7)]
    const { look } = await track(() => ({ nonce: 8, nodeHeight: 99, apiHeight: 91, listed }))
    expect(await look()).toMatchObject({ state: 'confirmed' })
  })

  it('is pending while its nonce is not used, and after an hour has vanished', async () => {
    const { look } = await track(() => ({ nonce: 7, nodeHeight: 91, apiHeight: 91 }))
    expect(await look()).toMatchObject({ state: 'pending', unseen: true })
    const late = await track(() => ({ nonce: 7, nodeHeight: 91, apiHeight: 91 }), { sentAt: -4e6 })
    expect(await late.look()).toMatchObject({ state: 'dropped', why: 'vanished' })
  })
})

describe('a transaction that waits', () => {
  const transaction = {
    tx_id: txid,
    status: 'pending',
    sender: { address: sender, nonce: 7 },
    fee_rate: '300',
  }

  it('is in doubt once its account has been past its nonce for a while', async () => {
    const scene = (): Scene => ({ transaction, nonce: 9, nodeHeight: 91, apiHeight: 91 })
    const { look } = await track(scene)
    expect(await look()).not.toHaveProperty('doubt')
    const late = await track(scene, { sentAt: -1e6 })
    expect(await late.look()).toMatchObject({ state: 'pending', doubt: 'nonce-passed' })
  })

  it('is not in doubt while its turn has not come', async () => {
    const scene = (): Scene => ({ transaction, nonce: 7, nodeHeight: 91, apiHeight: 91 })
    const { look } = await track(scene, { sentAt: -1e6 })
    expect(await look()).not.toHaveProperty('doubt')
  })

  it('of an unknown kind is said by its name', async () => {
    const odd = { ...transaction, status: 'held_for_ransom' }
    const scene = (): Scene => ({ transaction: odd, nonce: 7, nodeHeight: 91, apiHeight: 91 })
    expect(await (await track(scene)).look()).toMatchObject({
      state: 'unknown',
      status: 'held_for_ransom',
    })
  })
})
