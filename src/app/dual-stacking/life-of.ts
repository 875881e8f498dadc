import type { ProgrammeLife } from '../../chain/stacks/programme-life.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import type { Environment } from '../environment.ts'

/** How the programme stands: by what the chain shows, or as announced until it is read. */
export const lifeOf = (
  network: NetworkReading | null,
  { announced }: Pick<Environment, 'announced'>,
): ProgrammeLife => (network ? network.life : announced?.state) ?? 'running'

/** Whether newcomers can take part; one that seems to have stopped may go on. */
export const takesNewcomers = (life: ProgrammeLife): life is 'running' | 'stopped' =>
  life === 'running' || life === 'stopped'
