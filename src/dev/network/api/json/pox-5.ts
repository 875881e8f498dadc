import { Cl } from '@stacks/transactions'
import { decodeClarity } from '../../../../chain/stacks/clarity.ts'
import { pox5Contract } from '../../bitcoin-staking/pox-5-contract.ts'
import { stakingClock } from '../../bitcoin-staking/staking-setting.ts'
import { sbtcToken } from '../../contracts.ts'
import type { ApiContext } from '../context.ts'

const minimumMicroStx = 50_000_000_000

/** `/v2/pox` of a node in epoch 4.0; `stacked_ustx` counts bonds, too. */
export const pox5Json = async ({ node }: ApiContext) => {
  const burn = node.ledger.blocks.tip().burn
  const first = Number(stakingClock.firstBurnHeight)
  const length = Number(stakingClock.cycleBlocks)
  const prepare = Number(stakingClock.prepareBlocks)
  const cycle = Math.floor((burn - first) / length)
  const nextStart = first + (cycle + 1) * length
  const stacked = async (of: number) => {
    const answer = await node.host.callRead(
      pox5Contract,
      'get-total-ustx-stacked',
      [`0x${Cl.serialize(Cl.uint(of))}`],
      pox5Contract.split('.')[0]!,
    )
    return answer.okay ? Number(decodeClarity(answer.result) as bigint) : 0
  }
  return {
    contract_id: pox5Contract,
    pox_activation_threshold_ustx: 0,
    first_burnchain_block_height: first,
    current_burnchain_block_height: burn,
    prepare_phase_block_length: prepare,
    reward_phase_block_length: length - prepare,
    reward_slots: 2 * (length - prepare),
    rejection_fraction: null,
    min_amount_ustx: minimumMicroStx,
    prepare_cycle_length: prepare,
    reward_cycle_id: cycle,
    reward_cycle_length: length,
    rejection_votes_left_required: null,
    next_reward_cycle_in: nextStart - burn,
    current_cycle: {
      id: cycle,
      min_threshold_ustx: minimumMicroStx,
      stacked_ustx: await stacked(cycle),
      is_pox_active: true,
    },
    next_cycle: {
      id: cycle + 1,
      min_threshold_ustx: minimumMicroStx,
      min_increment_ustx: minimumMicroStx,
      stacked_ustx: await stacked(cycle + 1),
      prepare_phase_start_block_height: nextStart - prepare,
      blocks_until_prepare_phase: nextStart - prepare - burn,
      reward_phase_start_block_height: nextStart,
      blocks_until_reward_phase: nextStart - burn,
      ustx_until_pox_rejection: null,
    },
    contract_versions: [
      {
        contract_id: pox5Contract,
        activation_burnchain_block_height: 0,
        first_reward_cycle_id: Number(stakingClock.firstCycle),
      },
    ],
    epochs: [],
    current_epoch: 'Epoch40',
    pox_5_sbtc_contract: sbtcToken,
    pox_5_sbtc_registry_contract: sbtcToken.replace('.sbtc-token', '.sbtc-registry'),
  }
}
