import { describe, expect, it } from 'vitest'
import { emptyClaimCursor } from '../../../../../../src/chain/stacks/bitcoin-staking/rewards/claim-cursor.ts'
import {
  collectClaims,
  type CollectedClaims,
} from '../../../../../../src/chain/stacks/bitcoin-staking/rewards/collect-claims.ts'
import type { PaidClaim } from '../../../../../../src/chain/stacks/bitcoin-staking/rewards/paid-claim.ts'
import { stakingDeployment } from '../../../../../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import {
  clientOf,
  createClaimsHost,
  PRINT_INDEX,
  type ToldClaim,
} from '../../../../../support/bitcoin-staking/claims-host.ts'

const deployment = stakingDeployment('mainnet')
const staker = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const manager = 'SP1N8F8BBBC60XF6HJBNJHKPRGJ7WZBRGNDJX4YDR.signer-manager'
const txid = (n: number): string => `0x${String(n).padStart(64, '0')}`
const told = (n: number, change: Partial<ToldClaim> = {}): ToldClaim => ({
  txid: txid(n),
  manager,
  staker,
  cycle: 147n,
  grossSats: 20_000n,
  netSats: 19_010n,
  height: 900,
  ...change,
})

/** Collects as often as there are requests left, each time with what was found before. */
async function collect(
  host: ReturnType<typeof createClaimsHost>,
  earlier: { known?: PaidClaim[]; cursor?: CollectedClaims['cursor'] } = {},
) {
  const client = clientOf(host)
  let known = earlier.known ?? []
  let cursor = earlier.cursor ?? emptyClaimCursor(host.height, 'hosts')
  const gone: string[] = []
  for (let round = 0; round < 50; round++) {
    const tip = await client.tip()
    if (!tip.ok) throw new Error('no tip')
    const collected = await collectClaims(
      client,
      deployment,
      { staker, managers: [manager], known, from: cursor },
      { tip: tip.value, budget: 6 },
    )
    expect(collected.problem).toBeNull()
    const isOver = (key: string) =>
      collected.gone.includes(key) || collected.found.some((claim) => claim.key === key)
    known = [...known.filter(({ key }) => !isOver(key)), ...collected.found]
    ;({ cursor } = collected)
    gone.push(...collected.gone)
    if (collected.requestsLeft === null) break
  }
  return { known, cursor, gone }
}

describe('what managers have paid', () => {
  it('is found in their logs, with what each transaction shows', async () => {
    const other = told(3, { staker: 'SP72DMR3MJKS7RVBY33JVV7EEJSQ1PYDVKDP10FX' })
    const host = createClaimsHost(deployment, [told(1), told(2, { cycle: 148n, bond: 4n }), other])
    const { known } = await collect(host)
    expect(known).toHaveLength(2)
    expect(known.find(({ cycle }) => cycle === 147n)).toEqual({
      key: `${txid(1)}:${PRINT_INDEX}`,
      staker,
      manager,
      cycle: 147n,
      bond: null,
      txid: txid(1),
      eventIndex: PRINT_INDEX,
      grossSats: 20_000n,
      netSats: 19_010n,
      burnHeight: { known: true, value: 900 },
      blockTime: { known: true, value: 1_780_000_000 + 540_000 },
      payout: { kind: 'sbtc' },
    })
    expect(known.find(({ cycle }) => cycle === 148n)).toMatchObject({ bond: 4n })
  })

  it('is complete from many pages, within the budget of each call', async () => {
    const host = createClaimsHost(
      deployment,
      Array.from({ length: 120 }, (_, n) => told(n, { cycle: BigInt(n) })),
    )
    const { known } = await collect(host)
    expect(new Set(known.map(({ cycle }) => cycle)).size).toBe(120)
  })

  it.each<[string, Partial<ToldClaim>]>([
    ['no sBTC has moved', { movedSats: 0n }],
    ['another amount has moved', { movedSats: 19_009n }],
    ['the transaction failed', { isFailed: true }],
    ['it pays more than was settled', { netSats: 20_001n }],
  ])('is not what a log only says: %s', async (_, change) => {
    const { known } = await collect(createClaimsHost(deployment, [told(1, change)]))
    expect(known).toEqual([])
  })

  it('by max500 is banked until it is paid out', async () => {
    const host = createClaimsHost(deployment, [told(1, { isSettlement: true, movedSats: 0n })])
    expect((await collect(host)).known).toMatchObject([{ payout: { kind: 'banked' } }])
  })

  describe('by max500 and kept at first', () => {
    const settled = (n: number, change: Partial<ToldClaim> = {}) =>
      told(n, {
        isSettlement: true,
        movedSats: 0n,
        height: 900 + n,
        cycle: BigInt(140 + n),
        netSats: 1_000n + BigInt(n),
        ...change,
      })
    const payout = (n: number, netSats: bigint, change: Partial<ToldClaim> = {}) =>
      told(n, { isPayout: true, height: 900 + n, netSats, ...change })
    const laterBy = {
      txid: txid(3),
      sats: 2_003n,
      claims: 2,
      burnHeight: { known: true, value: 903 },
      blockTime: { known: true, value: 1_780_000_000 + 903 * 600 },
    }
    const paidIn = (claims: PaidClaim[]) =>
      Object.fromEntries(
        claims.map(({ cycle, payout: made }) => [
          String(cycle - 140n),
          made.kind === 'banked' ? 'kept' : Number(made.by?.txid),
        ]),
      )

    it('is paid by the payout that it adds up to, together with others, to the sat', async () => {
      const host = createClaimsHost(deployment, [
        settled(1),
        settled(2),
        payout(3, 2_003n),
        settled(4),
        payout(5, 1_004n),
        settled(6),
      ])
      const { known, cursor } = await collect(host)
      expect(paidIn(known)).toEqual({ 1: 3, 2: 3, 4: 5, 6: 'kept' })
      expect(known.find(({ cycle }) => cycle === 141n)!.payout).toEqual({
        kind: 'sbtc',
        by: laterBy,
      })
      expect(cursor.payouts).toEqual([])
    })

    it.each<[string, ToldClaim]>([
      ['no sBTC has moved', payout(3, 2_003n, { movedSats: 0n })],
      ['the transaction failed', payout(3, 2_003n, { isFailed: true })],
      ['it is less than was kept', payout(3, 2_002n)],
    ])('stays kept where a log only says that it was paid: %s', async (_, last) => {
      const { known } = await collect(createClaimsHost(deployment, [settled(1), settled(2), last]))
      expect(paidIn(known)).toEqual({ 1: 'kept', 2: 'kept' })
    })

    it('is paid by what came after it, not by what the same block has settled since', async () => {
      const host = createClaimsHost(deployment, [
        settled(1),
        payout(2, 1_001n, { height: 905 }),
        settled(3, { height: 905 }),
      ])
      expect(paidIn((await collect(host)).known)).toEqual({ 1: 2, 3: 'kept' })
    })

    it('is followed on Bitcoin as one payout', async () => {
      const onBitcoin = { request: 7n, sats: 1_500n }
      const host = createClaimsHost(deployment, [
        settled(1),
        settled(2),
        payout(3, 2_003n, { onBitcoin }),
      ])
      const first = await collect(host)
      const pending = { kind: 'bitcoin', ...onBitcoin, state: 'pending', by: laterBy }
      expect(first.known.map((claim) => claim.payout)).toEqual([pending, pending])
      host.decided.set(7n, true)
      host.height += 1
      const { known } = await collect(host, first)
      expect(known).toMatchObject([
        { payout: { state: 'accepted' } },
        { payout: { state: 'accepted' } },
      ])
    })

    it('is kept again when a reorganisation undid its payout', async () => {
      const host = createClaimsHost(deployment, [settled(1), payout(2, 1_001n, { height: 999 })])
      const first = await collect(host)
      expect(paidIn(first.known)).toEqual({ 1: 2 })
      host.height += 1
      host.claims = host.claims.slice(0, 1)
      expect(paidIn((await collect(host, first)).known)).toEqual({ 1: 'kept' })
    })

    it('is kept again where other hosts know nothing of its payout', async () => {
      const claims = [settled(1), payout(2, 1_001n)]
      const first = await collect(createClaimsHost(deployment, claims))
      const cursor = {
        ...emptyClaimCursor(1_000, 'others'),
        doubted: first.known.map(({ key }) => key),
      }
      const honest = createClaimsHost(deployment, claims.slice(0, 1))
      expect(paidIn((await collect(honest, { known: first.known, cursor })).known)).toEqual({
        1: 'kept',
      })
    })
  })

  it('costs one request a block once all is known and settled', async () => {
    const host = createClaimsHost(deployment, [told(1)])
    const { known, cursor } = await collect(host)
    host.height += 1
    host.asked = []
    await collect(host, { known, cursor })
    expect(host.asked.filter((path) => !path.startsWith('/v2/info'))).toHaveLength(1)
  })
})

describe('a young claim', () => {
  it('that a reorganisation undid is gone, and comes back when it is mined again', async () => {
    const host = createClaimsHost(deployment, [told(1, { height: 999 })])
    const first = await collect(host)
    const claims = host.claims
    host.height += 1
    host.claims = []
    const undone = await collect(host, first)
    expect([undone.known, undone.gone]).toEqual([[], [`${txid(1)}:${PRINT_INDEX}`]])
    host.height += 1
    host.claims = claims.map((claim) => ({ ...claim, height: 1_001 }))
    const again = await collect(host, undone)
    expect(again.known).toMatchObject([{ burnHeight: { value: 1_001 } }])
  })
})

describe('other hosts', () => {
  it('take back what they know nothing of, once they have told everything', async () => {
    const first = await collect(createClaimsHost(deployment, [told(1), told(2)]))
    const honest = createClaimsHost(deployment, [told(1)])
    const cursor = {
      ...emptyClaimCursor(1_000, 'others'),
      doubted: first.known.map(({ key }) => key),
    }
    const { known, gone } = await collect(honest, { known: first.known, cursor })
    expect(known.map((claim) => claim.txid)).toEqual([txid(1)])
    expect(gone).toEqual([`${txid(2)}:${PRINT_INDEX}`])
  })
})

describe('a payout on Bitcoin', () => {
  const onBitcoin = { request: 7n, sats: 18_000n }

  it.each([
    [true, 'accepted'],
    [false, 'rejected'],
  ] as const)('is pending until the signers decide (%s: %s)', async (decision, state) => {
    const host = createClaimsHost(deployment, [told(1, { onBitcoin })])
    const first = await collect(host)
    expect(first.known).toMatchObject([
      { payout: { kind: 'bitcoin', request: 7n, sats: 18_000n, state: 'pending' } },
    ])
    host.decided.set(7n, decision)
    host.height += 1
    const { known } = await collect(host, first)
    expect(known).toMatchObject([{ payout: { state } }])
  })
})
