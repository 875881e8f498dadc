import type { ManagerFamily } from '../../../protocol/bitcoin-staking/planner/operator-state.ts'
import type { ContractInterface } from '../answers.ts'

/** What a signer manager lets a holder do, by its interface [bitcoin-staking 7.7]. */
export interface ManagerShape {
  family: ManagerFamily
  /** Whether rewards can be paid on Bitcoin. */
  paysBitcoin: boolean
  /**
   * How its fee is read: max500 answers the one that holds and the one to come, the reference keeps
   * one in a variable; null: its contract has no fee that can be read.
   */
  fee: 'max500' | 'variable' | null
  /** Whether a fee is fixed for each cycle and leg by the first claim. */
  fixesFees: boolean
}

/** Recognises a manager; undefined: pox-5 could not ask it, so that it is none. */
export function managerShapeOf(contract: ContractInterface): ManagerShape | undefined {
  const signatures = new Map(
    contract.functions
      .filter(({ access }) => access !== 'private')
      .map(({ name, args, outputs }) => [
        name,
        { takes: args.map(({ type }) => nameOfType(type)).join(' '), answers: outputs.type },
      ]),
  )
  if (signatures.get('validate-stake!')?.takes !== asked) return undefined
  const has = (name: string): boolean => signatures.has(name)
  const isMax500 = has('payout') && has('set-payout-config')
  return {
    family: familyOf(signatures.get('claim-staker-rewards')?.takes, isMax500),
    paysBitcoin: has('get-pox-addr') || has('get-payout-config'),
    fee: feeWay(contract, has('get-pending-fees')),
    fixesFees: has('get-fee-bips-for-cycle'),
  }
}

const asked = 'principal uint uint uint uint bool (optional buffer)'

function familyOf(claim: string | undefined, isMax500: boolean): ManagerFamily {
  if (claim === 'uint (optional uint)') return 'native'
  if (claim !== 'principal uint (optional uint)') return 'closed'
  return isMax500 ? 'max500' : 'reference'
}

function feeWay({ variables }: ContractInterface, hasPending: boolean): ManagerShape['fee'] {
  if (hasPending) return 'max500'
  const isKept = variables.some(
    ({ name, type, access }) =>
      name === 'fees-bips' && access === 'variable' && nameOfType(type) === 'uint',
  )
  return isKept ? 'variable' : null
}

/** A type of an interface in short: enough to tell arguments apart. */
function nameOfType(type: unknown): string {
  if (type === 'uint128') return 'uint'
  if (typeof type === 'string') return type
  if (typeof type !== 'object' || type === null) return 'unknown'
  if ('optional' in type) return `(optional ${nameOfType(type.optional)})`
  return Object.keys(type)[0] ?? 'unknown'
}
