interface Closable {
  close(): Promise<unknown>
}

// On the global object, because the environment that closes them has its own module instances.
const key = Symbol.for('twinstack.shared')
const scope = globalThis as unknown as Record<symbol, Map<string, Promise<Closable>> | undefined>
const started = (scope[key] ??= new Map<string, Promise<Closable>>())

/**
 * Starts something once for all test files of this process. It is closed when the process has run
 * its last file (environment.ts).
 */
export function shareInProcess<T extends Closable>(
  name: string,
  start: () => Promise<T>,
): Promise<T> {
  const running = started.get(name) ?? start()
  started.set(name, running)
  return running as Promise<T>
}

export async function closeShared(): Promise<void> {
  const all = [...started.values()]
  started.clear()
  await Promise.allSettled(all.map(async (each) => (await each).close()))
}
