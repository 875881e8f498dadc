import * as v from 'valibot'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import { poolProjectionSeed } from '../../app/hyperstaking/pool-projection-seed.ts'
import type { Projection } from '../../protocol/dual-stacking/projection/project.ts'
import type { DepositProjection } from '../../protocol/hyperstaking/projection/project.ts'
import type { ProjectFigures } from '../../ui/hooks/use-figures.ts'
import { pack, unpack } from '../bigint-json.ts'
import { browser } from '../browser.ts'
import { projectResult } from '../messages.ts'

/**
 * Projections by the background, for views that cannot start a worker. A question that was
 * withdrawn before it went out costs nothing.
 */
export const projectInBackground: ProjectFigures = async (request, signal) => {
  await Promise.resolve()
  signal.throwIfAborted()
  const answer = v.safeParse(
    projectResult,
    await browser.runtime.sendMessage({ type: 'project', request: pack(request) }),
  )
  signal.throwIfAborted()
  if (!answer.success || !answer.output.ok) throw new Error('The background gave no projection')
  // The background is our own: what it answers is taken as computed.
  return unpack(answer.output.result) as Projection
}

/** A pool's projection, the same way. */
export const projectPoolInBackground: DuskCommands['project'] = async (input, signal) => {
  await Promise.resolve()
  signal.throwIfAborted()
  const answer = v.safeParse(
    projectResult,
    await browser.runtime.sendMessage({
      type: 'project',
      request: pack({ ask: 'project', seed: poolProjectionSeed, input }),
    }),
  )
  signal.throwIfAborted()
  if (!answer.success || !answer.output.ok) throw new Error('The background gave no projection')
  return unpack(answer.output.result) as DepositProjection
}
