import { Cl, ClarityType } from '@stacks/transactions'
import { ok, redirect } from '../../http/answer.ts'
import { requirePrincipal } from '../../http/parameters.ts'
import { get, type Route } from '../../http/router.ts'
import { blockHashesAt, burnBlockHash } from '../../ledger/block-hashes.ts'
import { madeUpHash } from '../../ledger/made-up-hash.ts'
import { chainId } from '../../node/admit.ts'
import type { ApiContext } from '../context.ts'
import { pox5Json } from '../json/pox-5.ts'

const poxContract = 'ST000000000000000000002AMW42H.pox-4'

const amountHex = (microStx: bigint) => `0x${microStx.toString(16).padStart(32, '0')}`

/** The `pox-4` contract's own figures. */
const poxInfo = async ({ node }: ApiContext): Promise<Record<string, number>> => {
  const answer = await node.host.callRead(
    poxContract,
    'get-pox-info',
    [],
    poxContract.split('.')[0]!,
  )
  if (!answer.okay) throw new Error(`pox-4 does not answer: ${answer.cause}`)
  const response = Cl.deserialize(answer.result)
  if (response.type !== ClarityType.ResponseOk || response.value.type !== ClarityType.Tuple)
    throw new Error('pox-4 answered something else')
  return Object.fromEntries(
    Object.entries(response.value.value).map(([name, value]) => [
      name,
      value.type === ClarityType.UInt ? Number(value.value) : 0,
    ]),
  )
}

const poxJson = (info: Record<string, number>, burn: number) => {
  const first = info['first-burnchain-block-height']!
  const length = info['reward-cycle-length']!
  const prepare = info['prepare-cycle-length']!
  const cycle = Math.floor((burn - first) / length)
  const nextStart = first + (cycle + 1) * length
  const minimum = info['min-amount-ustx']!
  return {
    contract_id: poxContract,
    pox_activation_threshold_ustx: 0,
    first_burnchain_block_height: first,
    current_burnchain_block_height: burn,
    prepare_phase_block_length: prepare,
    reward_phase_block_length: length - prepare,
    reward_slots: 2 * (length - prepare),
    rejection_fraction: null,
    total_liquid_supply_ustx: info['total-liquid-supply-ustx'],
    min_amount_ustx: minimum,
    prepare_cycle_length: prepare,
    reward_cycle_id: cycle,
    reward_cycle_length: length,
    rejection_votes_left_required: null,
    next_reward_cycle_in: nextStart - burn,
    current_cycle: {
      id: cycle,
      min_threshold_ustx: minimum,
      stacked_ustx: 0,
      is_pox_active: false,
    },
    next_cycle: {
      id: cycle + 1,
      min_threshold_ustx: minimum,
      min_increment_ustx: minimum,
      stacked_ustx: 0,
      prepare_phase_start_block_height: nextStart - prepare,
      blocks_until_prepare_phase: nextStart - prepare - burn,
      reward_phase_start_block_height: nextStart,
      blocks_until_reward_phase: nextStart - burn,
      ustx_until_pox_rejection: null,
    },
    contract_versions: [
      {
        contract_id: poxContract,
        activation_burnchain_block_height: first,
        first_reward_cycle_id: 0,
      },
    ],
    epochs: [],
  }
}

/**
 * The state of the node and of accounts: `/v2/info`, `/v2/pox`, `/v2/accounts`, and the API's own
 * status.
 */
export const nodeRoutes = (context: ApiContext): Route[] => {
  const { node, api } = context
  const status = () => {
    const { blocks } = api.ledger
    const { stacks, burn } = blocks.tip()
    const { hash, indexHash } = blockHashesAt(blocks, stacks)
    return ok({
      server_version: 'twinstack-network',
      status: 'ready',
      chain_tip: {
        block_height: stacks,
        block_hash: hash,
        index_block_hash: indexHash,
        burn_block_height: burn,
      },
    })
  }
  return [
    get('/v2/info', () => {
      const { blocks } = node.ledger
      const { stacks, burn } = blocks.tip()
      const consensus = burnBlockHash(blocks, burn).slice(2, 42)
      return ok({
        peer_version: 402653189,
        pox_consensus: consensus,
        burn_block_height: burn,
        stable_pox_consensus: consensus,
        stable_burn_block_height: burn,
        server_version: 'twinstack-network',
        network_id: chainId,
        parent_network_id: 3669344250,
        stacks_tip_height: stacks,
        stacks_tip: blockHashesAt(blocks, stacks).hash.slice(2),
        stacks_tip_consensus_hash: consensus,
        genesis_chainstate_hash: madeUpHash('genesis', 0).slice(2),
        tenure_height: burn,
        is_fully_synced: true,
        unanchored_tip: null,
        unanchored_seq: null,
        exit_at_block_height: null,
        affirmations: null,
      })
    }),
    get('/v2/pox', async () => {
      const { burn } = node.ledger.blocks.tip()
      return ok(context.hasPox5 ? await pox5Json(context) : poxJson(await poxInfo(context), burn))
    }),
    get('/v2/accounts/:principal', async ({ params, query }) => {
      const who = requirePrincipal(params.principal)
      const account = await node.host.account(who)
      return ok({
        balance: amountHex(account.unlocked),
        locked: amountHex(account.locked),
        unlock_height: account.unlockHeight,
        nonce: node.ledger.nonce(who),
        ...(query.get('proof') !== '0' && { balance_proof: '', nonce_proof: '' }),
      })
    }),
    get('/extended', status),
    get('/extended/v1/status', (request) => redirect(301, '/extended', request)),
  ]
}
