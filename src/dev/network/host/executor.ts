import { ClarityType, deserializeCV } from '@stacks/transactions'
import { pox5Contract } from '../bitcoin-staking/pox-5-contract.ts'
import { decodeTransaction, type ReceivedTransaction } from '../transaction/decode-transaction.ts'
import { findPoxCalls, mayCallPox } from '../transaction/find-pox-calls.ts'
import { findViolation } from '../transaction/find-violation.ts'
import type { TransactionAction } from '../transaction/transaction-action.ts'
import type { VmEvent, VmOutcome } from '../vm/outcome.ts'
import type { VmTransaction } from '../vm/vm-calls.ts'
import type { Vm } from '../vm/vm.ts'
import type {
  Applied,
  Operation,
  OperationReceipt,
  TransactionResult,
  Undone,
} from './operation.ts'
import { readStxAccount } from './stx-account.ts'

/** Fees go to the burn address. */
export const feeSink = 'ST000000000000000000002AMW42H'

const okTrue = '0x0703'
const errNone = '0x0809'

type Result = Omit<OperationReceipt, 'burn' | 'stacks'>

const done: Result = { status: 'success', hex: okTrue, events: [] }

const resultOf = (outcome: VmOutcome): Result => {
  if (outcome.aborted)
    return { status: 'abort_by_response', hex: errNone, events: [], reason: outcome.reason }
  const refused = outcome.hex.startsWith('0x08')
  const costs = outcome.costs && { costs: outcome.costs }
  return {
    status: refused ? 'abort_by_response' : 'success',
    hex: outcome.hex,
    events: refused ? [] : outcome.events,
    ...costs,
  }
}

const undoneResult = (undone: Undone): Result => ({
  status: undone.status,
  hex: undone.hex,
  events: [],
  ...(undone.reason !== undefined && { reason: undone.reason }),
  undone,
})

const feeOf = ({ payer: sender, feeMicroStx }: ReceivedTransaction): VmTransaction[] =>
  feeMicroStx === 0n ? [] : [{ transfer: { microStx: feeMicroStx, recipient: feeSink, sender } }]

const withMemo = (events: VmEvent[], memo: string): VmEvent[] =>
  events.map((event) => ({ ...event, data: { ...event.data, memo } }))

/** MicroStx that each must have: the fee, and what a transfer sends. */
const neededFor = (block: readonly ReceivedTransaction[]): Map<string, bigint> => {
  const needed = new Map<string, bigint>()
  const need = (who: string, microStx: bigint) =>
    needed.set(who, (needed.get(who) ?? 0n) + microStx)
  for (const { payer, sender, feeMicroStx, action } of block) {
    need(payer, feeMicroStx)
    if (action?.kind === 'transfer') need(sender, action.microStx)
  }
  return needed
}

type Effect = Exclude<TransactionAction, { kind: 'deploy' }>

/** What a transaction does, for the VM. */
const effectOf = (action: Effect, sender: string): VmTransaction => {
  if (action.kind === 'transfer')
    return { transfer: { microStx: action.microStx, recipient: action.recipient, sender } }
  const { contract, method, args } = action
  return { call: { contract, method, args: args.map((arg) => deserializeCV(arg)), sender } }
}

/** The contract that is called, and those that are handed over. */
const contractsOf = ({ contract, args }: Effect & { kind: 'call' }): string[] => [
  contract,
  ...args.flatMap((arg) => {
    const value = deserializeCV(arg)
    return value.type === ClarityType.PrincipalContract ? [value.value] : []
  }),
]

const outcomeOf = ({ action }: ReceivedTransaction, outcome: VmOutcome): Result => {
  const result = resultOf(outcome)
  return action?.kind === 'transfer'
    ? { ...result, events: withMemo(result.events, action.memo) }
    : result
}

const versionNumber = (name: string) => Number(name.replace('Clarity', ''))

/**
 * Applies operations to a VM, and takes one back by starting over and repeating those before it.
 */
export const createExecutor = (vm: Vm) => {
  let history: Operation[] = []

  /**
   * One Stacks block: the fee, then what the transaction does. An abort takes back the second,
   * never the first.
   */
  const runSigned = (signed: ReceivedTransaction): Result => {
    const { action, sender } = signed
    if (!action) throw new Error('A transaction without an action was admitted')
    if (action.kind === 'deploy') {
      vm.mineBlock(feeOf(signed))
      const clarity =
        action.clarity ?? versionNumber(vm.sdk.getDefaultClarityVersionForCurrentEpoch())
      const result = resultOf(
        vm.deploy({
          name: action.contract.split('.')[1]!,
          deployer: sender,
          source: action.source,
          clarity,
        }),
      )
      return result.status === 'success' ? { ...result, hex: okTrue } : result
    }
    return outcomeOf(signed, vm.mineBlock([...feeOf(signed), effectOf(action, sender)]).at(-1)!)
  }

  /**
   * One Stacks block with several transactions, or undefined when one of them aborts: the VM then
   * names neither it nor what came of the others.
   */
  const runBlock = (block: ReceivedTransaction[]): TransactionResult[] | undefined => {
    const steps = block.map((signed) => {
      const { action, sender } = signed
      if (!action || action.kind === 'deploy') throw new Error('A deployment takes its own block')
      return [...feeOf(signed), effectOf(action, sender)]
    })
    const outcomes = vm.mineBlock(steps.flat())
    if (outcomes.some(({ aborted }) => aborted)) return undefined
    let end = 0
    return block.map((signed, index) => {
      end += steps[index]!.length
      return outcomeOf(signed, outcomes[end - 1]!)
    })
  }

  const runUndone = (signed: ReceivedTransaction, undone: Undone): Result => {
    if (signed.action?.kind === 'deploy') vm.mineEmptyStacksBlocks(1)
    vm.mineBlock(feeOf(signed))
    return undoneResult(undone)
  }

  const run = (operation: Operation): Result => {
    switch (operation.kind) {
      case 'burn':
        return (vm.mineEmptyBurnBlocks(operation.count), done)
      case 'stacks':
        return (vm.mineEmptyStacksBlocks(operation.count), done)
      case 'epoch':
        return (vm.setEpoch(operation.epoch), done)
      case 'mint':
        return (vm.mintStx(operation.recipient, BigInt(operation.microStx)), done)
      case 'deploy': {
        const { name, source, sender, clarity } = operation
        const result = resultOf(vm.deploy({ name, source, deployer: sender, clarity }))
        return result.status === 'success' ? { ...result, hex: okTrue } : result
      }
      case 'call':
        return resultOf(
          vm.callPublic(
            operation.contract,
            operation.method,
            operation.args.map((arg) => deserializeCV(arg)),
            operation.sender,
          ),
        )
      case 'transaction': {
        const signed = decodeTransaction(operation.raw)
        return operation.undone ? runUndone(signed, operation.undone) : runSigned(signed)
      }
      case 'block': {
        const parts = runBlock(operation.raws.map(decodeTransaction))
        return parts ? { ...done, parts } : { ...done, status: 'abort_by_response' }
      }
    }
  }

  const repeat = async (operations: Operation[]): Promise<OperationReceipt[]> => {
    await vm.reset()
    const receipts = operations.map((operation) => {
      const result = run(operation)
      if (vm.crashed) throw new Error(`The VM crashed while repeating history: ${result.reason}`)
      return { ...vm.heights(), ...result }
    })
    history = [...operations]
    return receipts
  }

  /**
   * Who cannot pay for these now, whatever they receive meanwhile; a real miner leaves such a
   * transaction out of its block.
   */
  const unpayable = (block: readonly ReceivedTransaction[]): string | undefined => {
    for (const [who, needed] of neededFor(block)) {
      const { unlocked } = readStxAccount(vm, who)
      if (unlocked < needed) return `${who} has ${unlocked} microSTX and needs ${needed}`
    }
    return undefined
  }

  /** Several in one block, or none of them when one has to be undone. */
  const applyBlock = async (operation: Operation & { kind: 'block' }): Promise<Applied> => {
    const block = operation.raws.map(decodeTransaction)
    if (unpayable(block)) return { ok: false, reason: 'One of the transactions is too dear' }
    if (block.some(hasToBeTraced)) return { ok: false, reason: 'One of the transactions is traced' }
    const result = run(operation)
    const isDone =
      !vm.crashed &&
      result.parts?.every((part, index) => undoing(part, block[index]) === undefined) === true
    if (isDone) {
      history.push(operation)
      return { ok: true, receipt: { ...vm.heights(), ...result } }
    }
    await repeat(history)
    return { ok: false, reason: 'One of the transactions has to be undone' }
  }

  /** Whether its conditions can only be judged by every call that it makes. */
  const hasToBeTraced = ({ action, conditions, mode }: ReceivedTransaction): boolean =>
    action?.kind === 'call' &&
    action.contract !== pox5Contract &&
    (mode !== 'allow' || conditions.some(({ kind }) => kind === 'pox')) &&
    mayCallPox(contractsOf(action), vm.getSource)

  /** Runs a transaction for its trace alone; the chain is then as before. */
  const callsOfPox = async (signed: ReceivedTransaction): Promise<VmEvent[]> => {
    vm.startTracing()
    const { action, sender } = signed
    const outcome = vm.mineBlock([...feeOf(signed), effectOf(action as Effect, sender)]).at(-1)!
    await repeat(history)
    return outcome.aborted ? [] : findPoxCalls(outcome.trace ?? '', sender)
  }

  const apply = async (operation: Operation): Promise<Applied> => {
    if (operation.kind === 'block') return applyBlock(operation)
    const signed = operation.kind === 'transaction' ? decodeTransaction(operation.raw) : undefined
    const reason = signed && unpayable([signed])
    if (reason) return { ok: false, reason }
    const calls = signed && hasToBeTraced(signed) ? await callsOfPox(signed) : []
    const result = run(operation)
    const undone = undoing(result, signed, calls)
    if (!undone) {
      history.push(operation)
      return { ok: true, receipt: { ...vm.heights(), ...result } }
    }
    await repeat(history)
    if (operation.kind !== 'transaction')
      return { ok: false, reason: undone.reason ?? 'It has to be undone' }
    const instead: Operation = { ...operation, undone }
    history.push(instead)
    const afterwards = run(instead)
    return { ok: true, receipt: { ...vm.heights(), ...afterwards } }
  }

  /**
   * Why what just ran must be taken back, if it must: the VM died of it, or a post-condition does
   * not hold.
   */
  const undoing = (
    result: TransactionResult,
    signed: ReceivedTransaction | undefined,
    calls: readonly VmEvent[] = [],
  ): Undone | undefined => {
    if (vm.crashed)
      return {
        status: 'abort_by_response',
        hex: errNone,
        reason: result.reason ?? 'The VM crashed',
      }
    if (!signed || result.status !== 'success' || signed.action?.kind === 'transfer')
      return undefined
    const reason = findViolation(
      [...result.events, ...calls],
      signed.conditions,
      signed.mode,
      signed.sender,
    )
    return reason === undefined
      ? undefined
      : { status: 'abort_by_post_condition', hex: result.hex, reason }
  }

  return { apply, repeat, recover: () => repeat(history) }
}
