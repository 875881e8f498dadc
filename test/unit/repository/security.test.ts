import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { deploymentsItem, networkItem } from '../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../src/app/settings.ts'
import { settingsItem } from '../../../src/app/stored/shared-items.ts'
import { sendOnce } from '../../../src/chain/http/send-once.ts'
import { builtInDeployments } from '../../../src/chain/stacks/deployments.ts'
import { readThreats } from '../../../src/dev/cli/mutate/threats.ts'
import { network as reading } from '../../../src/dev/gallery/fixtures.ts'
import { preconditionFailure } from '../../../src/extension/background/dual-stacking/signing-preconditions.ts'
import { openItemStore } from '../../../src/extension/storage/item-store.ts'
import { createAnswerer } from '../../../src/worker/answer.ts'
import { createMemoryArea } from '../../support/memory-area.ts'

const rows = readThreats().map(({ file, title }) => [file, title] as const)

/** The titles of a file's tests; where a fault is played, the moment `at` which it comes. */
function titlesOf(file: string): string[] {
  const titles: string[] = []
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const isTest = (callee: ts.Expression): boolean =>
    ts.isIdentifier(callee)
      ? ['it', 'test', 'describe'].includes(callee.text)
      : (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) &&
        isTest(callee.expression)
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTest(node.expression)) {
      const [title] = node.arguments
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text)
    }
    if (
      ts.isPropertyAssignment(node) &&
      ts.isIdentifier(node.name) &&
      node.name.text === 'at' &&
      ts.isStringLiteralLike(node.initializer)
    )
      titles.push(node.initializer.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return titles
}

describe('SECURITY.md', () => {
  it('has a test in every row of its threats', () => {
    const threats = readFileSync('SECURITY.md', 'utf8')
      .split('\n## Threats\n')[1]!
      .split('\n## ')[0]!
    expect(threats.match(/^\| (?!threat|---)/gm)).toHaveLength(rows.length)
    expect(rows.length).toBeGreaterThan(30)
  })

  it.each(rows)('%s: %s', (file, name) => {
    expect(titlesOf(file).filter((title) => title.includes(name))).not.toEqual([])
  })
})

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'

it('writes to no contract that is superseded, or that it has not read', async () => {
  const base = builtInDeployments.find(({ id }) => id === 'embedded-v1')!
  const using = async (changes: Partial<typeof base>) => {
    const store = await openItemStore(createMemoryArea())
    await store.update(deploymentsItem, () => [{ ...base, id: 'own', custom: true, ...changes }])
    await store.update(settingsItem, () => ({ ...initialSettings(), deployment: 'own' }))
    return store
  }
  const own = await using({})
  for (const action of ['enroll', 'opt-out', 'change-reward-address'] as const)
    expect(preconditionFailure(own, action, address, null)).toMatchObject({ code: 'not-writable' })
  await own.update(networkItem, () => ({ ...reading, deployment: 'own', writable: { ok: true } }))
  expect(preconditionFailure(own, 'enroll', address, null)).toBeNull()
  await own.update(networkItem, () => ({
    ...reading,
    deployment: 'own',
    writable: { ok: false, reason: 'unknown-contract' as const },
  }))
  expect(preconditionFailure(own, 'enroll', address, null)).toMatchObject({ code: 'not-writable' })
  expect(
    preconditionFailure(
      await using({ supersededBy: 'embedded-v2', custom: false }),
      'enroll',
      address,
      null,
    ),
  ).toMatchObject({ code: 'not-writable' })
})

it('answers any parameters with figures or a reason', () => {
  const upTo = (most: bigint, least = 0n) =>
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(least, least + 1n, most) },
      { weight: 9, arbitrary: fc.bigInt({ min: least, max: most }) },
      { weight: 1, arbitrary: fc.constant(2n ** 200n) },
    )
  const amount = upTo(2n ** 64n)
  const maybe = fc.option(amount)
  const parameters = fc.record({
    family: fc.constantFrom('v1', 'v2', 'v3'),
    snapshotsPerCycle: upTo(1_000_000n, 1n),
    blocksPerSnapshot: upTo(1_000_000n, 1n),
    multiplier: upTo(1000n, 1n),
    goldenRatio: fc.record({ ratio: upTo(2n ** 128n - 1n), cycle: fc.constant(1) }),
    apr: maybe,
    blocksPerYear: maybe,
    poolSats: maybe,
    totalWeights: fc.option(
      fc.record({ weights: upTo(2n ** 80n), cycle: fc.constant(1), ofHolder: maybe }),
    ),
  })
  const answer = createAnswerer()
  let figures = 0
  fc.assert(
    fc.property(parameters, fc.record({ sats: amount, microStx: amount }), (given, holdings) => {
      const told = answer({
        kind: 'project',
        id: 1,
        request: { parameters: given, holdings, curvePoints: 20 },
      })
      if (told.ok) figures++
      else expect(['bad-request', 'failed']).toContain(told.code)
    }),
    { numRuns: 300 },
  )
  expect(figures).toBeGreaterThan(50)
})

it('cuts off an answer that never ends', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000_000
      controller.enqueue(new Uint8Array(1_000_000).fill(0x20))
    },
  })
  const answer = await sendOnce({
    fetch: () => Promise.resolve(new Response(endless)),
    outgoing: { url: 'http://127.0.0.1:9/', method: 'GET' },
    timeoutMs: 5000,
    onResponse: () => undefined,
  })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-answer' } })
  expect(sent).toBeLessThan(12_000_000)
})
