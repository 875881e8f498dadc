import { parentPort, workerData } from 'node:worker_threads'
import type { VmOptions } from '../vm/vm.ts'
import { createVmHost, type HostMethod } from './vm-host.ts'

/** One question from the other thread and its answer, matched by `id`. */
export type HostRequest = { id: number; method: HostMethod; args: unknown[] }
export type HostReply =
  | { id: number; value: unknown }
  | { id: number; error: string }
  | { ready: true }
  | { ready: false; error: string }

const port = parentPort!
const say = (reply: HostReply) => port.postMessage(reply)
const textOf = (failure: unknown) => (failure instanceof Error ? failure.message : String(failure))

try {
  const host = await createVmHost((workerData as { options: VmOptions }).options)
  // One at a time: starting over takes several turns of the event loop, and nothing may read the VM
  // meanwhile.
  let queue = Promise.resolve()
  port.on('message', ({ id, method, args }: HostRequest) => {
    queue = queue.then(async () => {
      try {
        say({ id, value: await (host[method] as (...args: unknown[]) => unknown)(...args) })
      } catch (failure) {
        say({ id, error: textOf(failure) })
      }
    })
  })
  say({ ready: true })
} catch (failure) {
  say({ ready: false, error: textOf(failure) })
}
