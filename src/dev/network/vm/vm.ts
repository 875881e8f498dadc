import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { EpochString, IContractInterface, SDK } from '@stacks/clarinet-sdk-wasm'
import {
  deserializeCV,
  noneCV,
  serializeCVBytes,
  type ClarityAbiType,
  type ClarityValue,
} from '@stacks/transactions'
import { createFiles, projectFolder, projectManifest } from './files.ts'
import { isOfType } from './is-of-type.ts'
import { abortedWith, parseOutcome, type RawResponse, type VmOutcome } from './outcome.ts'
import { quietly, withFrozenDate } from './quietly.ts'

/** The VM's own first account; also the default deployer and sender. */
export const defaultDeployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

/**
 * A contract to deploy: `source` text or the `path` of a file; `clarity` is 1 to 5; any address may
 * deploy.
 */
export type VmContract = {
  name: string
  deployer?: string
  epoch?: EpochString
  clarity?: number
} & ({ source: string } | { path: string | URL })

/** One transaction of a block for `mineBlock`. Amounts in microStx. */
export type VmTransaction =
  | { call: { contract: string; method: string; args: ClarityValue[]; sender: string } }
  | { transfer: { microStx: bigint; recipient: string; sender: string } }

export type VmOptions = {
  contracts?: VmContract[]
  /** Enforces the block limits of a real node, and reports costs. */
  trackCosts?: boolean
  /** For contracts that name none. */
  epoch?: EpochString
  clarity?: number
  /**
   * Milliseconds: with the same value the same operations give the same chain, block times
   * included.
   */
  genesisTime?: number
}

const loadWasm = () =>
  createRequire(import.meta.url)(
    '@stacks/clarinet-sdk-wasm',
  ) as typeof import('@stacks/clarinet-sdk-wasm')

/**
 * A VM that holds a Clarity chain in memory. All but `reset` is synchronous; a failed execution is
 * a value, never an exception.
 */
export type Vm = Awaited<ReturnType<typeof createVm>>

/**
 * Starts a Clarity VM (about 2 s the first time in a process, 0.4 s afterwards; 450 MB) and deploys
 * the contracts, one Stacks block each. Throws when a contract cannot be deployed: a set-up that
 * does not stand is a programming error.
 *
 * @example
 *   const vm = await createVm({
 *     contracts: [{ name: 'counter', source: '(define-read-only (one) u1)' }],
 *   })
 *   vm.callReadOnly('counter', 'one', []).value // Cl.uint(1)
 */
export const createVm = async (options: VmOptions = {}) => {
  const wasm = loadWasm()
  const { contracts = [], trackCosts = false, epoch = '3.3', clarity = 3, genesisTime } = options
  const start = (): SDK =>
    new wasm.SDK(createFiles(), new wasm.SDKOptions(trackCosts, false, false))
  let sdk = start()
  let crashed = false
  let interfaces: Map<string, IContractInterface> | undefined

  const attempt = (work: () => RawResponse): VmOutcome => {
    if (crashed) return { aborted: true, reason: 'The VM has crashed: reset it' }
    try {
      return parseOutcome(quietly(work))
    } catch (failure) {
      // What Clarity refuses comes as a string; an error object is a panic, after which the VM
      // answers nothing any more.
      crashed = typeof failure !== 'string'
      return abortedWith(failure)
    }
  }

  const contractId = (contract: string) =>
    contract.includes('.') ? contract : `${defaultDeployer}.${contract}`

  const call = (
    kind: 'callPublicFn' | 'callReadOnlyFn',
    contract: string,
    method: string,
    args: ClarityValue[],
    sender: string,
  ) => {
    const callArgs = new wasm.CallFnArgs(
      contractId(contract),
      method,
      args.map(serializeCVBytes),
      sender,
    )
    return attempt(() => sdk[kind](callArgs))
  }

  /** Sets the epoch: the first time, and whenever it changes, a new burn block begins. */
  const setEpoch = (next: EpochString) => {
    if (sdk.currentEpoch !== next) sdk.setEpoch(next)
  }

  /** Deploys a contract in a Stacks block of its own. */
  const deploy = (contract: VmContract): VmOutcome => {
    const sender = contract.deployer ?? defaultDeployer
    const source = 'source' in contract ? contract.source : readFileSync(contract.path, 'utf8')
    if (getSource(`${sender}.${contract.name}`) !== undefined)
      return { aborted: true, reason: `ContractAlreadyExists: ${sender}.${contract.name}` }
    setEpoch(contract.epoch ?? epoch)
    interfaces = undefined
    return attempt(() =>
      sdk.deployContract(
        new wasm.DeployContractArgs(
          contract.name,
          source,
          new wasm.ContractOptions(contract.clarity ?? clarity),
          sender,
        ),
      ),
    )
  }

  /**
   * Public function call in a Stacks block of its own, mined whatever the result; `contract` is
   * `name` (of the default deployer) or `address.name`.
   */
  const callPublic = (
    contract: string,
    method: string,
    args: ClarityValue[],
    sender = defaultDeployer,
  ): VmOutcome => call('callPublicFn', contract, method, args, sender)

  /** Read-only call on the state after the newest block; mines nothing. */
  const callReadOnly = (
    contract: string,
    method: string,
    args: ClarityValue[],
    sender = defaultDeployer,
  ): VmOutcome => call('callReadOnlyFn', contract, method, args, sender)

  /** Evaluates a Clarity expression on the state after the newest block; mines nothing. */
  const evaluate = (expression: string): VmOutcome => attempt(() => sdk.execute(expression))

  /** Transfers microStx in a Stacks block of its own. */
  const transferStx = (microStx: bigint, recipient: string, sender: string): VmOutcome =>
    attempt(() => sdk.transferSTX(new wasm.TransferSTXArgs(microStx, recipient, sender)))

  /**
   * One Stacks block with these transactions. When one aborts, those before it stay and those after
   * it never run: the answer is then the abort alone.
   */
  const mineBlock = (transactions: VmTransaction[]): VmOutcome[] => {
    const raw = transactions.map((transaction) =>
      'call' in transaction
        ? {
            callPublicFn: {
              contract: contractId(transaction.call.contract),
              method: transaction.call.method,
              args_maps: transaction.call.args.map(serializeCVBytes),
              sender: transaction.call.sender,
            },
          }
        : {
            transferSTX: {
              amount: Number(transaction.transfer.microStx),
              recipient: transaction.transfer.recipient,
              sender: transaction.transfer.sender,
            },
          },
    )
    const outcomes: VmOutcome[] = []
    const failed = attempt(() => {
      outcomes.push(...(sdk.mineBlock(raw) as RawResponse[]).map(parseOutcome))
      return { result: '0x03', events: '[]', costs: 'null' }
    })
    return failed.aborted ? [failed] : outcomes
  }

  /**
   * What a contract declares (undefined when there is none); computed once for all contracts, anew
   * after a deployment.
   */
  const contractInterface = (contract: string): IContractInterface | undefined => {
    interfaces ??= quietly(() => sdk.getContractsInterfaces())
    return interfaces.get(contractId(contract))
  }

  const readQuietly = <T>(read: () => T): T | undefined => {
    try {
      return quietly(read)
    } catch (failure) {
      crashed ||=
        failure instanceof WebAssembly.RuntimeError || String(failure).includes('recursive use')
      return undefined
    }
  }

  const readState = (read: () => string): ClarityValue | undefined => {
    const hex = readQuietly(read)
    return hex === undefined ? undefined : deserializeCV(hex)
  }

  /** A data variable, or undefined when contract or variable do not exist. */
  const dataVar = (contract: string, name: string) =>
    readState(() => sdk.getDataVar(contractId(contract), name))

  /** A map entry as `(some …)` or `none`, or undefined when contract or map do not exist. */
  const mapEntry = (contract: string, name: string, key: ClarityValue) => {
    const map = contractInterface(contract)?.maps.find((each) => each.name === name)
    if (!map) return undefined
    // The VM does not survive a key of another type.
    if (!isOfType(key, map.key as unknown as ClarityAbiType)) return noneCV()
    return (
      readState(() => sdk.getMapEntry(contractId(contract), name, serializeCVBytes(key))) ??
      noneCV()
    )
  }

  const getSource = (contract: string): string | undefined =>
    readQuietly(() => sdk.getContractSource(contractId(contract)))

  const heights = () => ({ burn: sdk.burnBlockHeight, stacks: sdk.stacksBlockHeight })

  /** `count` burn blocks with one empty Stacks block each: `count` new tenures. */
  const mineEmptyBurnBlocks = (count: number) => {
    if (count > 0) sdk.mineEmptyBurnBlocks(count)
  }

  /** `count` empty Stacks blocks in the current tenure. */
  const mineEmptyStacksBlocks = (count: number) => {
    if (count > 0) sdk.mineEmptyStacksBlocks(count)
  }

  /**
   * Mines up to burn height `burn`, whose first Stacks block becomes `stacks`, padding the first
   * tenure: the history that recorded traces start from. Throws when that is impossible, that is
   * when the chain is already beyond either.
   */
  const mineTo = (target: { burn: number; stacks: number }) => {
    const now = heights()
    const padding = target.stacks - target.burn - (now.stacks - now.burn)
    if (padding < 0 || target.burn < now.burn) {
      throw new Error(
        `Cannot mine from burn ${now.burn}, stacks ${now.stacks} to burn ${target.burn}, stacks ${target.stacks}`,
      )
    }
    mineEmptyStacksBlocks(padding)
    mineEmptyBurnBlocks(target.burn - now.burn)
  }

  /** Creates STX out of nothing, in no block. */
  const mintStx = (recipient: string, microStx: bigint) =>
    void quietly(() => sdk.mintSTX(recipient, microStx))

  /** Back to the state after the deployments (30 ms plus the deployments; 0.4 s after a crash). */
  const reset = async () => {
    if (crashed) sdk = start()
    interfaces = undefined
    await withFrozenDate(genesisTime, () =>
      quietly(() => sdk.initSession(projectFolder, projectManifest, null)),
    )
    crashed = false
    setEpoch(epoch)
    for (const contract of contracts) {
      const outcome = deploy(contract)
      if (outcome.aborted) throw new Error(`Cannot deploy ${contract.name}: ${outcome.reason}`)
    }
  }

  await reset()
  return {
    heights,
    contractInterface,
    setEpoch,
    deploy,
    callPublic,
    callReadOnly,
    evaluate,
    transferStx,
    mineBlock,
    dataVar,
    mapEntry,
    getSource,
    mineEmptyBurnBlocks,
    mineEmptyStacksBlocks,
    mineTo,
    mintStx,
    reset,
    /** The wrapped VM, for what has no helper here. */
    get sdk() {
      return sdk
    },
    /** True after a crash of the VM itself: only `reset` helps. */
    get crashed() {
      return crashed
    },
  }
}
