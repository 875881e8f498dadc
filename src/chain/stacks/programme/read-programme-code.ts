import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import type { BuildPart } from './live-build.ts'
import { judgeSource, type PartCode, type ProgrammeCode } from './programme-code.ts'

/** A contract cannot change; a host that made one up is asked again after a day. */
const CODE_BLOCKS = 144

/** Longer than any contract can be. */
const sourceAnswer = v.object({ source: v.pipe(v.string(), v.maxLength(1_000_000)) })

/** The names that the live build calls its helpers by, under its own account. */
const helperNames = {
  'bitcoin-block-buffer': 'bitcoin-block-buffer-live',
  'liquid-stacking': 'liquid-stacking-live',
} as const

/**
 * Reads the source of a programme's contract from the node and compares it with the builds that
 * were ever kept; of one of ours also the two contracts that it calls. Up to three requests.
 */
export async function readProgrammeCode(
  client: StacksClient,
  { contract, network }: Deployment,
): Promise<Known<ProgrammeCode>> {
  async function read(part: BuildPart, id: string): Promise<Known<PartCode>> {
    const path = `/v2/contracts/source/${id.replace('.', '/')}?proof=0`
    const answer = await client.askCached(sourceAnswer, { path }, { validBlocks: CODE_BLOCKS })
    return answer.ok
      ? known(judgeSource(part, answer.value.source, network))
      : unknown(stacksUnknownReason(answer.failure))
  }
  const main = await read('dual-stacking', contract)
  if (!main.known) return main
  if (main.value.kind === 'unknown') return known({ main: main.value, helpers: null })
  const account = contract.slice(0, contract.indexOf('.'))
  const [buffer, liquid] = await Promise.all([
    read('bitcoin-block-buffer', `${account}.${helperNames['bitcoin-block-buffer']}`),
    read('liquid-stacking', `${account}.${helperNames['liquid-stacking']}`),
  ])
  if (!buffer.known) return buffer
  if (!liquid.known) return liquid
  return known({
    main: main.value,
    helpers: { 'bitcoin-block-buffer': buffer.value, 'liquid-stacking': liquid.value },
  })
}
