import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { ArgumentValue } from './parse-argument.ts'

/** What a contract has at present, by the argument of the admin's call that changes it. */
export type PresentArguments = Readonly<Partial<Record<string, ArgumentValue>>>

/** The present values that are known; those of an earlier contract are not this one's. */
export function readPresentArguments(
  network: NetworkReading | null,
  admin: string | null,
): PresentArguments {
  if (!network || network.figuresOf !== undefined) return { 'new-admin-address': admin }
  const { apr, multiplier, minimumSats, blocksPerYear, cycle } = network
  return {
    'new-admin-address': admin,
    'new-apr-one-eight': apr.known ? apr.value : null,
    'new-multiplier': multiplier.known ? multiplier.value : null,
    'new-min-hold': minimumSats.known ? minimumSats.value : null,
    'updated-bitcoin-blocks-per-year': blocksPerYear.known ? blocksPerYear.value : null,
    'updated-blocks-per-snapshot': cycle.known ? BigInt(cycle.value.blocksPerSnapshot) : null,
    'updated-snapshots-per-cycle': cycle.known ? BigInt(cycle.value.snapshotsPerCycle) : null,
  }
}
