import { beforeAll, expect, test } from 'vitest'
import { fuzzPox } from '../../../src/dev/cli/fuzz/pox/fuzz.ts'
import { parseLines } from '../../../src/dev/cli/replay/lines.ts'
import { poxModelDriver } from '../../../src/dev/cli/replay/pox/model-driver.ts'
import { replayLines } from '../../../src/dev/cli/replay/replay.ts'
import { poxSource } from '../../../src/dev/network/bitcoin-staking/contract-sources.ts'
import { createVm, type Vm } from '../../../src/dev/network/vm/vm.ts'
import { poxTargetOn } from '../../support/bitcoin-staking/pox-target.ts'
import { createPoxVm } from '../../support/bitcoin-staking/pox-world.ts'

let vm: Vm
beforeAll(async () => {
  vm = await createPoxVm({ acceptHeaders: true })
})

test('random sequences end the same on the model and on the Clarity contracts', async () => {
  const { ops, outcomes, failure } = await fuzzPox(vm, { seed: 2026, ops: 500 })
  expect(failure).toBeUndefined()
  expect(ops).toBeGreaterThanOrEqual(500)
  // The sequences get somewhere: bonds and stakes earn, and managers are paid.
  for (const outcome of [
    'pox-5 register-for-bond ok',
    'pox-5 calculate-rewards ok',
    'reference claim-rewards ok',
    'reference claim-staker-rewards ok',
  ])
    expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(0)
})

test('a contract that differs is found, and the sequence is a trace for replay', async () => {
  const source = poxSource({ acceptHeaders: true })
  const mutant = source.replace(
    '(define-constant RESERVE_RATIO u1500)',
    '(define-constant RESERVE_RATIO u1499)',
  )
  expect(mutant).not.toBe(source)
  const mutantVm = await createVm({ epoch: '4.0', clarity: 6, boot: { 'pox-5': mutant } })
  const { failure } = await fuzzPox(mutantVm, { seed: 7, ops: 20_000, shrinkFor: 5_000 })
  expect(failure?.message).toMatch(/calculate/)
  const lines = parseLines(failure!.trace.map((line) => JSON.stringify(line)).join('\n'))
  const target = { ...poxTargetOn(mutantVm) }
  expect((await replayLines(lines, { ...target, pox: poxModelDriver })).mismatches).toEqual([])
  const onMutant = await replayLines(lines, target)
  expect(onMutant.mismatches[0]).toMatchObject({ line: lines.length })
})
