import { claimablesOf } from '../../app/bitcoin-staking/claimables.ts'
import { heldPositionOf, isOver } from '../../app/bitcoin-staking/held-position.ts'
import { programmeStateOf } from '../../app/bitcoin-staking/staking-question.ts'
import { known, type Known } from '../../chain/known.ts'
import { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readIncomeHistory } from '../../chain/stacks/bitcoin-staking/read-income-history.ts'
import {
  readManager,
  type ManagerReading,
} from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import {
  readProgrammeAt,
  readStakingTip,
} from '../../chain/stacks/bitcoin-staking/read-programme.ts'
import {
  refreshHolder,
  type HolderReading,
} from '../../chain/stacks/bitcoin-staking/refresh-holder.ts'
import {
  stakingDeployment,
  type StakingDeployment,
} from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { ManagerFamily } from '../../protocol/bitcoin-staking/planner/operator-state.ts'
import { clientFor } from '../stacks-clients.ts'
import type { ClaimedBy, ManagerFigures, PositionFigures, YieldFigures } from './figures.ts'

/** Which programme a page is about; null: the network's public API, no manager. */
export interface YieldSource {
  network: string
  apiUrl: string | null
  manager: string | null
  /** Whose position is read; null: nobody's. */
  address: string | null
}

const TIP_AGE_MS = 30_000
const networks = ['mainnet', 'testnet', 'devnet'] as const

/** A network's pox-5, with the page's own API where it gives one; rejects an unknown network. */
export function selectStakingDeployment({
  network,
  apiUrl,
}: Pick<YieldSource, 'network' | 'apiUrl'>): StakingDeployment {
  const name = networks.find((each) => each === network)
  if (!name) throw new Error('no-network')
  const deployment = stakingDeployment(name)
  return apiUrl ? { ...deployment, apiBases: [apiUrl.replace(/\/+$/, '')] } : deployment
}

const valueOf = <T>(value: Known<T>): T | null => (value.known ? value.value : null)

/**
 * Reads what a projection needs of the programme and of the manager that the page names, and what
 * an address has; `fresh`: also what a call of its own has just changed. Rejects with `manager` for
 * a text that is no contract of the network, with `address` for one that is no principal of it.
 */
export async function readYieldFigures(
  source: YieldSource,
  { fresh = false } = {},
): Promise<YieldFigures> {
  const deployment = selectStakingDeployment(source)
  const { manager, address } = source
  if (manager !== null && !isManagerId(manager, deployment)) throw new Error('manager')
  if (address !== null && !checkAddress(address, deployment.network).ok) throw new Error('address')
  const client = clientFor(deployment)
  const tip = await readStakingTip(client, deployment, { tipMaxAgeMs: TIP_AGE_MS })
  if (!tip.ok) throw new Error(tip.problem)
  const reader = new PoxReader(client, deployment)
  const [programme, income] = await Promise.all([
    readProgrammeAt(reader, tip, { withBonds: true }),
    readIncomeHistory(client, deployment),
  ])
  const cycle = valueOf(programme.cycle)?.id
  return {
    state: programmeStateOf({
      programme,
      income: income.known ? known(income.value.calculations) : income,
    }),
    manager:
      manager === null
        ? null
        : managerFiguresOf(
            manager,
            cycle === undefined
              ? null
              : // A stake that is made now begins with the next one.
                await readManager(reader, manager, { cycle: cycle + 1n, withCode: false }),
          ),
    ...(address !== null && {
      position: positionOf(await readHolder(client, deployment, { address, fresh })),
    }),
    readAt: programme.readAt,
    isOld: false,
  }
}

const MOST_PASSES = 4

/** Reads an address until all its cycles are known, in a few passes at most; null: no answer. */
export async function readHolder(
  client: StacksClient,
  deployment: StakingDeployment,
  options: { address: string; fresh?: boolean },
): Promise<HolderReading | null> {
  let { reading } = await refreshHolder(client, deployment, options)
  for (let pass = 1; pass < MOST_PASSES && reading?.claims?.next; pass++)
    ({ reading } = await refreshHolder(client, deployment, {
      address: options.address,
      earlier: reading,
      tipMaxAgeMs: TIP_AGE_MS,
    }))
  return reading
}

function positionOf(reading: HolderReading | null): PositionFigures {
  if (!reading) return { held: undefined, readySats: undefined, isComplete: false }
  const held = heldPositionOf(reading.programme, reading)
  const claims = claimablesOf(reading)
  return {
    held: held && { ...held, isOver: isOver(held) },
    readySats: claims?.readySats ?? undefined,
    isComplete: claims?.isComplete ?? false,
  }
}

const isManagerId = (manager: string, { network }: StakingDeployment): boolean => {
  const checked = checkAddress(manager, network)
  return checked.ok && checked.kind === 'contract'
}

function managerFiguresOf(manager: string, reading: ManagerReading | null): ManagerFigures {
  const fee = reading && valueOf(reading.fee)
  return {
    manager,
    feeBips: fee ? fee.bips : null,
    laterFee: fee ? fee.pending : null,
    takesStakes: reading && valueOf(reading.takesStakes),
    claimedBy: reading?.shape.known ? claimedBy(reading.shape.value.family) : null,
    delegatedMicroStx: reading && valueOf(reading.delegatedMicroStx),
    pendingMicroStx: reading && valueOf(reading.pendingMicroStx),
  }
}

function claimedBy(family: ManagerFamily): ClaimedBy {
  if (family === 'native') return 'holder'
  return family === 'closed' ? 'manager' : 'anyone'
}
