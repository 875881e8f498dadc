import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openState } from '../../../../src/keeper/state/open-state.ts'
import { keptCall } from '../../../support/kept-call.ts'

const address = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const folder = () => mkdtempSync(join(tmpdir(), 'twinstack-state-'))
const day = 86_400_000
const noon = Date.UTC(2026, 10, 29, 12)
const at = (ms: number) => ({ ...keptCall().attempts[0]!, at: ms })

describe('the state of a keeper', () => {
  it('is on the disk before the next thing happens', () => {
    const place = folder()
    const state = openState(place, address)
    const call = keptCall()
    state.begin(call)
    expect(openState(place, address).openCalls()).toEqual([call])
    const again = state.retry(call, { ...at(noon), txid: 'bb'.repeat(32), feeMicroStx: 1500n })
    expect(openState(place, address).openCalls()).toEqual([again])
    state.settle(again, { outcome: 'confirmed', stacksHeight: 7 })
    expect(openState(place, address).openCalls()).toEqual([])
    expect(openState(place, address).calls()[0]).toMatchObject({
      outcome: 'confirmed',
      stacksHeight: 7,
    })
  })

  it('counts the fees of a day, of a replaced call only what it costs more', () => {
    const state = openState(folder(), address)
    const call = keptCall({ attempts: [at(noon)] })
    state.begin(call)
    expect(state.spentToday(noon)).toBe(900n)
    state.retry(call, { ...at(noon), feeMicroStx: 1500n })
    expect(state.spentToday(noon)).toBe(1500n)
    expect(state.spentToday(noon + day)).toBe(0n)
  })

  it('begins no new day when the clock is set back', () => {
    const state = openState(folder(), address)
    state.begin(keptCall({ attempts: [at(noon)] }))
    expect(state.spentToday(noon - 3 * day)).toBe(900n)
    state.begin(keptCall({ attempts: [at(noon - 3 * day)] }))
    expect(state.spentToday(noon)).toBe(1800n)
  })

  it('counts failures in a row', () => {
    const place = folder()
    const state = openState(place, address)
    expect(state.noteFailure('a', 10)).toBe(1)
    expect(state.noteFailure('a', 11)).toBe(2)
    expect(openState(place, address).failuresOf('a')).toEqual({ count: 2, burnHeight: 11 })
    state.forgetFailures('a')
    expect(openState(place, address).failuresOf('a').count).toBe(0)
  })

  it('forgets old calls, and none that is open', () => {
    const state = openState(folder(), address)
    state.begin(keptCall({ nonce: 0 }))
    for (let nonce = 1; nonce < 120; nonce++) state.begin(keptCall({ nonce, outcome: 'confirmed' }))
    expect(state.openCalls()).toHaveLength(1)
    expect(state.calls().length).toBeLessThan(105)
    expect(state.calls().at(-1)!.nonce).toBe(119)
  })

  it('is not written over when it cannot be read, or is of another account', () => {
    const place = folder()
    const state = openState(place, address)
    state.begin(keptCall())
    const text = readFileSync(state.path, 'utf8')
    writeFileSync(state.path, text.slice(0, -9))
    expect(() => openState(place, address)).toThrow('keeper.state.unread')
    writeFileSync(state.path, text.replace(address, 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'))
    expect(() => openState(place, address)).toThrow('keeper.state.unread')
  })

  it('reads what earlier versions wrote', () => {
    const place = folder()
    const golden = readFileSync('test/unit/keeper/state/keeper-state.v1.json', 'utf8')
    writeFileSync(join(place, `${address}.json`), golden)
    const state = openState(place, address)
    expect(state.openCalls()).toHaveLength(1)
    expect(state.spentToday(noon)).toBe(2400n)
  })
})
