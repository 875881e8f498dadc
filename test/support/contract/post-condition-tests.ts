import { Cl, Pc, PostConditionMode } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import type { Network } from '../../../src/dev/network/index.ts'
import { user1, user2, type NetworkClient, type Terms } from './network-client.ts'

/** A contract that moves every kind of asset. */
export const assetsSource = `
(define-fungible-token coin)
(define-non-fungible-token thing uint)
(define-public (mint)
  (begin
    (try! (ft-mint? coin u100 tx-sender))
    (try! (nft-mint? thing u1 tx-sender))
    (nft-mint? thing u2 tx-sender)))
(define-public (give-coin (amount uint) (to principal)) (ft-transfer? coin amount tx-sender to))
(define-public (burn-coin (amount uint)) (ft-burn? coin amount tx-sender))
(define-public (give-thing (id uint) (to principal)) (nft-transfer? thing id tx-sender to))
(define-public (give-stx (amount uint) (to principal)) (stx-transfer? amount tx-sender to))
(define-public (keep-stx (amount uint)) (stx-transfer? amount tx-sender (as-contract tx-sender)))
(define-public (return-stx (amount uint))
  (let ((to tx-sender)) (as-contract (stx-transfer? amount tx-sender to))))
(define-public (refuse) (err u7))
(define-public (break) (ok (- u0 u1)))
(define-read-only (coins (who principal)) (ft-get-balance coin who))
`
export const assetsContract: `${string}.${string}` = `${user1.address}.assets`
const coin = `${assetsContract}::coin`
const thing = `${assetsContract}::thing`

const balanceOf = async ({ get }: NetworkClient, address: string) =>
  BigInt((await get(`/v2/accounts/${address}?proof=0`)).json.balance as string)

const coinsOf = async ({ post }: NetworkClient, address: string) => {
  const request = { sender: address, arguments: [Cl.serialize(Cl.principal(address))] }
  return Cl.deserialize(
    (await post(`/v2/contracts/call-read/${assetsContract.replace('.', '/')}/coins`, request)).json
      .result as string,
  )
}

const contract = assetsContract

/**
 * What post-conditions do, on a network whose first user has deployed the contract and minted its
 * assets.
 */
export const postConditionTests = (world: () => { network: Network; client: NetworkClient }) =>
  describe('post-conditions', () => {
    const who = () => Pc.principal(user1.address)
    const give = (args: [string, ...Parameters<typeof Cl.uint>], conditions: Terms) =>
      world()
        .client.call(user1, contract, args[0], {
          args: [Cl.uint(args[1]), Cl.principal(user2.address)],
          ...conditions,
        })
        .then(world().client.mined)

    it('undo everything but the fee when one is violated', async () => {
      const before = await balanceOf(world().client, user1.address)
      const violated = await give(['give-coin', 7], {
        conditions: [who().willSendEq(6).ft(contract, 'coin')],
      })
      expect(violated).toMatchObject({
        tx_status: 'abort_by_post_condition',
        tx_result: { repr: '(ok true)' },
        event_count: 0,
        events: [],
        post_condition_mode: 'deny',
      })
      expect(violated.vm_error).toBe(`${user1.address} sent 7 of ${coin}, not exactly 6`)
      expect(await coinsOf(world().client, user1.address)).toEqual(Cl.uint(100))
      expect(await coinsOf(world().client, user2.address)).toEqual(Cl.uint(0))
      expect(await balanceOf(world().client, user1.address)).toBe(
        before - BigInt(violated.fee_rate),
      )
      expect(
        await give(['give-coin', 7], { conditions: [who().willSendEq(7).ft(contract, 'coin')] }),
      ).toMatchObject({ tx_status: 'success', nonce: 3 })
      expect(await coinsOf(world().client, user2.address)).toEqual(Cl.uint(7))
    })

    it('in deny mode let nothing move that none names; in allow mode they do', async () => {
      expect(await give(['give-coin', 7], {})).toMatchObject({
        tx_status: 'abort_by_post_condition',
      })
      expect(await give(['give-stx', 7], {})).toMatchObject({
        tx_status: 'abort_by_post_condition',
      })
      expect(await give(['give-thing', 1], {})).toMatchObject({
        tx_status: 'abort_by_post_condition',
      })
      expect(
        await give(['give-thing', 1], {
          conditions: [who().willSendAsset().nft(`${user1.address}.assets::thing`, Cl.uint(2))],
        }),
      ).toMatchObject({ tx_status: 'abort_by_post_condition' })
      expect(await give(['give-coin', 7], { mode: PostConditionMode.Allow })).toMatchObject({
        tx_status: 'success',
      })
    })

    it.each([
      ['eq', 7, true],
      ['eq', 8, false],
      ['gt', 6, true],
      ['gt', 7, false],
      ['gte', 7, true],
      ['gte', 8, false],
      ['lt', 8, true],
      ['lt', 7, false],
      ['lte', 7, true],
      ['lte', 6, false],
    ] as const)('compare amounts: %s %i of 7 sent holds: %s', async (condition, amount, holds) => {
      const status = holds ? 'success' : 'abort_by_post_condition'
      expect(
        await give(['give-stx', 7], {
          conditions: [{ type: 'stx-postcondition', address: user1.address, condition, amount }],
        }),
      ).toMatchObject({ tx_status: status })
    })

    it('count burns as sent, and every principal apart', async () => {
      const burn = (amount: number) =>
        world()
          .client.call(user1, contract, 'burn-coin', {
            args: [Cl.uint(5)],
            conditions: [who().willSendLte(amount).ft(contract, 'coin')],
          })
          .then(world().client.mined)
      expect(await burn(4)).toMatchObject({ tx_status: 'abort_by_post_condition' })
      expect(await burn(5)).toMatchObject({ tx_status: 'success' })
      await world().client.mined(
        await world().client.call(user1, contract, 'keep-stx', {
          args: [Cl.uint(50)],
          conditions: [who().willSendEq(50).ustx()],
        }),
      )
      const back = (conditions: Terms) =>
        world()
          .client.call(user1, contract, 'return-stx', { args: [Cl.uint(20)], ...conditions })
          .then(world().client.mined)
      expect(await back({})).toMatchObject({ tx_status: 'abort_by_post_condition' })
      expect(await back({ mode: PostConditionMode.Originator })).toMatchObject({
        tx_status: 'success',
      })
      expect(
        await back({ conditions: [Pc.principal(contract).willSendEq(20).ustx()] }),
      ).toMatchObject({ tx_status: 'success' })
    })

    it('name non-fungible items: sent, not sent, perhaps sent', async () => {
      const item = (condition: 'sent' | 'not-sent' | 'maybe-sent', id: number) =>
        ({
          type: 'nft-postcondition',
          address: user1.address,
          asset: thing,
          assetId: Cl.uint(id),
          condition,
        }) as never
      expect(await give(['give-thing', 1], { conditions: [item('not-sent', 1)] })).toMatchObject({
        tx_status: 'abort_by_post_condition',
      })
      expect(
        await give(['give-thing', 1], { conditions: [item('sent', 1), item('sent', 2)] }),
      ).toMatchObject({ tx_status: 'abort_by_post_condition' })
      expect(
        await give(['give-thing', 1], { conditions: [item('sent', 1), item('not-sent', 2)] }),
      ).toMatchObject({ tx_status: 'success' })
      expect(await give(['give-thing', 2], { conditions: [item('maybe-sent', 2)] })).toMatchObject({
        tx_status: 'success',
      })
    })

    it('stay undone after the chain is built again from its history', async () => {
      await give(['give-coin', 7], {})
      await give(['give-coin', 3], { mode: PostConditionMode.Allow })
      const entries = [...world().network.node.entries()]
      await world().network.node.restore(entries)
      expect(await coinsOf(world().client, user2.address)).toEqual(Cl.uint(3))
      expect(
        (await world().client.get(`/extended/v1/address/${user1.address}/transactions?limit=2`))
          .json.results,
      ).toMatchObject([{ tx_status: 'success' }, { tx_status: 'abort_by_post_condition' }])
    })
  })
