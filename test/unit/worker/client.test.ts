import { MessageChannel } from 'node:worker_threads'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { emptyColumns, setRow } from '../../../src/protocol/dual-stacking/golden-ratio/columns.ts'
import { GoldenRatioFinder } from '../../../src/protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import {
  project,
  type ProjectionRequest,
} from '../../../src/protocol/dual-stacking/projection/project.ts'
import { createAnswerer } from '../../../src/worker/answer.ts'
import { createProjectionClient } from '../../../src/worker/client.ts'
import type { WorkerLike } from '../../../src/worker/question-queue.ts'

const request: ProjectionRequest = {
  parameters: {
    family: 'v1',
    snapshotsPerCycle: 14n,
    blocksPerSnapshot: 150n,
    multiplier: 9n,
    goldenRatio: { ratio: 184_200_000_000n, cycle: 6 },
    apr: 5_000_000n,
    blocksPerYear: 52_500n,
    poolSats: 60_000_000n,
    totalWeights: { weights: 2n * 10n ** 11n, cycle: 6, ofHolder: 0n },
  },
  holdings: { sats: 11_520_000n, microStx: 5_103_000_000n },
  whatIf: { microStx: 8_000_000_000n },
  curvePoints: 200,
}

const columns = () => {
  const columns = emptyColumns(3)
  setRow(columns, 0, 5n, 5n)
  setRow(columns, 1, (1n << 60n) + 1n, (1n << 61n) + 1n)
  setRow(columns, 2, 95n, 0n)
  return columns
}

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

/**
 * The worker's own code behind a real structured clone with transfers; `hold` keeps answers back.
 */
function channelWorker() {
  const { port1, port2 } = new MessageChannel()
  const answer = createAnswerer()
  const seen: unknown[] = []
  const state = { hold: false }
  const held: unknown[] = []
  port2.on('message', (message) => {
    seen.push(message)
    if (state.hold) held.push(message)
    else port2.postMessage(answer(message))
  })
  const listeners = { error: new Set<(event: Event) => void>() }
  const worker: WorkerLike = {
    postMessage: (message, transfer) => port1.postMessage(message, transfer as never),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') port1.on('message', (data) => listener({ data } as never))
      if (type === 'error') listeners.error.add(listener as (event: Event) => void)
    },
    terminate: () => port1.close(),
  }
  closing.push(() => port1.close())
  const release = () => {
    state.hold = false
    for (const message of held.splice(0)) port2.postMessage(answer(message))
  }
  const die = () =>
    listeners.error.forEach((listener) => listener(new Event('error', { cancelable: true })))
  return {
    worker,
    seen,
    state,
    release,
    die,
    say: (message: unknown) => port2.postMessage(message),
  }
}

const kinds = (seen: unknown[]) => seen.map((message) => (message as { kind: string }).kind)

describe('projection client', () => {
  it('gives the same answer in a worker, without one, and where none may be made', async () => {
    const expected = project(request)
    const { worker } = channelWorker()
    const refused = () => {
      throw new DOMException('refused by the page', 'SecurityError')
    }
    for (const source of [worker, () => worker, undefined, refused])
      expect(await createProjectionClient(source).project(request)).toEqual(expected)
  })

  it('drops a superseded question of its lane before it costs anything', async () => {
    const { worker, seen, state, release } = channelWorker()
    const client = createProjectionClient(worker)
    await client.project({ ...request, curvePoints: 0 })
    state.hold = true
    const questions = [1n, 2n, 3n, 4n].map((microStx) =>
      client.project({ ...request, whatIf: { microStx } }, { lane: 'what-if' }),
    )
    const other = client.project(request, { lane: 'now' })
    const outcome = Promise.allSettled(questions)
    await vi.waitFor(() => expect(kinds(seen)).toHaveLength(3))
    release()
    expect(
      (await outcome).map((result) =>
        result.status === 'rejected' ? result.reason.code : result.value.whatIf!.cycle.microStx,
      ),
    ).toEqual(['superseded', 'superseded', 'superseded', 4n])
    expect((await other).cycle).toEqual(project(request).cycle)
    // The first was under way already; the second and third were never sent.
    expect(kinds(seen)).toEqual(['hello', 'project', 'project', 'project', 'project'])
  })

  it('withdraws a question by its signal', async () => {
    const { worker, seen, state, release } = channelWorker()
    const client = createProjectionClient(worker)
    await client.project(request)
    state.hold = true
    const first = client.project(request)
    const controller = new AbortController()
    const second = client.project(request, { signal: controller.signal })
    controller.abort()
    await expect(second).rejects.toMatchObject({ code: 'aborted' })
    await expect(client.project(request, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    })
    await vi.waitFor(() => expect(seen).toHaveLength(3))
    release()
    expect((await first).maxBoost).toBe(10n ** 9n)
    expect(seen).toHaveLength(3)
  })

  it('answers on the main thread when the worker fails, before or in the middle', async () => {
    const early = channelWorker()
    early.state.hold = true
    const client = createProjectionClient(early.worker)
    const answer = client.goldenRatio(columns())
    await vi.waitFor(() => expect(early.seen).toHaveLength(1))
    early.die()
    expect((await answer).found).toEqual(new GoldenRatioFinder(columns()).find())

    const late = channelWorker()
    const other = createProjectionClient(late.worker)
    await other.project(request)
    late.state.hold = true
    const midway = other.project(request)
    await vi.waitFor(() => expect(late.seen).toHaveLength(3))
    late.die()
    expect(await midway).toEqual(project(request))
    await expect(createProjectionClient().goldenRatio(columns())).resolves.toBeDefined()
  })

  it('transfers participants, keeps them, and changes one', async () => {
    const { worker } = channelWorker()
    const client = createProjectionClient(worker)
    const mine = columns()
    const set = await client.goldenRatio(mine, { maxPercentageAbove: 5000n })
    expect(mine.sats.length + mine.satsRest!.length).toBe(0)
    const same = new GoldenRatioFinder(columns(), { maxPercentageAbove: 5000n })
    expect(set.found).toEqual(same.find())
    same.change(2, 1n << 61n, 7n)
    expect(await set.change(2, 1n << 61n, 7n)).toEqual(same.find())
    expect(await set.neighbours(10n)).toEqual(same.neighbours(10n))
    await expect(set.change(3, 1n, 1n)).rejects.toMatchObject({ code: 'failed' })
    await client.goldenRatio(columns())
    await expect(set.change(1, 1n, 1n)).rejects.toMatchObject({ code: 'superseded' })
  })

  it('refuses what does not fit, with the place where', async () => {
    const { worker, say } = channelWorker()
    const client = createProjectionClient(worker)
    const bad = (change: object) => client.project({ ...request, ...change } as never)
    await expect(bad({ holdings: { sats: -1n, microStx: 0n } })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('request.holdings.sats'),
    })
    await expect(bad({ holdings: { sats: 1, microStx: 0n } })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await expect(bad({ curvePoints: 10_000 })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(
      bad({ parameters: { ...request.parameters, snapshotsPerCycle: 0n } }),
    ).rejects.toMatchObject({ code: 'bad-request' })
    await expect(
      client.goldenRatio({ sats: new Float64Array(2), microStx: new Float64Array(3) }),
    ).rejects.toMatchObject({ code: 'bad-request' })
    const pending = client.project(request)
    for (const noise of ['nonsense', { id: 999, ok: true, result: 1 }, { id: 7, ok: 'yes' }, null])
      say(noise)
    expect(await pending).toEqual(project(request))
    expect(createAnswerer()('nonsense')).toMatchObject({ id: -1, ok: false, code: 'bad-request' })
  })

  it('ends open questions when it is closed', async () => {
    const { worker, state } = channelWorker()
    const client = createProjectionClient(worker)
    state.hold = true
    const open = [client.project(request), client.project(request)]
    client.close()
    for (const question of [...open, client.project(request)])
      await expect(question).rejects.toMatchObject({ code: 'closed' })
  })
})
