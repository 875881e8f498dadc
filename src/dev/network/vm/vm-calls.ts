import { serializeCVBytes, type ClarityValue } from '@stacks/transactions'
import { defaultDeployer, fullContractId } from './contract-id.ts'
import { loadWasm, type GuardedSdk } from './guarded-sdk.ts'
import { parseOutcome, type RawResponse, type VmOutcome } from './outcome.ts'

type ContractCall = { contract: string; method: string; args: ClarityValue[]; sender: string }

/** One transaction of a block for `mineBlock`. Amounts in microStx. */
export type VmTransaction =
  | { call: ContractCall }
  | { transfer: { microStx: bigint; recipient: string; sender: string } }

const rawTransaction = (transaction: VmTransaction) => {
  if ('call' in transaction) {
    const { contract, method, args, sender } = transaction.call
    return {
      callPublicFn: {
        contract: fullContractId(contract),
        method,
        args_maps: args.map(serializeCVBytes),
        sender,
      },
    }
  }
  const { microStx, recipient, sender } = transaction.transfer
  return { transferSTX: { amount: Number(microStx), recipient, sender } }
}

/**
 * Execution on the VM: calls and transfers, each in a separate Stacks block, and read-only calls.
 */
export const createVmCalls = (guarded: GuardedSdk) => {
  const wasm = loadWasm()
  const call = (
    kind: 'callPublicFn' | 'callReadOnlyFn',
    { contract, method, args, sender }: ContractCall,
  ) => {
    const callArgs = new wasm.CallFnArgs(
      fullContractId(contract),
      method,
      args.map(serializeCVBytes),
      sender,
    )
    return guarded.execute((sdk) => sdk[kind](callArgs))
  }

  return {
    /**
     * Public function call in a separate Stacks block, mined whatever the result; `contract` is
     * `name` (of the default deployer) or `address.name`.
     */
    callPublic: (
      contract: string,
      method: string,
      args: ClarityValue[],
      sender = defaultDeployer,
    ): VmOutcome => call('callPublicFn', { contract, method, args, sender }),

    /** Read-only call on the state after the newest block; mines nothing. */
    callReadOnly: (
      contract: string,
      method: string,
      args: ClarityValue[],
      sender = defaultDeployer,
    ): VmOutcome => call('callReadOnlyFn', { contract, method, args, sender }),

    /** Evaluates a Clarity expression on the state after the newest block; mines nothing. */
    evaluate: (expression: string): VmOutcome => guarded.execute((sdk) => sdk.execute(expression)),

    /** Transfers microStx in a separate Stacks block. */
    transferStx: (microStx: bigint, recipient: string, sender: string): VmOutcome =>
      guarded.execute((sdk) =>
        sdk.transferSTX(new wasm.TransferSTXArgs(microStx, recipient, sender)),
      ),

    /**
     * One Stacks block with these transactions. When one aborts, those before it stay and those
     * after it never run: the answer is then the abort alone.
     */
    mineBlock(transactions: VmTransaction[]): VmOutcome[] {
      const raw = transactions.map(rawTransaction)
      const outcomes: VmOutcome[] = []
      const failed = guarded.execute((sdk) => {
        outcomes.push(...(sdk.mineBlock(raw) as RawResponse[]).map(parseOutcome))
        return { result: '0x03', events: '[]', costs: 'null' }
      })
      return failed.aborted ? [failed] : outcomes
    },
  }
}
