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
