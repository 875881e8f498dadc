import { earnedSats } from '../math/shares.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { legKey, legOf } from './leg.ts'
import { newSats, rewardSats } from './new-sats.ts'
import { bondIndex } from './parameters.ts'
import type { PoxFrame } from './pox-frame.ts'
import type { PoxState } from './pox-state.ts'
import { signerEarned, stakerEarned } from './settlement.ts'

const ofCycle = { 'reward-cycle': 'uint', 'bond-index': bondIndex } as const
const ofSigner = { signer: 'principal', ...ofCycle } as const
const ofStaker = { ...ofSigner, staker: 'principal' } as const

/** Amounts that pox-5 keeps, by cycle and leg, manager and holder. */
type AmountTable = 'perShare' | 'totalShares'
type SignerTable = 'signerShares' | 'signerPaid' | 'signerUnclaimed' | 'signerPerShare'
type StakerTable = 'stakerPaid' | 'stakerUnclaimed'

const readCycle = (name: string, table: AmountTable) =>
  contractFunction(name, ofCycle, ({ state }: PoxFrame, args) =>
    state[table].of(args['reward-cycle'], legKey(legOf(args['bond-index']))),
  )

const readSigner = (name: string, table: SignerTable) =>
  contractFunction(name, ofSigner, ({ state }: PoxFrame, args) =>
    state[table].of(args.signer, args['reward-cycle'], legKey(legOf(args['bond-index']))),
  )

const readStaker = (name: string, table: StakerTable) =>
  contractFunction(name, ofStaker, ({ state }: PoxFrame, args) => {
    const leg = legKey(legOf(args['bond-index']))
    return state[table].of(args.signer, args['reward-cycle'], leg, args.staker)
  })

const readVariable = (
  name: string,
  variable: 'reserveSats' | 'stakedSats' | 'accountedSats' | 'lastComputeHeight',
) => contractFunction(name, {}, ({ state }: PoxFrame) => state.variables[variable])

const readUstx = (name: string, read: (state: PoxState, cycle: bigint) => bigint) =>
  contractFunction(name, { 'reward-cycle': 'uint' }, ({ state }: PoxFrame, args) =>
    read(state, args['reward-cycle']),
  )

const readSignerUstx = (name: string, table: 'delegated' | 'pending') =>
  contractFunction(
    name,
    { signer: 'principal', cycle: 'uint' },
    ({ state }: PoxFrame, { signer, cycle }) => state[table].of(signer, cycle),
  )

/** What pox-5 answers about shares and rewards [bitcoin-staking 5]. */
export const rewardReads = [
  readSignerUstx('get-amount-delegated-for-signer', 'delegated'),
  readSignerUstx('get-signer-pending-staked-ustx-per-cycle', 'pending'),
  readUstx('get-ustx-delegated-for-cycle', (state, cycle) => state.delegatedInAll.of(cycle)),
  readUstx('get-total-ustx-stacked', (state, cycle) => state.delegatedInAll.of(cycle)),
  readCycle('get-total-shares-staked-for-cycle', 'totalShares'),
  readCycle('get-rewards-per-token-for-cycle', 'perShare'),
  readSigner('get-signer-shares-staked-for-cycle', 'signerShares'),
  readSigner('get-signer-rewards-per-token-settled-for-cycle', 'signerPaid'),
  readSigner('get-signer-unclaimed-rewards-for-cycle', 'signerUnclaimed'),
  readSigner('get-signer-rewards-per-token-for-cycle', 'signerPerShare'),
  contractFunction('get-earned', ofSigner, ({ state }: PoxFrame, args) =>
    signerEarned(state, {
      signer: args.signer,
      cycle: args['reward-cycle'],
      leg: legOf(args['bond-index']),
    }),
  ),
  contractFunction(
    'get-staker-shares-staked-for-cycle',
    { staker: 'principal', ...ofCycle, signer: 'principal' },
    ({ state }: PoxFrame, args) => {
      const leg = legKey(legOf(args['bond-index']))
      return state.stakerShares.of(args.signer, args['reward-cycle'], leg, args.staker)
    },
  ),
  contractFunction('get-earned-staker-rewards', ofStaker, ({ state }: PoxFrame, args) =>
    stakerEarned(state, {
      signer: args.signer,
      cycle: args['reward-cycle'],
      leg: legOf(args['bond-index']),
      staker: args.staker,
    }),
  ),
  readStaker('get-staker-rewards-per-token-settled-for-cycle', 'stakerPaid'),
  readStaker('get-staker-unclaimed-rewards-for-cycle', 'stakerUnclaimed'),
  contractFunction(
    'compute-earned-rewards',
    {
      shares: 'uint',
      'rewards-per-token': 'uint',
      'rewards-per-token-paid': 'uint',
      pending: 'uint',
    },
    (_: PoxFrame, args) =>
      earnedSats({
        shares: args.shares,
        perShareNow: args['rewards-per-token'],
        perSharePaid: args['rewards-per-token-paid'],
        pendingSats: args.pending,
      }),
  ),
  contractFunction('get-rewards', {}, rewardSats),
  contractFunction('get-new-rewards', {}, newSats),
  readVariable('get-reserve-balance', 'reserveSats'),
  readVariable('get-total-sbtc-staked', 'stakedSats'),
  readVariable('get-last-accounted-rewards-only', 'accountedSats'),
  readVariable('get-last-reward-compute-height', 'lastComputeHeight'),
]
