import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { tryParseJson } from '../../chain/http/send-once.ts'
import { KeeperRefusal } from '../keeper-refusal.ts'

const holder = v.object({ host: v.string(), pid: v.number(), started: v.string() })
type Holder = v.InferOutput<typeof holder>

/** How old the mark of a holder on another machine, or in another container, may be. */
const STALE_MS = 120_000

/** When a process was started, as its kernel says; empty where it does not tell. */
const startOf = (pid: number): string => {
  try {
    // The name of the command, in parentheses, may have spaces.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const holds = (path: string, now: number): boolean => {
  let text: string
  let age: number
  try {
    text = readFileSync(path, 'utf8')
    age = now - statSync(path).mtimeMs
  } catch {
    return false
  }
  const read = v.safeParse(holder, tryParseJson(text))
  // Half-written: its writer is at it, or was ended.
  if (!read.success) return Math.abs(age) < STALE_MS
  const { host, pid, started } = read.output
  if (host !== hostname()) return Math.abs(age) < STALE_MS
  return pid !== process.pid && isAlive(pid) && startOf(pid) === started
}

/** A lock that is held. */
export interface KeeperLock {
  /** Tells other machines that its holder is alive; false: another one took it. */
  renew(): boolean
  release(): void
}

/** What the machine says of a place that cannot be written to: a code such as `EROFS`. */
const unwritable = (file: string, failure: unknown): KeeperRefusal => {
  const { code = 'unknown' } = failure as NodeJS.ErrnoException
  return new KeeperRefusal({ word: 'keeper.lock.unwritable', values: { file, code } })
}

/**
 * Takes a lock file. A lock whose holder is gone, killed or switched off, is taken over. Throws a
 * `KeeperRefusal` where another process holds it, or where it cannot be written.
 */
export function takeLock(path: string): KeeperLock {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  } catch (failure) {
    throw unwritable(path, failure)
  }
  const own: Holder = { host: hostname(), pid: process.pid, started: startOf(process.pid) }
  const write = (): boolean => {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
      return true
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false
      throw unwritable(path, failure)
    }
  }
  const taken = write() || (!holds(path, Date.now()) && (rmSync(path, { force: true }), write()))
  if (!taken) throw new KeeperRefusal({ word: 'keeper.lock.taken', values: { file: path } })
  return {
    renew() {
      try {
        if (readFileSync(path, 'utf8') !== JSON.stringify(own)) return false
        const now = new Date()
        utimesSync(path, now, now)
        return true
      } catch {
        return false
      }
    },
    release: () => rmSync(path, { force: true }),
  }
}
