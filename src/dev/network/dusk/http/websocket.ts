import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

/** The constant that a handshake's answer is made with (RFC 6455). */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const TEXT = 1
const BINARY = 2
const CLOSE = 8
const PING = 9
const PONG = 10
const LARGEST = 65_536

const frame = (opcode: number, body: Buffer): Buffer => {
  const head =
    body.length < 126
      ? Buffer.of(0x80 | opcode, body.length)
      : Buffer.alloc(body.length < 65_536 ? 4 : 10)
  if (body.length >= 126) {
    head[0] = 0x80 | opcode
    head[1] = body.length < 65_536 ? 126 : 127
    if (body.length < 65_536) head.writeUInt16BE(body.length, 2)
    else head.writeBigUInt64BE(BigInt(body.length), 2)
  }
  return Buffer.concat([head, body])
}

/**
 * One open connection to a client; what clients send beyond pings and a close is not needed here.
 */
export interface SocketConnection {
  text: (text: string) => void
  binary: (bytes: Buffer) => void
  close: () => void
}

/** Reads complete client frames from what has arrived; null when a frame breaks the rules. */
const readFrames = (
  buffer: Buffer,
): { frames: Array<{ opcode: number; body: Buffer }>; rest: Buffer } | null => {
  const frames: Array<{ opcode: number; body: Buffer }> = []
  let rest = buffer
  while (rest.length >= 2) {
    const masked = (rest[1]! & 0x80) !== 0
    const short = rest[1]! & 0x7f
    if (!masked || short === 127) return null
    const start = short === 126 ? 4 : 2
    if (rest.length < start + 4) break
    const length = short === 126 ? rest.readUInt16BE(2) : short
    if (length > LARGEST) return null
    if (rest.length < start + 4 + length) break
    const mask = rest.subarray(start, start + 4)
    const body = Buffer.from(
      rest.subarray(start + 4, start + 4 + length).map((byte, index) => byte ^ mask[index % 4]!),
    )
    frames.push({ opcode: rest[0]! & 0x0f, body })
    rest = rest.subarray(start + 4 + length)
  }
  return { frames, rest }
}

/**
 * Answers a WebSocket handshake and keeps the connection; null when the request is not one. `onEnd`
 * runs once.
 */
export const acceptWebSocket = (
  request: IncomingMessage,
  socket: Duplex,
  onEnd: () => void,
): SocketConnection | null => {
  const key = request.headers['sec-websocket-key']
  if (request.headers.upgrade?.toLowerCase() !== 'websocket' || key === undefined) {
    socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    return null
  }
  const accept = createHash('sha1')
    .update(key + GUID)
    .digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  let arrived = Buffer.alloc(0)
  const close = () => {
    if (!socket.destroyed) socket.end(frame(CLOSE, Buffer.alloc(0)))
  }
  socket.on('data', (chunk: Buffer) => {
    const read = readFrames(Buffer.concat([arrived, chunk]))
    if (!read) return void socket.destroy()
    arrived = Buffer.from(read.rest)
    for (const { opcode, body } of read.frames) {
      if (opcode === PING) socket.write(frame(PONG, body))
      if (opcode === CLOSE) close()
    }
  })
  socket.on('error', () => socket.destroy())
  socket.once('close', onEnd)
  const send = (opcode: number, body: Buffer) => {
    if (!socket.destroyed && socket.writable) socket.write(frame(opcode, body))
  }
  return {
    text: (text) => send(TEXT, Buffer.from(text)),
    binary: (bytes) => send(BINARY, bytes),
    close,
  }
}
