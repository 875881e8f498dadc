import { request } from 'http'
import type { Socket as NetSocket } from 'net'
import type { Socket } from '../../../src/chain/dusk/follow-events.ts'

/** The first frame of what has arrived, once it is complete; `end`: where the next one begins. */
export function readFrame(
  buffer: Buffer,
): { opcode: number; body: Buffer<ArrayBuffer>; end: number } | undefined {
  const lengthBytes = { 126: 2, 127: 8 }[buffer[1]! & 0x7f] ?? 0
  const start = 2 + lengthBytes
  if (buffer.length < start) return undefined
  let length = buffer[1]! & 0x7f
  if (lengthBytes === 2) length = buffer.readUInt16BE(2)
  if (lengthBytes === 8) length = Number(buffer.readBigUInt64BE(2))
  const end = start + length
  if (buffer.length < end) return undefined
  return { opcode: buffer[0]! & 0x0f, body: Buffer.from(buffer.subarray(start, end)), end }
}
/** A WebSocket client for a runtime without one: reads the server's frames. */

export const openSocket = (url: string): Socket => {
  type Listener = (event: { data?: unknown }) => void
  const listeners: Record<string, Listener[]> = { message: [], close: [], error: [] }
  const dispatch = (type: string, event: { data?: unknown } = {}) =>
    listeners[type]!.forEach((listener) => listener(event))
  let connection: NetSocket | null = null
  let closed = false
  const asked = request(url.replace(/^ws/, 'http'), {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': Buffer.alloc(16, 7).toString('base64'),
    },
  })
  asked.on('upgrade', (_response, socket: NetSocket, head: Buffer) => {
    connection = socket
    if (closed) return void socket.destroy()
    let buffer = Buffer.alloc(0)
    const arrive = (chunk: Buffer) => {
      buffer = Buffer.concat([buffer, chunk])
      for (let frame = readFrame(buffer); frame; frame = readFrame(buffer)) {
        const { opcode, body } = frame
        buffer = buffer.subarray(frame.end)
        if (opcode === 1) dispatch('message', { data: body.toString('utf8') })
        if (opcode === 2)
          dispatch('message', {
            data: body.buffer.slice(body.byteOffset, body.byteOffset + body.byteLength),
          })
        if (opcode === 8) socket.end()
      }
    }
    socket.on('data', arrive)
    socket.on('close', () => dispatch('close'))
    if (head.length > 0) arrive(head)
  })
  asked.on('error', () => dispatch('error'))
  asked.on('error', () => dispatch('close'))
  asked.end()
  return {
    binaryType: 'blob',
    close: () => {
      closed = true
      connection?.destroy()
    },
    addEventListener: (type, listener) => void listeners[type]!.push(listener),
  }
}
