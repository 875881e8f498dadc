/**
 * A fault to show to clients on purpose: the connection is cut, the answer comes late, is a server
 * error, is nonsense, or says "too many requests". `paths` limits it to paths that contain this
 * text.
 */
export type HttpFault = {
  kind: 'down' | 'slow' | 'error' | 'nonsense' | 'busy'
  delayMs?: number
  paths?: string
}

/** Holds the fault that is shown now, if any. */
export const createFaults = () => {
  let fault: HttpFault | undefined
  return {
    set: (next: HttpFault | undefined) => {
      fault = next
    },
    of: (path: string): HttpFault | undefined =>
      fault && path.includes(fault.paths ?? '') ? fault : undefined,
  }
}
export type Faults = ReturnType<typeof createFaults>
