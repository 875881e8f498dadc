import type { VmOptions } from '../vm/vm.ts'
import type { HostMethod, VmHost } from './vm-host.ts'
import { VmThread } from './vm-thread.ts'

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

/** VMs of one kind differ in nothing but when their chain begins. */
const kindOf = (options: VmOptions): string => JSON.stringify({ ...options, genesisTime: null })

/** The thread of the network that was closed last: the next of its kind starts there sooner. */
let idle: { kind: string; thread: VmThread } | undefined

const takeThread = (kind: string): VmThread => {
  if (idle?.kind !== kind || !idle.thread.isIdle) return new VmThread()
  const { thread } = idle
  idle = undefined
  thread.holdProcess(true)
  return thread
}

/** Keeps one thread alone, and none whose last answer could reach the next network. */
const leaveThread = async (kind: string, thread: VmThread): Promise<void> => {
  if (!thread.isIdle) return thread.end()
  thread.holdProcess(false)
  const before = idle
  idle = { kind, thread }
  await before?.thread.end()
}

/**
 * Starts the VM in a separate thread, so that a long call never blocks this one. Rejects when it
 * cannot start. A closed host may not be asked any more.
 */
export const startVmHost = async (
  options: VmOptions,
): Promise<VmHost & { close: () => Promise<void> }> => {
  const kind = kindOf(options)
  const thread = takeThread(kind)
  let isClosed = false
  try {
    await thread.ask('start', [options])
  } catch (failure) {
    await thread.end()
    throw failure
  }

  const ask =
    (method: HostMethod) =>
    (...args: unknown[]) =>
      isClosed
        ? Promise.reject(new Error('The thread of the VM has ended'))
        : thread.ask(method, args)

  return {
    ...(Object.fromEntries(methods.map((method) => [method, ask(method)])) as unknown as VmHost),
    close: async () => {
      if (isClosed) return
      isClosed = true
      await leaveThread(kind, thread)
    },
  }
}
