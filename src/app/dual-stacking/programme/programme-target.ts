import type { NetworkName } from '../../../chain/stacks/deployments.ts'

/** A programme that someone names: where it is. No hosts: the network's own. */
export interface ProgrammeTarget {
  network: NetworkName
  contract: string
  apiBases: readonly string[]
}

/**
 * Reads a programme from its network, however a surface does that. The answer is parsed where it is
 * shown: `parseProgrammeAnswer`.
 */
export type ReadProgramme = (target: ProgrammeTarget) => Promise<unknown>
