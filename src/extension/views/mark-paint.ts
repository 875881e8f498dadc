/** Marks the moment at which the frame that is being rendered has been painted. */
export function markPaint(name: string): void {
  // A message sent from within a frame arrives when that frame has been painted.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => performance.mark(name)
    port2.postMessage(null)
  })
}
