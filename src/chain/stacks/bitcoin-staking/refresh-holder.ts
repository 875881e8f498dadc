import { stakeStateAt } from '../../../protocol/bitcoin-staking/position-state.ts'
import { unknown, type Known } from '../../known.ts'
import type { StacksClient } from '../client.ts'
import { firstRefreshProblem, type RefreshProblem } from '../refresh-problem.ts'
import { listClaimables, type ClaimList } from './list-claimables.ts'
import { PoxReader } from './pox-reader.ts'
import { readBonds } from './read-bonds.ts'
import { readManager, type ManagerReading } from './read-manager.ts'
import { readPayoutSetting, type PayoutSetting } from './read-payout-setting.ts'
import { readOwnSats, readPosition, type StakingPosition } from './read-position.ts'
import { readProgrammeAt, readStakingTip, type ProgrammeReading } from './read-programme.ts'
import type { StakingDeployment } from './staking-deployments.ts'

/** Everything about one holder; what is not read yet comes with a later refresh. */
export interface HolderReading {
  programme: ProgrammeReading
  position: StakingPosition
  /** What can be claimed, newest cycle first. */
  claims: ClaimList | null
  /** The manager of the present position, and how it pays the holder; null: not read, or none. */
  manager: ManagerReading | null
  payout: Known<PayoutSetting | null>
}

/** Requests of a holder's first refresh, also after a call of its own, and of each later one. */
export const HOLDER_BUDGET = { first: 25, later: 10 } as const
const TIP_REQUESTS = 1

/**
 * Refreshes what concerns one holder within `HOLDER_BUDGET`: the programme, the position and its
 * manager, then what can be claimed from the newest cycle back, then bonds; a later refresh carries
 * on, bonds first. `fresh` reads again, with the first budget, what a call of the holder's own may
 * have changed.
 */
export async function refreshHolder(
  client: StacksClient,
  deployment: StakingDeployment,
  options: {
    address: string
    earlier?: HolderReading | null
    fresh?: boolean
    /** How old the newest block may be that was asked for before; 0, the default: asked again. */
    tipMaxAgeMs?: number
  },
): Promise<{ reading: HolderReading | null; problem: RefreshProblem | null }> {
  const { address, fresh = false } = options
  const earlier = options.earlier?.position.address === address ? options.earlier : null
  const requests = earlier === null || fresh ? HOLDER_BUDGET.first : HOLDER_BUDGET.later
  const tip = await readStakingTip(client, deployment, options)
  if (!tip.ok) return { reading: earlier, problem: tip.problem }
  const reader = new PoxReader(client, deployment, { requests: requests - TIP_REQUESTS })
  const reading = await readProgrammeAt(reader, tip, { withBonds: false })
  const own = <T>(work: () => Promise<T>) => (fresh ? reader.readAgain(work) : work())
  const position = keepRead(await own(() => readPosition(reader, address)), earlier?.position)
  const terms = await readTerms(reader, { programme: reading, position, earlier, own })
  const known = earlier?.claims ?? null
  // What was claimed may be newer than where the listing has got to.
  const claimsBefore = fresh && known !== null ? { ...known, next: null } : known
  const listing = { programme: reading, position, terms, claims: claimsBefore }
  // The first time, and after a call of the holder's own, claims come before bonds.
  const early = earlier === null || fresh ? null : await readBondsOf(reader, reading)
  const claims = await own(() => continueClaims(reader, listing))
  const bonds = early ?? (await readBondsOf(reader, reading))
  const programme = keepRead({ ...reading, bonds }, earlier?.programme)
  // It can wait: without it what can be done is told with fewer words.
  const ownSats = await own(() => readOwnSats(reader, address))
  return {
    reading: {
      programme,
      position: keepRead({ ...position, ownSats }, earlier?.position),
      claims,
      ...terms,
    },
    problem: firstRefreshProblem(reader.failures),
  }
}

/** Takes earlier values for those that this refresh had no requests left for. */
function keepRead<T extends object>(next: T, earlier: T | null | undefined): T {
  if (!earlier) return next
  const isUnread = (value: unknown) =>
    typeof value === 'object' && value !== null && 'reason' in value && value.reason === 'not-read'
  const unread = Object.keys(next).filter((key) => isUnread(next[key as keyof T]))
  return { ...next, ...Object.fromEntries(unread.map((key) => [key, earlier[key as keyof T]])) }
}

type Terms = Pick<HolderReading, 'manager' | 'payout'>

async function readTerms(
  reader: PoxReader,
  context: Pick<HolderReading, 'programme' | 'position'> & {
    earlier: HolderReading | null
    /** Reads again what a call of the holder's own may have changed. */
    own: <T>(work: () => Promise<T>) => Promise<T>
  },
): Promise<Terms> {
  const { programme, position, earlier, own: readOwn } = context
  const own = managerOf(position, programme)
  if (own === null || !programme.cycle.known) return { manager: null, payout: unknown('not-read') }
  const before = earlier?.manager?.manager === own ? earlier : null
  const manager = keepRead(
    // Its source can wait: what can be claimed is wanted first.
    await readManager(reader, own, {
      cycle: programme.cycle.value.id,
      withCode: earlier !== null,
    }),
    before?.manager,
  )
  const { shape } = manager
  // What an earlier call has set is what the next one has to send again.
  const payout = shape.known
    ? await readOwn(() =>
        readPayoutSetting(reader, position.address, { manager: own, shape: shape.value }),
      )
    : shape
  return { manager, ...keepRead({ payout }, before && { payout: before.payout }) }
}

/**
 * The manager of the stake, or of the part in a bond: the one that has not ended, or else the last;
 * null: there is none, or it is not known.
 */
function managerOf(
  { stake, bondPart }: StakingPosition,
  { clock, burnHeight }: ProgrammeReading,
): string | null {
  const staked = stake.known ? stake.value : null
  const bonded = bondPart.known ? bondPart.value : null
  const isExpired =
    staked !== null &&
    bonded !== null &&
    clock.known &&
    stakeStateAt(clock.value, burnHeight, staked) === 'expired'
  return (isExpired ? bonded : (staked ?? bonded))?.manager ?? null
}

async function continueClaims(
  reader: PoxReader,
  context: Pick<HolderReading, 'programme' | 'position' | 'claims'> & { terms: Terms },
): Promise<ClaimList | null> {
  const { programme, position, terms, claims } = context
  const { clock, cycle, lastComputeHeight } = programme
  if (!clock.known || !cycle.known || !lastComputeHeight.known) return claims
  const { bondPart } = position
  const had = claims?.cycles.flatMap(({ legs }) => legs.map(({ bond }) => bond)) ?? []
  const bonds = new Set(had.filter((bond) => bond !== null))
  if (bondPart.known && bondPart.value !== null) bonds.add(bondPart.value.bond)
  const shape = terms.manager?.shape
  const question = {
    staker: position.address,
    clock: clock.value,
    cycle: cycle.value.id,
    firstCycle: clock.value.firstCycle,
    lastComputeHeight: lastComputeHeight.value,
    bonds: [...bonds],
    // A manager of the past may have no such function: its net is then unknown.
    fixesFees: (manager: string) =>
      manager !== terms.manager?.manager || !shape?.known || shape.value.fixesFees,
  }
  return listClaimables(reader, question, claims)
}

function readBondsOf(
  reader: PoxReader,
  { clock, cycle, bonds }: ProgrammeReading,
): Promise<ProgrammeReading['bonds']> {
  if (!clock.known || !cycle.known) return Promise.resolve(bonds)
  return readBonds(reader, { clock: clock.value, cycle: cycle.value.id })
}
