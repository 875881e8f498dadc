import { randomBytes } from 'node:crypto'
import type { DuskEvents, StreamEvent } from '../chain/events.ts'
import { exactJson } from '../wire/json.ts'
import type { SocketConnection } from './websocket.ts'

interface Session {
  connection: SocketConnection
  /** Subscriptions as "component entity topic", entity "*" for all. */
  topics: Set<string>
}

type EventPath = Record<'component' | 'entity' | 'topic', string>

const keyOf = ({ component, entity, topic }: EventPath) =>
  `${component} ${entity} ${topic}`.toLowerCase()

/** JSON for blocks and transactions, the contract's own bytes for contracts, nothing for none. */
const bodyOf = (body: unknown): Buffer => {
  if (body instanceof Uint8Array) return Buffer.from(body)
  return Buffer.from(body === null ? '' : exactJson(body))
}

/** An event as it goes over the socket: length of the header, header, body. */
const encode = ({ component, entity, topic, body, origin }: StreamEvent): Buffer => {
  const header = Buffer.from(
    JSON.stringify({
      'Content-Location': `/on/${component}:${entity}/${topic}`,
      ...(origin !== undefined && { 'Rusk-Origin': origin }),
    }),
  )
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return Buffer.concat([length, header, bodyOf(body)])
}

/**
 * The event sessions of a node: a socket gives an id, and requests with it subscribe and
 * unsubscribe.
 */
export const createSessions = (events: DuskEvents) => {
  const sessions = new Map<string, Session>()
  const stop = events.listen((event) => {
    const wanted = [keyOf(event), keyOf({ ...event, entity: '*' })]
    let bytes: Buffer | undefined
    for (const { connection, topics } of sessions.values()) {
      if (wanted.some((key) => topics.has(key))) connection.binary((bytes ??= encode(event)))
    }
  })
  return {
    open: (connect: (onEnd: () => void) => SocketConnection | null) => {
      const id = randomBytes(16).toString('hex')
      const connection = connect(() => sessions.delete(id))
      if (!connection) return
      sessions.set(id, { connection, topics: new Set() })
      connection.text(id)
    },
    /** False when there is no such session. */
    change: (
      id: string | undefined,
      how: 'subscribe' | 'unsubscribe',
      path: EventPath,
    ): boolean => {
      const session = id === undefined ? undefined : sessions.get(id)
      if (!session) return false
      const key = keyOf(path)
      if (how === 'subscribe') session.topics.add(key)
      else session.topics.delete(key)
      return true
    },
    count: () => sessions.size,
    close: () => {
      stop()
      for (const { connection } of sessions.values()) connection.close()
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
