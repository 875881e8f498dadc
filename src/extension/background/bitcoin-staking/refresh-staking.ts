import type { HolderStake, PastCalculation } from '../../../app/bitcoin-staking/staking-reading.ts'
import {
  stakingAddressKey,
  stakingHoldersItem,
  stakingItem,
  stakingSearchItem,
} from '../../../app/bitcoin-staking/stored-items.ts'
import { accountsItem, journalItem } from '../../../app/dual-stacking/stored-items.ts'
import { known, type Known } from '../../../chain/known.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import {
  readIncomeHistory,
  type IncomeHistory,
} from '../../../chain/stacks/bitcoin-staking/read-income-history.ts'
import {
  readProgramme,
  type ProgrammeReading,
} from '../../../chain/stacks/bitcoin-staking/read-programme.ts'
import { readRegisteredManagers } from '../../../chain/stacks/bitcoin-staking/read-registered-managers.ts'
import {
  refreshHolder,
  type HolderReading,
} from '../../../chain/stacks/bitcoin-staking/refresh-holder.ts'
import type { StakingDeployment } from '../../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { RefreshProblem } from '../../../chain/stacks/refresh-problem.ts'
import { isTracked } from '../../../wallet/stacks/advance-stacks-intent.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { recordStakingNotices } from './record-staking-notices.ts'
import { searchClaims, wasClaimed } from './search-claims.ts'
import { isStakingFollowed, stakingInUse } from './staking-in-use.ts'

/** Halves of the past that a chart shows, and whose income is measured. */
const SHOWN_HALVES = 24
/** Dual Stacking has just asked for the newest block. */
const TIP_AGE_MS = 60_000

/**
 * Reads Bitcoin Staking where it is followed: the programme and every followed address of the
 * network, the selected one first, each within its budget; then what past halves brought. `fresh`:
 * addresses to be read again even within a block. Nothing more is stored once `outdated`.
 */
export async function refreshStaking(
  store: ItemStore,
  { deployment, client }: StacksChain,
  fresh: ReadonlySet<string>,
  outdated: () => boolean,
): Promise<void> {
  if (!isStakingFollowed(store, deployment)) return
  const staking = stakingInUse(deployment)
  const addresses = addressesToRead(store).filter(
    (address) => checkAddress(address, deployment.network).ok,
  )
  let problem: RefreshProblem | null = null
  if (addresses.length === 0) {
    const read = await readProgramme(client, staking, { tipMaxAgeMs: TIP_AGE_MS })
    if (outdated()) return
    problem = read.problem
    if (read.reading) await keepProgramme(store, read.reading)
  }
  const again = new Set([...fresh, ...changedSince(store)])
  for (const address of addresses) {
    const earlier = holderReadingOf(store, staking, address)
    const read = await refreshHolder(client, staking, {
      address,
      earlier,
      fresh: again.has(address),
      tipMaxAgeMs: TIP_AGE_MS,
    })
    if (outdated()) return
    problem ??= read.problem
    if (read.reading && read.reading !== earlier) await keepHolder(store, address, read.reading)
  }
  for (const address of addresses) {
    if (outdated()) return
    await searchClaims(store, { client }, staking, { address, outdated })
  }
  if (problem === null || problem === 'bad-answer')
    await readRest(store, { client, staking, outdated })
  if (!outdated())
    await store.update(stakingItem, (state) =>
      state.problem === problem ? state : { ...state, problem },
    )
}

function addressesToRead(store: ItemStore): string[] {
  const { list, selected } = store.get(accountsItem)
  const addresses = list.map(({ address }) => address)
  return addresses.toSorted((one, other) => Number(other === selected) - Number(one === selected))
}

/** Addresses whose own calls came to an end since they were read. */
const changedSince = (store: ItemStore): string[] =>
  store.get(journalItem).flatMap(({ intent }) => {
    const { account } = intent.request
    const holder = store.get(stakingHoldersItem)[account]
    const isOver = intent.txid !== null && !isTracked(intent)
    return isOver && holder !== undefined && holder.readAt <= intent.updatedAt ? [account] : []
  })

/** What is kept of an address, as the chain floor reads it. */
export function holderReadingOf(
  store: ItemStore,
  staking: Pick<StakingDeployment, 'id'>,
  address: string,
): HolderReading | null {
  const { programme } = store.get(stakingItem)
  const holder = store.get(stakingHoldersItem)[address]
  if (programme?.deployment !== staking.id || holder === undefined) return null
  const { position, claims, manager, payout } = holder
  return { programme, position, claims, manager, payout }
}

/** Tells of what is new of an address, then stores it, and the programme with it. */
export async function keepHolder(
  store: ItemStore,
  address: string,
  reading: HolderReading,
): Promise<void> {
  const { programme, ...rest } = reading
  const { burnHeight, readAt } = programme
  const holder: HolderStake = { burnHeight, readAt, ...rest }
  const isFollowed = store.get(accountsItem).list.some((each) => each.address === address)
  if (isFollowed) {
    const before = holderReadingOf(store, { id: programme.deployment }, address)
    await recordStakingNotices(store, before, reading)
    await noteClaimed(store, before, reading)
  }
  await Promise.all([
    keepProgramme(store, programme),
    isFollowed &&
      store.update(stakingHoldersItem, (holders) => ({ ...holders, [address]: holder })),
  ])
}

/** What was claimed, by whomever, is searched for. */
async function noteClaimed(
  store: ItemStore,
  before: HolderReading | null,
  { programme, position, claims }: HolderReading,
): Promise<void> {
  if (!wasClaimed(before?.claims?.cycles ?? [], claims?.cycles ?? [])) return
  const key = stakingAddressKey(programme.deployment, position.address)
  const wantedAt = Number(programme.burnHeight)
  await store.update(stakingSearchItem, (places) =>
    places[key] ? { ...places, [key]: { ...places[key], wantedAt } } : places,
  )
}

const keepProgramme = (store: ItemStore, programme: ProgrammeReading): Promise<unknown> =>
  store.update(stakingItem, (state) =>
    state.programme?.deployment === programme.deployment
      ? { ...state, programme }
      : { ...stakingItem.initial(), programme },
  )

/** Income of the past and the list of managers: what concerns everyone alike. */
async function readRest(
  store: ItemStore,
  {
    client,
    staking,
    outdated,
  }: { client: StacksChain['client']; staking: StakingDeployment; outdated: () => boolean },
): Promise<void> {
  const history = await readIncomeHistory(client, staking, SHOWN_HALVES)
  const reader = new PoxReader(client, staking)
  const registered = await readRegisteredManagers(reader)
  if (outdated()) return
  await store.update(stakingItem, (state) => ({
    ...state,
    // What was read before stays where it cannot be read again.
    income: !history.known && state.income.known ? state.income : pastOf(history),
    managers: registered.known
      ? { ...state.managers, registered: registered.value }
      : state.managers,
  }))
}

const pastOf = (history: Known<IncomeHistory>): Known<PastCalculation[]> =>
  history.known
    ? known(
        history.value.calculations.map(
          ({ height, cycle, incomeSats, bondSats, stxSats, stakedMicroStx }) => ({
            height,
            cycle,
            incomeSats,
            bondSats,
            stxSats,
            stakedMicroStx,
          }),
        ),
      )
    : history
