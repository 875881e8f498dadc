import { Worker } from 'node:worker_threads'
import type { HostReply, HostRequest } from './worker.ts'

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** A thread with a VM, which is asked one thing after another. */
export class VmThread {
  private readonly worker = new Worker(new URL('./boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: { script: new URL('./worker.ts', import.meta.url).href },
  })
  private readonly waiting = new Map<number, Waiting>()
  private nextId = 0
  private ended: Error | undefined

  constructor() {
    this.worker.on('message', (reply: HostReply) => {
      const asked = this.waiting.get(reply.id)
      this.waiting.delete(reply.id)
      if ('error' in reply) asked?.reject(new Error(reply.error))
      else asked?.resolve(reply.value)
    })
    this.worker.on('error', (error: Error) => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error('The thread of the VM has ended')))
  }

  /** Whether it runs, and nothing waits for an answer. */
  get isIdle(): boolean {
    return this.ended === undefined && this.waiting.size === 0
  }

  ask(method: HostRequest['method'], args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended)
      const id = this.nextId++
      this.waiting.set(id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no
      // origin
      this.worker.postMessage({ id, method, args } satisfies HostRequest)
    })
  }

  /** Whether the process waits for it before it ends by itself. */
  holdProcess(isHeld: boolean): void {
    if (isHeld) this.worker.ref()
    else this.worker.unref()
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }

  private fail(error: Error): void {
    this.ended ??= error
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }
}
