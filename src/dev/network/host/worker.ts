import { parentPort } from 'node:worker_threads'
import { createVm, type Vm, type VmOptions } from '../vm/vm.ts'
import { createVmHost, type HostMethod } from './vm-host.ts'

/** One question from the other thread and its answer, matched by `id`; `start` takes VmOptions. */
export type HostRequest = { id: number; method: HostMethod | 'start'; args: unknown[] }
export type HostReply = { id: number; value: unknown } | { id: number; error: string }

const port = parentPort!
const say = (reply: HostReply) => port.postMessage(reply)
const textOf = (failure: unknown) => (failure instanceof Error ? failure.message : String(failure))

let vm: Vm | undefined
let host: ReturnType<typeof createVmHost> | undefined

/** Starts a chain: the first time with a new VM, then in the same one with the same contracts. */
const start = async (options: VmOptions): Promise<void> => {
  if (vm) await vm.reset(options.genesisTime)
  else vm = await createVm(options)
  host = createVmHost(vm)
}

const answer = ({ method, args }: HostRequest): unknown =>
  method === 'start'
    ? start(args[0] as VmOptions)
    : (host![method] as (...args: unknown[]) => unknown)(...args)

// One at a time: starting over takes several turns of the event loop, and nothing may read the VM
// meanwhile.
let queue = Promise.resolve()
port.on('message', (request: HostRequest) => {
  const { id } = request
  queue = queue.then(async () => {
    try {
      say({ id, value: await answer(request) })
    } catch (failure) {
      say({ id, error: textOf(failure) })
    }
  })
})
