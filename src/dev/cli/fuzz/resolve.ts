import type { Caller } from '../../../protocol/clarity/caller.ts'
import type { ContractTuple, ContractValue } from '../../../protocol/clarity/contract-value.ts'
import type { AbiType, Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import { fuzzCallers, fuzzPrincipals, fuzzUsers } from './actors.ts'
import type { ArgumentMaterial, NumberChoice, SignerChoice } from './choices.ts'
import { findFittingRatio } from './find-fitting-ratio.ts'
import type { World } from './world.ts'

/** The principal that really makes the call: the current admin may itself be a contract. */
export function resolveSigner(world: World, choice: SignerChoice, index: number): Caller {
  const user = fuzzUsers[index % fuzzUsers.length]!
  const contract = fuzzCallers[index % fuzzCallers.length]!
  if (choice === 'proxied') return { txSender: user, contractCaller: contract }
  if (choice === 'contract') return { txSender: contract, contractCaller: contract }
  const { admin } = world.model.contract.variables
  // An admin that cannot sign, such as the contract itself, cannot act.
  const able =
    fuzzUsers.includes(admin) || fuzzCallers.includes(admin) || admin === fuzzPrincipals.at(-2)
  return choice === 'admin' && able
    ? { txSender: admin, contractCaller: admin }
    : { txSender: user, contractCaller: user }
}

/**
 * Arguments of a function from random material, adapted to the state that the sequence has reached.
 */
export function resolveArgs(
  world: World,
  signature: Signature,
  material: ArgumentMaterial,
): ContractTuple {
  const draw = { number: 0, address: 0, given: 0 }
  const next = <T>(items: readonly T[], kind: keyof typeof draw): T =>
    items[draw[kind]++ % items.length]!
  const resolve = (type: AbiType, name: string): ContractValue => {
    if (type === 'uint') return resolveNumber(world, name, next(material.numbers, 'number'))
    if (type === 'bool') return material.flag
    if (type === 'principal')
      return fuzzPrincipals[next(material.addresses, 'address') % fuzzPrincipals.length]!
    if ('optional' in type)
      return next(material.given, 'given') ? { some: resolve(type.optional, name) } : null
    if ('list' in type)
      return Array.from({ length: listLength(material, type.list) }, () => resolve(type.list, name))
    return Object.fromEntries(
      Object.entries(type.tuple).map(([field, each]) => [field, resolve(each, field)]),
    )
  }
  return Object.fromEntries(
    Object.entries(signature).map(([name, type]) => [name, resolve(type, name)]),
  )
}

const listLength = ({ flag, addresses }: ArgumentMaterial, item: AbiType): number => {
  if (flag && addresses.length === 1) return 0
  return typeof item === 'string' ? addresses.length : Math.ceil(addresses.length / 4)
}

/**
 * A number for the argument of that name: close to the right one, a usual one, or an extreme one.
 */
function resolveNumber(world: World, name: string, choice: NumberChoice): bigint {
  if (choice.kind === 'extreme') return choice.value
  if (choice.kind === 'near') {
    const value = rightNumber(world, name) + choice.offset
    return value < 0n ? 0n : value
  }
  return usual[name]?.(choice.value) ?? choice.value
}

const usual: Record<string, (value: bigint) => bigint> = {
  'updated-blocks-per-snapshot': (value) => 1n + (value % 6n),
  'updated-snapshots-per-cycle': (value) => 1n + (value % 4n),
  'new-multiplier': (value) => value % 23n,
  'new-apr-one-eight': (value) => value * 2500n,
  'updated-bitcoin-blocks-per-year': (value) => value * 6n,
  ratio: (value) => value * value * value,
  cycle: (value) => value % 5n,
  'wanted-cycle-id': (value) => value % 5n,
  'checked-cycle-id': (value) => value % 5n,
  'checked-snapshot-id': (value) => value % 5n,
}

function rightNumber(world: World, name: string): bigint {
  const { chain, contract } = world.model
  const { variables } = contract
  switch (name) {
    case 'new-bitcoin-block-height':
      return chain.burnHeight
    case 'stx-block-height':
    case 'new-stx-block-height':
      return stacksBlockOf(world, nextTarget(world))
    case 'ratio':
      return findFittingRatio(world)
    case 'cycle':
    case 'wanted-cycle-id':
    case 'checked-cycle-id':
      return variables.cycleId
    case 'checked-snapshot-id':
      return variables.snapshotIndex
    case 'amount':
      return chain.sbtcNow(`${fuzzPrincipals.at(-1)}`)
    case 'updated-blocks-per-snapshot':
      return 3n
    case 'updated-snapshots-per-cycle':
      return 2n
    case 'updated-bitcoin-blocks-per-year':
      return variables.blocksPerSnapshot * variables.snapshotsPerCycle
    case 'new-apr-one-eight':
      return 20_000_000n
    case 'new-multiplier':
      return 20n
    default:
      return 500n
  }
}

/** The Bitcoin height that the next waiting step needs. */
export function nextTarget(world: World): bigint {
  const {
    isContractActive,
    cycleBitcoinHeight,
    snapshotIndex,
    snapshotsPerCycle,
    nextCycleBitcoinHeight,
    snapshotBitcoinHeight,
    blocksPerSnapshot,
  } = world.model.contract.variables
  if (!isContractActive) return cycleBitcoinHeight
  return snapshotIndex + 1n < snapshotsPerCycle
    ? snapshotBitcoinHeight + blocksPerSnapshot
    : nextCycleBitcoinHeight
}

/** First Stacks block of a Bitcoin block; of the latest one for a future height. */
export function stacksBlockOf(world: World, burnHeight: bigint): bigint {
  const { chain } = world.model
  return chain.firstStacksBlock(burnHeight < chain.burnHeight ? burnHeight : chain.burnHeight)
}
