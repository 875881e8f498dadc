import { Cl, type ClarityValue } from '@stacks/transactions'
import * as v from 'valibot'
import { BASIS_POINTS } from '../../../protocol/bitcoin-staking/constants.ts'
import { cBool, cPrincipal, cUint, clUint } from '../clarity.ts'

/** `none`, or the index of a bond: the STX-only leg, or the bond's [bitcoin-staking 1.2]. */
export const clLeg = (bond: bigint | null): ClarityValue =>
  bond === null ? Cl.none() : Cl.some(clUint(bond))

/** A cycle, a bond or a height: what is calculated from it stays far from 128 bits. */
export const cIndex = v.pipe(cUint, v.maxValue(BigInt(Number.MAX_SAFE_INTEGER)))
/** Basis points of a whole. */
export const cBips = v.pipe(cUint, v.maxValue(BASIS_POINTS))

/** `get-staker-info` [bitcoin-staking 5]. */
export const cStake = v.pipe(
  v.object({
    'amount-ustx': cUint,
    'first-reward-cycle': cIndex,
    'num-cycles': cIndex,
    signer: cPrincipal,
  }),
  v.transform((stake) => ({
    manager: stake.signer,
    microStx: stake['amount-ustx'],
    firstCycle: stake['first-reward-cycle'],
    cycles: stake['num-cycles'],
  })),
)

/** `get-bond-membership` [bitcoin-staking 5]. */
export const cBondMembership = v.pipe(
  v.object({
    'bond-index': cIndex,
    'amount-ustx': cUint,
    signer: cPrincipal,
    'is-l1-lock': cBool,
    'amount-sats': cUint,
  }),
  v.transform((membership) => ({
    bond: membership['bond-index'],
    manager: membership.signer,
    microStx: membership['amount-ustx'],
    sats: membership['amount-sats'],
    isL1Lock: membership['is-l1-lock'],
  })),
)

/** `get-signer-cycle-membership` [bitcoin-staking 5]. */
export const cCycleMembership = v.pipe(
  v.object({ 'amount-ustx': cUint, signer: cPrincipal }),
  v.transform((membership) => ({
    manager: membership.signer,
    microStx: membership['amount-ustx'],
  })),
)

/** `get-protocol-bond` [bitcoin-staking 5]. */
export const cBondTerms = v.pipe(
  v.object({
    'target-rate': cUint,
    'stx-value-ratio': cUint,
    'min-ustx-ratio': cUint,
    'early-unlock-bytes': v.string(),
  }),
  v.transform((terms) => ({
    targetRate: terms['target-rate'],
    stxValueRatio: terms['stx-value-ratio'],
    minUstxRatio: terms['min-ustx-ratio'],
  })),
)
