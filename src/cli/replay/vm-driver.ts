import { Cl, ClarityType, deserializeCV } from '@stacks/transactions'
import type { ClarityValue } from '@stacks/transactions'
import type { VmContract, Vm } from '../../network/vm/vm.ts'
import { createVm } from '../../network/vm/vm.ts'
import type { VmEvent, VmOutcome } from '../../network/vm/outcome.ts'
import { publicSignatures, readSignatures } from '../../protocol/dual-stacking/contract/abi.ts'
import type { ContractEvent } from '../../protocol/dual-stacking/contract/transaction.ts'
import type { Tuple } from '../../protocol/dual-stacking/contract/value.ts'
import { decode, encodeArgs } from './clarity.ts'
import type { Driver, Outcome } from './driver.ts'
import type { TraceHeader } from './header.ts'
import { poxLocks } from './locks.ts'

const file = (name: string): URL => new URL(`../../contracts/${name}.clar`, import.meta.url)

/** What the VM holds before the first step: the contract under the header's name and what it calls. */
export const contractsOf = (header: TraceHeader): VmContract[] => [
  { name: 'sbtc-deposit', deployer: header.sbtc.split('.')[0]!, path: file('sbtc-deposit') },
  { name: 'bitcoin-block-buffer', deployer: header.deployer, path: file('bitcoin-block-buffer') },
  { name: 'liquid-stacking-v1_0_1', deployer: header.deployer, path: file('liquid-stacking') },
  { name: header.contractPrincipal.split('.')[1]!, deployer: header.deployer, path: file('dual-stacking') },
]

/** Plays steps on our Clarity contract in a VM of its own. Empty history costs about 5 s for a million Bitcoin blocks. */
export async function vmDriver(header: TraceHeader): Promise<Driver> {
  const vm = await createVm({ contracts: contractsOf(header) })
  return driveVm(vm, header)
}

/** Plays steps on a VM that holds the contracts of `contractsOf` and nothing else: mines up to the header's heights first. */
export function driveVm(vm: Vm, header: TraceHeader): Driver {
  vm.mineTo({ burn: header.burn, stacks: header.stacks })
  const { contractPrincipal: contract, deployer, sbtc } = header
  const deposit = `${sbtc.split('.')[0]}.sbtc-deposit`
  const lock = poxLocks(vm, deployer)

  const command = (target: string, method: string, args: ClarityValue[], sender: string): void => {
    const outcome = vm.callPublic(target, method, args, standard(sender))
    if (outcome.aborted) throw new Error(`${method} aborts: ${outcome.reason}`)
    if (outcome.value.type !== ClarityType.ResponseOk) throw new Error(`${method} fails with ${Cl.prettyPrint(outcome.value)}`)
  }

  return {
    heights: vm.heights,
    mineBurnBlocks: vm.mineEmptyBurnBlocks,
    mineStacksBlocks: vm.mineEmptyStacksBlocks,
    creditSbtc: (to, sats) => (sats === 0n ? vm.mineEmptyStacksBlocks(1) : command(deposit, 'deposit', [Cl.principal(to), Cl.uint(sats)], deployer)),
    transferSbtc: (from, to, sats) => command(sbtc, 'transfer', [Cl.uint(sats), Cl.principal(from), Cl.principal(to), Cl.none()], from),
    lock: (who, microStx, unlockBurn) => lock(standard(who), microStx, unlockBurn),
    setLiquid: (who, microStx) =>
      command(`${deployer}.liquid-stacking-v1_0_1`, 'set-stacked-ustx', [Cl.principal(who), Cl.uint(microStx)], deployer),
    call: (fn, args, { txSender, contractCaller }) => {
      if (txSender !== contractCaller) throw new Error('a contract as caller needs a proxy contract')
      return outcomeOf(vm.callPublic(contract, fn, encodeArgs(publicSignatures[fn], args), standard(txSender)), header)
    },
    read: (fn, args, sender) => {
      const outcome = vm.callReadOnly(contract, fn, encodeArgs(readSignatures[fn], args), sender)
      return outcome.aborted ? { abort: abortReason(outcome.reason) } : { result: decode(outcome.value) }
    },
  }
}

/** A public call's outcome with the events that belong to the contract: its prints, and the sBTC it sends. */
function outcomeOf(outcome: VmOutcome, { contractPrincipal, sbtc }: TraceHeader): Outcome {
  if (outcome.aborted) return { abort: abortReason(outcome.reason) }
  const { value } = outcome
  if (value.type === ClarityType.ResponseErr) return { err: decode(value.value) as bigint }
  if (value.type !== ClarityType.ResponseOk) throw new Error('The contract answered no response')
  return { ok: decode(value.value), events: outcome.events.flatMap((event) => contractEvent(event, contractPrincipal, `${sbtc}::sbtc-token`)) }
}

function contractEvent({ event, data }: VmEvent, contract: string, asset: string): ContractEvent[] {
  if (event === 'print_event' && data.contract_identifier === contract) {
    return [{ type: 'print', value: decode(deserializeCV(data.raw_value!)) as Tuple }]
  }
  if (event === 'ft_transfer_event' && data.asset_identifier === asset) {
    return [{ type: 'transfer', from: data.sender!, to: data.recipient!, sats: BigInt(data.amount!) }]
  }
  return []
}

/** The VM's short name of a run-time abort; anything else that it refuses is a fault of the set-up and is thrown. */
function abortReason(reason: string): string {
  if (!reason.includes('Error calling contract function')) throw new Error(reason)
  return /Runtime(?:Check)?\((\w+)/.exec(reason)?.[1] ?? reason
}

/** The VM takes transactions of standard principals only. */
function standard(address: string): string {
  if (address.includes('.')) throw new Error(`${address} is a contract: in the VM it cannot sign`)
  return address
}
