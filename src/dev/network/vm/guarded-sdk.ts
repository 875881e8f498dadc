import { createRequire } from 'node:module'
import type { SDK } from '@stacks/clarinet-sdk-wasm'
import { createFiles, type BootContracts } from './files.ts'
import { abortedWith, parseOutcome, type RawResponse, type VmOutcome } from './outcome.ts'
import { quietly } from './quietly.ts'

/** The VM's module, loaded at the first call. */
export const loadWasm = () =>
  createRequire(import.meta.url)(
    '@stacks/clarinet-sdk-wasm',
  ) as typeof import('@stacks/clarinet-sdk-wasm')

/**
 * The wrapped VM, whose failures become values. It does not survive a panic: from then on every
 * execution is refused until `restart`.
 */
export const createGuardedSdk = ({
  trackCosts = false,
  boot,
}: {
  trackCosts?: boolean
  boot?: BootContracts
}) => {
  const wasm = loadWasm()
  const start = (): SDK =>
    new wasm.SDK(createFiles(boot), new wasm.SDKOptions(trackCosts, false, true))
  let sdk = start()
  let crashed = false

  return {
    get sdk() {
      return sdk
    },
    get crashed() {
      return crashed
    },

    execute(work: (sdk: SDK) => RawResponse): VmOutcome {
      if (crashed) return { aborted: true, reason: 'The VM has crashed: reset it' }
      try {
        return parseOutcome(quietly(() => work(sdk)))
      } catch (failure) {
        // What Clarity refuses comes as a string; an error object is a panic.
        crashed = typeof failure !== 'string'
        return abortedWith(failure)
      }
    },

    /** Records what is evaluated from now on, until `restart`. */
    startTracing: (): void => sdk.enablePerformance('runtime'),

    /** Undefined where the VM refuses to read. */
    read<T>(work: (sdk: SDK) => T): T | undefined {
      try {
        return quietly(() => work(sdk))
      } catch (failure) {
        crashed ||=
          failure instanceof WebAssembly.RuntimeError || String(failure).includes('recursive use')
        return undefined
      }
    },

    /** Replaces a crashed VM and initializes it; a healthy one is only initialized. */
    async restart(initialize: (sdk: SDK) => Promise<unknown>): Promise<void> {
      if (crashed) sdk = start()
      await initialize(sdk)
      crashed = false
    },
  }
}
export type GuardedSdk = ReturnType<typeof createGuardedSdk>
