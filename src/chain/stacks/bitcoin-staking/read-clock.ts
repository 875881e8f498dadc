import * as v from 'valibot'
import type { CycleClock } from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { known, unknown, type Known } from '../../known.ts'
import { height } from '../answers.ts'
import { cOk } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cIndex } from './pox-values.ts'

// Set once, when the contract is booted.
const CONSTANT_BLOCKS = 4032

const poxAnswer = v.object({
  first_burnchain_block_height: height,
  prepare_phase_block_length: height,
  reward_cycle_length: height,
  contract_versions: v.array(v.object({ contract_id: v.string(), first_reward_cycle_id: height })),
})

const poxInfo = v.pipe(
  v.object({
    'first-burnchain-block-height': cIndex,
    'prepare-cycle-length': cIndex,
    'reward-cycle-length': cIndex,
  }),
  v.transform((info) => ({
    firstBurnHeight: info['first-burnchain-block-height'],
    prepareBlocks: info['prepare-cycle-length'],
    cycleBlocks: info['reward-cycle-length'],
  })),
)

/**
 * Where the cycles of pox-5 start: from the node's `/v2/pox`, one request, or else from the
 * contract, two [bitcoin-staking 1.3].
 */
export async function readClock(reader: PoxReader): Promise<Known<CycleClock>> {
  const told = await reader.ask(
    (options) => reader.client.askCached(poxAnswer, { path: '/v2/pox' }, options),
    CONSTANT_BLOCKS,
  )
  const version = told.known
    ? told.value.contract_versions.find((each) => each.contract_id === reader.deployment.pox)
    : undefined
  if (told.known && version !== undefined)
    return sound({
      firstBurnHeight: BigInt(told.value.first_burnchain_block_height),
      cycleBlocks: BigInt(told.value.reward_cycle_length),
      prepareBlocks: BigInt(told.value.prepare_phase_block_length),
      firstCycle: BigInt(version.first_reward_cycle_id),
    })
  const [info, firstCycle] = await Promise.all([
    reader.call('get-pox-info', { schema: cOk(poxInfo), blocks: CONSTANT_BLOCKS }),
    reader.call('get-first-pox-5-reward-cycle', { schema: cIndex, blocks: CONSTANT_BLOCKS }),
  ])
  if (!info.known) return info
  return firstCycle.known ? sound({ ...info.value, firstCycle: firstCycle.value }) : firstCycle
}

/** Two halves of at least a block each, and not all of them preparing: else nothing follows. */
const sound = (clock: CycleClock): Known<CycleClock> =>
  clock.cycleBlocks >= 2n && clock.prepareBlocks < clock.cycleBlocks
    ? known(clock)
    : unknown('bad-answer')
