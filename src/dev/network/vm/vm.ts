import { readFileSync } from 'node:fs'
import type { EpochString } from '@stacks/clarinet-sdk-wasm'
import { defaultDeployer } from './contract-id.ts'
import { projectFolder, projectManifest, type BootContracts } from './files.ts'
import { createGuardedSdk, loadWasm } from './guarded-sdk.ts'
import type { VmOutcome } from './outcome.ts'
import { quietly, withFrozenDate } from './quietly.ts'
import { createVmCalls } from './vm-calls.ts'
import { createVmMining } from './vm-mining.ts'
import { createVmReads } from './vm-reads.ts'

/**
 * A contract to deploy: `source` text or the `path` of a file; `clarity` is 1 to 6; any address may
 * deploy.
 */
export type VmContract = {
  name: string
  deployer?: string
  epoch?: EpochString
  clarity?: number
} & ({ source: string } | { path: string | URL })

export type VmOptions = {
  contracts?: VmContract[]
  /** Sources in place of the VM's own boot contracts: only there can a contract lock STX. */
  boot?: BootContracts
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

/**
 * A VM that holds a Clarity chain in memory. All but `reset` is synchronous; a failed execution is
 * a value, never an exception.
 */
export type Vm = Awaited<ReturnType<typeof createVm>>

/**
 * Starts a Clarity VM (about 2 s the first time in a process, 0.4 s afterwards; 450 MB) and deploys
 * the contracts, one Stacks block each. Throws when a contract cannot be deployed: a broken set-up
 * is a programming error.
 *
 * @example
 *   const vm = await createVm({
 *     contracts: [{ name: 'counter', source: '(define-read-only (one) u1)' }],
 *   })
 *   vm.callReadOnly('counter', 'one', []).value // Cl.uint(1)
 */
export const createVm = async (options: VmOptions = {}) => {
  const { contracts = [], epoch = '3.3', clarity = 3 } = options
  let { genesisTime } = options
  const wasm = loadWasm()
  const guarded = createGuardedSdk(options)
  const calls = createVmCalls(guarded)
  const mining = createVmMining(guarded)
  const { forgetInterfaces, ...reads } = createVmReads(guarded)

  /** Deploys a contract in a separate Stacks block. */
  const deploy = (contract: VmContract): VmOutcome => {
    const sender = contract.deployer ?? defaultDeployer
    const source = 'source' in contract ? contract.source : readFileSync(contract.path, 'utf8')
    if (reads.getSource(`${sender}.${contract.name}`) !== undefined)
      return { aborted: true, reason: `ContractAlreadyExists: ${sender}.${contract.name}` }
    mining.setEpoch(contract.epoch ?? epoch)
    forgetInterfaces()
    const deployment = new wasm.DeployContractArgs(
      contract.name,
      source,
      new wasm.ContractOptions(contract.clarity ?? clarity),
      sender,
    )
    return guarded.execute((sdk) => sdk.deployContract(deployment))
  }

  /**
   * Back to the state after the deployments (30 ms plus the deployments; 0.4 s after a crash).
   * `time`: the genesis time from now on, ms; without it, the same.
   */
  const reset = async (time?: number) => {
    genesisTime = time ?? genesisTime
    forgetInterfaces()
    await guarded.restart((sdk) =>
      withFrozenDate(genesisTime, () =>
        quietly(() => sdk.initSession(projectFolder, projectManifest, null)),
      ),
    )
    mining.setEpoch(epoch)
    for (const contract of contracts) {
      const outcome = deploy(contract)
      if (outcome.aborted) throw new Error(`Cannot deploy ${contract.name}: ${outcome.reason}`)
    }
  }

  await reset()
  return {
    ...calls,
    ...mining,
    ...reads,
    deploy,
    reset,
    /** Gives outcomes a trace until the next reset; slow. */
    startTracing: guarded.startTracing,
    /** The wrapped VM, for what has no helper here. */
    get sdk() {
      return guarded.sdk
    },
    /** True after a crash of the VM itself: only `reset` helps. */
    get crashed() {
      return guarded.crashed
    },
  }
}
