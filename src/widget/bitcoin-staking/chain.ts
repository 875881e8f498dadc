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
  stakingDeployment,
  type StakingDeployment,
} from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { clientFor } from '../stacks-clients.ts'
import type { ManagerFigures, YieldFigures } from './figures.ts'

/** Which programme a page is about; null: the network's public API, no manager. */
export interface YieldSource {
  network: string
  apiUrl: string | null
  manager: string | null
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
 * Reads what a projection needs of the programme and of the manager that the page names. Rejects
 * with `manager` for a text that is no contract of the network.
 */
export async function readYieldFigures(source: YieldSource): Promise<YieldFigures> {
  const deployment = selectStakingDeployment(source)
  const { manager } = source
  if (manager !== null && !isManagerId(manager, deployment)) throw new Error('manager')
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
    readAt: programme.readAt,
    isOld: false,
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
    delegatedMicroStx: reading && valueOf(reading.delegatedMicroStx),
    pendingMicroStx: reading && valueOf(reading.pendingMicroStx),
  }
}
