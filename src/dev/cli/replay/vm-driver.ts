import { Cl, ClarityType, deserializeCV, type ClarityValue } from '@stacks/transactions'
import { toPlainClarity } from '../../../chain/stacks/clarity.ts'
import type { ContractTuple } from '../../../protocol/clarity/contract-value.ts'
import { publicSignatures, readSignatures } from '../../../protocol/dual-stacking/contract/abi.ts'
import type { ContractEvent } from '../../../protocol/dual-stacking/contract/call-context.ts'
import type { VmEvent, VmOutcome } from '../../network/vm/outcome.ts'
import { type Vm, createVm } from '../../network/vm/vm.ts'
import { encodeArgs } from './clarity.ts'
import { deployAll } from './deploy.ts'
import type { ReplayDriver, DriverOutcome } from './driver.ts'
import type { TraceHeader } from './header.ts'
import { poxLocks } from './locks.ts'
import type { ReplayStep } from './steps.ts'

/**
 * Plays a trace on our Clarity contract in a new VM. Empty history takes about 8 s and 1.5 GB for a
 * million Bitcoin blocks.
 */
export async function vmDriver(
  header: TraceHeader,
  steps: readonly ReplayStep[],
): Promise<ReplayDriver> {
  const vm = await createVm()
  return driveVm(vm, header, actingContracts(steps))
}

/** The contracts that act in a trace: in the VM each needs its own code. */
export function actingContracts(steps: readonly ReplayStep[]): Set<string> {
  const actors = steps.flatMap((step) => {
    if (step.op === 'call') return [step.sender, step.caller ?? step.sender]
    if (step.op === 'lock') return [step.who]
    return step.op === 'sbtc-transfer' ? [step.from] : []
  })
  return new Set(actors.filter((actor) => actor.includes('.')))
}

/**
 * Plays steps on a fresh VM: deploys everything and mines up to the header's heights. `contract` is
 * the Clarity source, by default ours.
 */
export function driveVm(
  vm: Vm,
  header: TraceHeader,
  actors: ReadonlySet<string>,
  contractSource?: string,
): ReplayDriver {
  deployAll(vm, header, actors, contractSource)
  vm.mineTo({ burn: header.burn, stacks: header.stacks })
  const { contractPrincipal: contract, deployer, sbtc } = header
  const deposit = `${sbtc.split('.')[0]}.sbtc-deposit`
  const lock = poxLocks(vm, deployer)

  const command = (target: string, method: string, args: ClarityValue[], sender: string): void => {
    const outcome = vm.callPublic(target, method, args, sender)
    if (outcome.aborted) throw new Error(`${method} aborts: ${outcome.reason}`)
    if (outcome.value.type !== ClarityType.ResponseOk)
      throw new Error(`${method} fails with ${Cl.prettyPrint(outcome.value)}`)
  }

  return {
    heights: vm.heights,
    mineBurnBlocks: vm.mineEmptyBurnBlocks,
    mineStacksBlocks: vm.mineEmptyStacksBlocks,
    creditSbtc: (to, sats) =>
      sats === 0n
        ? vm.mineEmptyStacksBlocks(1)
        : command(deposit, 'deposit', [Cl.principal(to), Cl.uint(sats)], deployer),
    transferSbtc: (from, to, sats) => {
      if (from.includes('.'))
        command(from, 'self-transfer-sbtc', [Cl.uint(sats), Cl.principal(to)], deployer)
      else
        command(
          sbtc,
          'transfer',
          [Cl.uint(sats), Cl.principal(from), Cl.principal(to), Cl.none()],
          from,
        )
    },
    lock,
    setLiquid: (who, microStx) =>
      command(
        `${deployer}.liquid-stacking-v1_0_1`,
        'set-stacked-ustx',
        [Cl.principal(who), Cl.uint(microStx)],
        deployer,
      ),
    call: (fn, args, { txSender, contractCaller }) => {
      const encoded = encodeArgs(publicSignatures[fn], args)
      if (txSender.includes('.')) {
        if (txSender !== contractCaller)
          throw new Error('a contract that signs must be its own caller')
        return outcomeOf(vm.callPublic(txSender, `self-${fn}`, encoded, deployer), header)
      }
      return outcomeOf(
        vm.callPublic(
          txSender === contractCaller ? contract : contractCaller,
          fn,
          encoded,
          txSender,
        ),
        header,
      )
    },
    read: (fn, args, sender) => {
      const outcome = vm.callReadOnly(contract, fn, encodeArgs(readSignatures[fn], args), sender)
      return outcome.aborted
        ? { abort: abortReason(outcome.reason) }
        : { result: toPlainClarity(outcome.value) }
    },
    rewardsToDistribute: () =>
      toPlainClarity(vm.dataVar(contract, 'rewards-to-distribute')!) as bigint,
  }
}

/**
 * A public call's outcome with the events that belong to the contract: its prints, and the sBTC it
 * sends.
 */
function outcomeOf(outcome: VmOutcome, { contractPrincipal, sbtc }: TraceHeader): DriverOutcome {
  if (outcome.aborted) return { abort: abortReason(outcome.reason) }
  const { value } = outcome
  if (value.type === ClarityType.ResponseErr) return { err: toPlainClarity(value.value) as bigint }
  if (value.type !== ClarityType.ResponseOk) throw new Error('The contract answered no response')
  return {
    ok: toPlainClarity(value.value),
    events: outcome.events.flatMap((event) =>
      contractEvent(event, contractPrincipal, `${sbtc}::sbtc-token`),
    ),
  }
}

function contractEvent({ event, data }: VmEvent, contract: string, asset: string): ContractEvent[] {
  if (event === 'print_event' && data.contract_identifier === contract) {
    return [
      { type: 'print', value: toPlainClarity(deserializeCV(data.raw_value!)) as ContractTuple },
    ]
  }
  if (event === 'ft_transfer_event' && data.asset_identifier === asset) {
    return [
      { type: 'transfer', from: data.sender!, to: data.recipient!, sats: BigInt(data.amount!) },
    ]
  }
  return []
}

/**
 * The VM's short name of a run-time abort; anything else that it refuses is a fault of the set-up
 * and is thrown.
 */
function abortReason(reason: string): string {
  if (!reason.includes('Error calling contract function')) throw new Error(reason)
  return /Runtime(?:Check)?\((\w+)/.exec(reason)?.[1] ?? reason
}
