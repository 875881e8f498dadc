import { Cl, type ClarityValue } from '@stacks/transactions'
import { decodeClarity } from '../../../../chain/stacks/clarity.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../../../protocol/bitcoin-staking/constants.ts'
import { rewardCycleAt } from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import { pox5Contract } from '../../bitcoin-staking/pox-5-contract.ts'
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
  type CycleShares,
  cycleSignersJson,
  partsOf,
  principalBondJson,
  principalStakingJson,
  registrationJson,
} from '../json/staking.ts'

const MOST_ROWS = 200

/** `/extended/v3/staking` and what it says of principals, all from the events of pox-5. */
export const stakingRoutes = ({ api, node }: ApiContext): Route[] => {
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
    const byName = new Map([
      ['current', now],
      ['previous', now - 1n],
      ['next', now + 1n],
    ])
    const cycle = byName.get(named ?? '') ?? BigInt(requireHeight(named))
    if (cycle < stakingClock.firstCycle) throw badRequest('There is no such cycle')
    return cycle
  }

  const readUint = async (name: string, args: ClarityValue[]): Promise<bigint> => {
    const hex = args.map((arg) => `0x${Cl.serialize(arg)}`)
    const sender = pox5Contract.split('.')[0]!
    const answer = await node.host.callRead(pox5Contract, name, hex, sender)
    const value = answer.okay ? decodeClarity(answer.result) : undefined
    if (typeof value !== 'bigint') throw new Error(`${name} answers no number`)
    return value
  }

  /** Managers of a cycle are those of its set. */
  const sharesOf = async (cycle: bigint): Promise<CycleShares> => {
    const signers = new Map<string, bigint>()
    for (const signer of indexNow().signers.keys()) {
      const args = [Cl.principal(signer), Cl.uint(cycle)]
      const microStx = await readUint('get-amount-delegated-for-signer', args)
      if (microStx >= SIGNER_SET_MIN_MICRO_STX) signers.set(signer, microStx)
    }
    return {
      microStx: await readUint('get-ustx-delegated-for-cycle', [Cl.uint(cycle)]),
      stakedMicroStx: await readUint('get-total-shares-staked-for-cycle', [
        Cl.uint(cycle),
        Cl.none(),
      ]),
      signers,
    }
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
    get('/extended/v3/staking/cycles/:cycle', async ({ params }) => {
      const cycle = cycleOf(params.cycle)
      return ok(cycleJson(indexNow(), { cycle, shares: await sharesOf(cycle) }, burn()))
    }),
    get('/extended/v3/staking/cycles/:cycle/signers', async (request) =>
      rows(request, cycleSignersJson(indexNow(), await sharesOf(cycleOf(request.params.cycle)))),
    ),
  ]
}
