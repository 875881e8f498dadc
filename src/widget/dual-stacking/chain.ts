import type { Known } from '../../chain/known.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import {
  builtInDeployments,
  networks,
  newestDeployment,
  unlistedDeployment,
  type Deployment,
} from '../../chain/stacks/deployments.ts'
import { readAccount } from '../../chain/stacks/read-account.ts'
import { readNetwork } from '../../chain/stacks/read-network.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { formatUnits } from '../format-units.ts'
import { clientFor } from '../stacks-clients.ts'
import type { BoostFigures } from './figures.ts'

export interface BoostSource {
  /**
   * A network's name (its newest deployment), a deployment's id, or a programme of anyone's own as
   * `network/contract`.
   */
  network: string
  apiUrl: string | null
  address: string | null
}

function ownProgramme(text: string): Deployment | undefined {
  const [name, contract = ''] = text.split('/')
  const network = networks.find((each) => each === name)
  // A contract's address, with its network's letter and its checksum.
  if (network && contract.includes('.') && checkAddress(contract, network).ok)
    return unlistedDeployment(network, contract)
}

/**
 * The newest deployment of a network (of `devnet` the embedded network's own), the one with that
 * id, or a programme of anyone's own; with the page's own API address where it gives one.
 */
export function selectDeployment({
  network,
  apiUrl,
}: Pick<BoostSource, 'network' | 'apiUrl'>): Deployment {
  const found =
    builtInDeployments.find(({ id }) => id === network) ??
    newestDeployment(network) ??
    ownProgramme(network)
  if (!found) throw new Error('no-network')
  return apiUrl ? { ...found, apiBases: [apiUrl.replace(/\/+$/, '')] } : found
}

/**
 * Reads figures, and the holdings of an address, as a visitor would type them, if there is one.
 * Rejects with `address` for a text that is no principal of the network.
 */
export async function readBoostFigures(
  question: BoostSource,
): Promise<{ figures: Partial<BoostFigures>; holdings?: { sbtc?: string; stx?: string } }> {
  const deployment = selectDeployment(question)
  if (question.address && !checkAddress(question.address, deployment.network).ok)
    throw new Error('address')
  const client = clientFor(deployment)
  const network = await readNetwork(client, deployment, { tipMaxAgeMs: 30_000 })
  if (!network.reading) throw new Error(network.problem ?? 'offline')
  const figures = figuresOf(network.reading)
  if (!question.address) return { figures }
  const { reading } = await readAccount(client, deployment, {
    address: question.address,
    network: network.reading,
  })
  if (!reading) return { figures }
  const locked = valueOf(reading.lockedMicroStx)
  const stacked =
    locked === undefined ? undefined : locked + (valueOf(reading.liquidMicroStx) ?? 0n)
  return { figures, holdings: { sbtc: typed(valueOf(reading.sats), 8), stx: typed(stacked, 6) } }
}

/** An amount as a visitor would type it. */
const typed = (value: bigint | undefined, decimals: number): string | undefined =>
  formatUnits(value?.toString(), decimals)

const valueOf = <T>(known: Known<T>): T | undefined => (known.known ? known.value : undefined)

/** Only what is known: the rest stays as the calculator had it. */
function figuresOf(reading: NetworkReading): Partial<BoostFigures> {
  const cycle = valueOf(reading.cycle)
  const golden = valueOf(reading.goldenRatios)?.[0]
  const figures: Partial<BoostFigures> = {
    family: reading.family,
    goldenRatio: golden?.ratio,
    cycle: golden?.cycle,
    multiplier: valueOf(reading.multiplier),
    apr: valueOf(reading.apr),
    blocksPerYear: valueOf(reading.blocksPerYear),
    blocksPerSnapshot: cycle && BigInt(cycle.blocksPerSnapshot),
    bufferBlocks: cycle && BigInt(cycle.bufferBlocks),
    snapshots: cycle && BigInt(cycle.snapshotsPerCycle),
    poolSats: valueOf(reading.poolSats),
    totalWeights: valueOf(reading.totalWeights)?.weights,
    minimumSats: valueOf(reading.minimumSats),
    readAt: reading.readAt,
    stale: false,
    life: reading.life ?? 'running',
  }
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}
