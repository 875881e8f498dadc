import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { Environment } from '../environment.ts'

/** Whether the programme has ended: by what the chain shows, or as announced until it is read. */
export const hasEnded = (
  network: NetworkReading | null,
  { isEndAnnounced = false }: Pick<Environment, 'isEndAnnounced'>,
): boolean => (network ? network.life === 'ended' : isEndAnnounced)
