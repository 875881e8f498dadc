import { Worker } from 'node:worker_threads'
import type { VmOptions } from '../vm/vm.ts'
import type { VmHost, HostMethod } from './vm-host.ts'
import type { HostReply, HostRequest } from './worker.ts'

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

const methods: HostMethod[] = [
  'apply',
  'repeat',
  'heights',
  'account',
  'callRead',
  'dataVar',
  'mapEntry',
  'dataVars',
  'mapEntries',
  'source',
  'contractInterface',
]

/**
 * Starts the VM in a separate thread, so that a long call never blocks this one. Rejects when it
 * cannot start.
 */
export const startVmHost = async (
  options: VmOptions,
): Promise<VmHost & { close: () => Promise<void> }> => {
  const script = new URL('./worker.ts', import.meta.url).href
  const worker = new Worker(new URL('./boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: { script, options },
  })
  const waiting = new Map<number, Waiting>()
  let nextId = 0
  let ended: Error | undefined

  const failAll = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  await new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: HostReply) => {
      if ('ready' in reply) {
        if (reply.ready) resolve()
        else reject(new Error(reply.error))
        return
      }
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('error' in reply) asked?.reject(new Error(reply.error))
      else asked?.resolve(reply.value)
    })
    worker.on('error', (error) => {
      reject(error)
      failAll(error)
    })
    worker.on('exit', () => failAll(new Error('The thread of the VM has ended')))
  }).catch(async (error: unknown) => {
    await worker.terminate()
    throw error
  })

  const ask =
    (method: HostMethod) =>
    (...args: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        if (ended) return reject(ended)
        const id = nextId++
        waiting.set(id, { resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no
        // origin
        worker.postMessage({ id, method, args } satisfies HostRequest)
      })

  return {
    ...(Object.fromEntries(methods.map((method) => [method, ask(method)])) as unknown as VmHost),
    close: async () => void (await worker.terminate()),
  }
}
