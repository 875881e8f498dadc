import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../../../src/keeper/state/take-lock.ts'

const place = () => join(mkdtempSync(join(tmpdir(), 'twinstack-lock-')), 'lock')

/** A lock as another process that is alive would have it, and that process. */
async function heldByAnother(path: string) {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log(1)'])
  await once(child.stdout, 'data')
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
  const started = stat.split(') ').at(-1)!.split(' ')[19]
  writeFileSync(path, JSON.stringify({ host: hostname(), pid: child.pid, started }))
  return child
}

describe('a lock', () => {
  it('is held by one process, and taken over once that was killed', async () => {
    const path = place()
    const child = await heldByAnother(path)
    expect(() => takeLock(path)).toThrow('keeper.lock.taken')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(takeLock(path).renew()).toBe(true)
  })

  it('is not taken for that of another process with the same number', async () => {
    const path = place()
    const child = await heldByAnother(path)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/"started":"\d+"/, '"started":"1"'))
    expect(takeLock(path).renew()).toBe(true)
    child.kill('SIGKILL')
  })

  it('that cannot be written is refused with the reason', () => {
    const file = place()
    writeFileSync(file, '')
    const within = join(file, 'lock')
    expect(() => takeLock(within)).toThrow('keeper.lock.unwritable')
  })

  it('of another machine is held while it is renewed', () => {
    const path = place()
    writeFileSync(path, JSON.stringify({ host: 'elsewhere', pid: 1, started: '' }))
    expect(() => takeLock(path)).toThrow('keeper.lock.taken')
    const old = new Date(Date.now() - 600_000)
    utimesSync(path, old, old)
    expect(takeLock(path).renew()).toBe(true)
  })

  it('is free after it was released, and notices that it was taken', () => {
    const path = place()
    const lock = takeLock(path)
    writeFileSync(path, JSON.stringify({ host: 'elsewhere', pid: 1, started: '' }))
    expect(lock.renew()).toBe(false)
    lock.release()
    expect(takeLock(path).renew()).toBe(true)
  })
})
