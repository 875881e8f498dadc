import { rewardCycleAt } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import { stakingClock } from '../../bitcoin-staking/staking-setting.ts'
import { badRequest, notFound, ok } from '../../http/answer.ts'
import { pageAt } from '../../http/cursor.ts'
import { pageOf, requireHeight, requirePrincipal } from '../../http/parameters.ts'
import { get, type Route, type RouteRequest } from '../../http/router.ts'
import type { StacksLedger } from '../../ledger/ledger.ts'
import type { ApiContext } from '../context.ts'
import { indexStaking, type StakingIndex } from '../json/staking-index.ts'
import {
  bondJson,
  cycleJson,
  partsOf,
  principalBondJson,
  principalStakingJson,
  registrationJson,
} from '../json/staking.ts'

const MOST_ROWS = 200

/** `/extended/v3/staking` and what it says of principals, all from the events of pox-5. */
export const stakingRoutes = ({ api }: ApiContext): Route[] => {
  let kept: { ledger: StacksLedger; transactions: number; index: StakingIndex } | undefined

  const indexNow = (): StakingIndex => {
    const { ledger } = api
    const transactions = ledger.transactions.length
    if (kept?.ledger !== ledger || kept.transactions !== transactions)
      kept = { ledger, transactions, index: indexStaking(ledger) }
    return kept.index
  }
  const burn = () => BigInt(api.ledger.blocks.tip().burn)

  const rows = (request: RouteRequest, list: readonly object[]) => {
    const { limit } = pageOf(request, MOST_ROWS)
    const placed = list.map((json, place) => ({ json, place: String(place) }))
    const page = pageAt(placed, ({ place }) => place, limit, request.query.get('cursor'))
    if (!page) throw notFound('Cursor not found')
    return ok({
      limit,
      total: list.length,
      cursor: { next: page.older, previous: page.newer, current: page.current },
      results: page.items.map(({ json }) => json),
    })
  }

  const bondOf = ({ params }: RouteRequest) => {
    const bond = indexNow().bonds.get(BigInt(requireHeight(params.bond)))
    if (!bond) throw notFound('Bond not found')
    return bond
  }

  const cycleOf = (named: string | undefined): bigint => {
    const now = rewardCycleAt(stakingClock, burn())
    if (named === 'current') return now
    if (named === 'previous') return now - 1n
    return named === 'next' ? now + 1n : BigInt(requireHeight(named))
  }

  const signerOf = ({ params }: RouteRequest): string => {
    const signer = requirePrincipal(params.signer)
    if (!indexNow().signers.has(signer)) throw notFound('Signer not found')
    return signer
  }
  const signerJson = (signer: string) => ({ signer, signer_key: indexNow().signers.get(signer)! })

  return [
    get('/extended/v3/principals/:principal/staking', ({ params }) =>
      ok(principalStakingJson(indexNow(), requirePrincipal(params.principal), burn())),
    ),
    get('/extended/v3/principals/:principal/staking/bonds', (request) => {
      const parts = partsOf(indexNow(), requirePrincipal(request.params.principal))
      return rows(
        request,
        parts.map((each) => principalBondJson(indexNow(), each, burn())),
      )
    }),
    get('/extended/v3/staking/bonds', (request) =>
      rows(
        request,
        [...indexNow().bonds.values()].map((bond) => bondJson(bond, burn())),
      ),
    ),
    get('/extended/v3/staking/bonds/:bond', (request) => ok(bondJson(bondOf(request), burn()))),
    get('/extended/v3/staking/bonds/:bond/allowlist', (request) =>
      rows(
        request,
        [...bondOf(request).allowlist].map(([staker, sats]) => ({ staker, max_sats: `${sats}` })),
      ),
    ),
    get('/extended/v3/staking/bonds/:bond/allowlist/:principal', (request) => {
      const staker = requirePrincipal(request.params.principal)
      const sats = bondOf(request).allowlist.get(staker)
      if (sats === undefined) throw notFound('Not on the allowlist')
      return ok({ staker, max_sats: `${sats}` })
    }),
    get('/extended/v3/staking/bonds/:bond/registrations', (request) =>
      rows(
        request,
        [...bondOf(request).parts.values()].map((part) => registrationJson(part)),
      ),
    ),
    get('/extended/v3/staking/bonds/:bond/registrations/:principal', (request) => {
      const part = bondOf(request).parts.get(requirePrincipal(request.params.principal))
      if (!part) throw notFound('Registration not found')
      return ok(registrationJson(part, true))
    }),
    get('/extended/v3/staking/signers', (request) =>
      rows(request, [...indexNow().signers.keys()].map(signerJson)),
    ),
    get('/extended/v3/staking/signers/:signer', (request) => ok(signerJson(signerOf(request)))),
    get('/extended/v3/staking/signers/:signer/stakers', (request) =>
      rows(
        request,
        [...(indexNow().stakers.get(signerOf(request)) ?? [])].map(([staker, types]) => ({
          staker,
          types: [...types],
        })),
      ),
    ),
    get('/extended/v3/staking/cycles/:cycle', ({ params }) => {
      const cycle = cycleOf(params.cycle)
      if (cycle < stakingClock.firstCycle) throw badRequest('There is no such cycle')
      return ok(cycleJson(indexNow(), cycle, burn()))
    }),
  ]
}
