import { connect, type Socket } from 'node:net'

interface Waiting {
  resolve: (value: unknown) => void
  reject: (error: Error) => void
}

/**
 * Firefox's own remote protocol over TCP: `<bytes>:<JSON>`, requests `[0, id, name, parameters]`,
 * answers `[1, id, error, result]`, after one greeting.
 */
export class Marionette {
  #received = Buffer.alloc(0)
  #next = 0
  readonly #waiting = new Map<number, Waiting>()

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes) => this.#take(bytes))
    socket.on('error', (error) => this.#end(error))
    socket.on('close', () => this.#end(new Error('Firefox has closed the connection')))
  }

  /** Connects to a port on this machine; rejects when nothing listens there. */
  static connect(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.off('error', reject)
        resolve(new Marionette(socket))
      })
      socket.once('error', reject)
    })
  }

  send(name: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#next
    // Made here, so that it tells who asked.
    const failure = new Error(name)
    const text = JSON.stringify([0, id, name, parameters])
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve,
        reject: ({ message }) => {
          failure.message = `${name}: ${message}`
          reject(failure)
        },
      })
      this.socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }

  close(): void {
    this.socket.destroy()
  }

  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes])
    for (;;) {
      const colon = this.#received.indexOf(':')
      if (colon < 0) return
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString())
      if (this.#received.length < end) return
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString())
      this.#received = this.#received.subarray(end)
      if (Array.isArray(message))
        this.#answer(
          message as [number, number, { error: string; message: string } | null, unknown],
        )
    }
  }

  #answer([, id, error, result]: [
    number,
    number,
    { error: string; message: string } | null,
    unknown,
  ]): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message || error.error))
    else waiting?.resolve((result as { value?: unknown } | null)?.value)
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
