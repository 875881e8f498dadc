import { mapKey } from '../../clarity/contract-map.ts'
import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { optional, type ContractTuple } from '../../clarity/contract-value.ts'
import { toHex } from '../../clarity/hex.ts'
import { minimumMicroStx } from '../math/bond.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { hasGrant } from './ask-manager.ts'
import { grantMessageHash } from './grant-message.ts'
import { signerKey } from './parameters.ts'
import { custodiedSats, overlaps, runningMembership, runningStake } from './positions.ts'
import { poxErrors } from './pox-errors.ts'
import type { PoxFrame } from './pox-frame.ts'
import type { BondMembership, StxStake } from './pox-state.ts'

const bondOf = { 'bond-index': 'uint', staker: 'principal' } as const
const membershipType = {
  tuple: {
    'bond-index': 'uint',
    'amount-ustx': 'uint',
    signer: 'principal',
    'is-l1-lock': 'bool',
    'amount-sats': 'uint',
  },
} as const

/** What pox-5 answers about stakes, bonds and managers [bitcoin-staking 5]. */
export const positionReads = [
  contractFunction('get-staker-info', { staker: 'principal' }, (frame: PoxFrame, { staker }) =>
    optional(mapped(runningStake(frame, staker), stakeTuple)),
  ),
  contractFunction('get-bond-membership', { staker: 'principal' }, (frame: PoxFrame, { staker }) =>
    optional(mapped(runningMembership(frame, staker), membershipTuple)),
  ),
  contractFunction(
    'get-signer-cycle-membership',
    { staker: 'principal', cycle: 'uint' },
    ({ state }: PoxFrame, { staker, cycle }) => {
      const membership = state.cycleMemberships.get(mapKey(staker, cycle))
      return optional(
        mapped(membership, ({ microStx, signer }) => ({ 'amount-ustx': microStx, signer })),
      )
    },
  ),
  contractFunction(
    'get-staker-custodied-sbtc',
    { staker: 'principal' },
    ({ state }: PoxFrame, { staker }) => custodiedSats(state, staker),
  ),
  contractFunction('get-bond-allowance', bondOf, ({ state }: PoxFrame, args) =>
    optional(state.allowances.get(mapKey(args['bond-index'], args.staker))),
  ),
  contractFunction('get-protocol-bond', { 'bond-index': 'uint' }, ({ state }: PoxFrame, args) =>
    optional(
      mapped(state.bonds.get(mapKey(args['bond-index'])), (bond) => ({
        'target-rate': bond.targetRate,
        'stx-value-ratio': bond.stxValueRatio,
        'min-ustx-ratio': bond.minUstxRatio,
        'early-unlock-bytes': bond.earlyUnlockBytes,
      })),
    ),
  ),
  contractFunction(
    'get-total-sbtc-staked-for-bond',
    { 'bond-index': 'uint' },
    ({ state }: PoxFrame, args) => state.bondSats.of(args['bond-index']),
  ),
  contractFunction('has-announced-l1-early-exit', bondOf, ({ state }: PoxFrame, args) =>
    state.earlyExits.has(mapKey(args['bond-index'], args.staker)),
  ),
  contractFunction(
    'min-ustx-for-sats-amount',
    { 'sats-amount': 'uint', 'stx-value-ratio': 'uint', 'min-ustx-ratio': 'uint' },
    (_: PoxFrame, args) =>
      minimumMicroStx(args['sats-amount'], {
        stxValueRatio: args['stx-value-ratio'],
        minUstxRatio: args['min-ustx-ratio'],
      }),
  ),
  contractFunction(
    'bond-overlaps-new-position?',
    { membership: { optional: membershipType }, 'first-reward-cycle': 'uint' },
    ({ state }: PoxFrame, args) => {
      const membership = mapped(args.membership?.some, (given) => ({
        bondIndex: given['bond-index'],
      }))
      return overlaps(state, membership, args['first-reward-cycle'])
    },
  ),
  contractFunction('get-signer-info', { signer: 'principal' }, ({ state }: PoxFrame, { signer }) =>
    optional(state.signers.get(signer)),
  ),
  contractFunction(
    'verify-signer-key-grant',
    { 'signer-manager': 'principal', 'signer-key': signerKey },
    ({ state }: PoxFrame, args) => {
      const isGranted = hasGrant(state, args['signer-manager'], args['signer-key'])
      refuseUnless(isGranted, poxErrors.SIGNER_KEY_GRANT_NOT_FOUND)
      return { ok: true }
    },
  ),
  contractFunction(
    'get-signer-grant-message-hash',
    { 'signer-manager': 'principal', 'auth-id': 'uint' },
    ({ chain }: PoxFrame, args) =>
      toHex(grantMessageHash(args['signer-manager'], args['auth-id'], chain.chainId)),
  ),
]

const mapped = <T, R>(value: T | undefined, map: (value: T) => R): R | undefined =>
  value === undefined ? undefined : map(value)

const stakeTuple = (stake: StxStake): ContractTuple => ({
  'amount-ustx': stake.microStx,
  'first-reward-cycle': stake.firstCycle,
  'num-cycles': stake.cycles,
  signer: stake.signer,
})

const membershipTuple = (membership: BondMembership): ContractTuple => ({
  'bond-index': membership.bondIndex,
  'amount-ustx': membership.microStx,
  signer: membership.signer,
  'is-l1-lock': membership.isL1Lock,
  'amount-sats': membership.sats,
})
