import { describe, expect, it } from 'vitest'
import { judgeProgramme } from '../../../../../src/app/dual-stacking/programme/programme-verdict.ts'
import { known, unknown } from '../../../../../src/chain/known.ts'
import type { PartCode } from '../../../../../src/chain/stacks/programme/programme-code.ts'

const build = (version = 4): PartCode => ({ kind: 'build', version, newest: 4, exact: true })
const code = (main: PartCode, liquid: PartCode = build()) =>
  known({ main, helpers: { 'bitcoin-block-buffer': build(), 'liquid-stacking': liquid } })

describe('the verdict on a programme’s code', () => {
  it('is verified for the newest build, with contracts that are ours', () => {
    expect(judgeProgramme(code(build())).kind).toBe('verified')
    expect(judgeProgramme(code(build(3)))).toMatchObject({ kind: 'earlier', version: 3, newest: 4 })
  })

  it('is not for one that calls code of someone else’s', () => {
    expect(judgeProgramme(code(build(), { kind: 'unknown' })).kind).toBe('foreign-part')
  })

  it('is unknown for other code, and for code that was not read', () => {
    expect(judgeProgramme(known({ main: { kind: 'unknown' }, helpers: null }))).toEqual({
      kind: 'unknown',
    })
    expect(judgeProgramme(known({ main: build(), helpers: null })).kind).toBe('unknown')
    expect(judgeProgramme(unknown('offline'))).toEqual({ kind: 'unread' })
  })
})
