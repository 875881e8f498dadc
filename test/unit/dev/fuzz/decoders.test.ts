import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { arbitraryOf, mutated, mutatedText } from '../../../../src/dev/fuzz/arbitrary.ts'
import { anyInput, decoders, type Decoder } from '../../../../src/dev/fuzz/decoders.ts'
import { onlyPoison, poisoned, poisonedJson } from '../../../../src/dev/fuzz/poison.ts'
import { enlarged, longTexts, longValues } from '../../../../src/dev/fuzz/worst.ts'

/*
 * Every decoder of foreign input, in one table: each returns a result or throws the one error that
 * it declares, and takes at most 50 ms for 64 kB (asserted with TWINSTACK_TIMING=1: times on a busy
 * machine prove nothing).
 */

const BOUND_MS = 50
const RUNS = Number(process.env['TWINSTACK_FUZZ_RUNS'] ?? 60)
const slowest: { name: string; ms: number }[] = []

interface Exported {
  kind?: unknown
  type?: unknown
  '~run'?: unknown
}
const isSchema = (value: unknown): value is Parameters<typeof arbitraryOf>[0] & Exported =>
  typeof value === 'object' &&
  value !== null &&
  (value as Exported).kind === 'schema' &&
  typeof (value as Exported)['~run'] === 'function'

const shown = (value: unknown): string => {
  try {
    return String(
      JSON.stringify(value, (_key, each: unknown) =>
        typeof each === 'bigint' ? `${each}n` : each,
      ),
    ).slice(0, 300)
  } catch {
    return Object.prototype.toString.call(value)
  }
}

function decodeOne({ name, decode, refusals = [] }: Decoder, input: unknown): void {
  try {
    decode(input as never)
  } catch (error) {
    if (!refusals.some((refusal) => error instanceof refusal))
      throw new Error(`${name} threw ${String(error)} for ${shown(input)}`, { cause: error })
  }
  if ('polluted' in {}) {
    // Said once, by the decoder that did it.
    delete (Object.prototype as { polluted?: unknown }).polluted
    throw new Error(`${name} changed the prototype of all objects for ${shown(input)}`)
  }
}

/** Gives a decoder a sample full of keys that reach for the prototype of all objects. */
function decodePoisoned(decoder: Decoder, sample: unknown): void {
  const inputs =
    typeof sample === 'string'
      ? [poisonedJson(sample), JSON.stringify(onlyPoison())]
      : [poisoned(sample), onlyPoison()]
  for (const input of inputs) if (input !== undefined) decodeOne(decoder, input)
}

/** Runs 64 kB inputs and keeps the longest time. */
function timed(decoder: Decoder, inputs: Iterable<unknown>): void {
  let longest = 0
  for (const input of inputs) {
    // What is slow only while the engine has not seen it yet is not slow by its input.
    const times = [0, 1].map(() => {
      const start = performance.now()
      decodeOne(decoder, input)
      return performance.now() - start
    })
    longest = Math.max(longest, Math.min(...times))
  }
  slowest.push({ name: decoder.name, ms: longest })
  if (process.env['TWINSTACK_TIMING']) expect(longest, decoder.name).toBeLessThan(BOUND_MS)
}

afterAll(() => {
  const worst = slowest
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, 5)
    .map(({ name, ms }) => `${name} ${ms.toFixed(1)} ms`)
  if (process.env['TWINSTACK_TIMING'])
    console.log(`${slowest.length} decoders; slowest on 64 kB: ${worst.join(', ')}`)
})

describe.each(decoders.map((decoder) => [decoder.name, decoder] as const))(
  '%s',
  (_name, decoder) => {
    const samples =
      decoder.samples.length > 0 ? fc.constantFrom(...decoder.samples) : anyInput(decoder)

    it('answers any input, and any part of a real sample', () => {
      for (const sample of decoder.samples) decodeOne(decoder, sample)
      const changed =
        decoder.takes === 'value' ? mutated(samples) : mutatedText(samples as fc.Arbitrary<string>)
      fc.assert(
        fc.property(fc.oneof(anyInput(decoder), changed), (input) => decodeOne(decoder, input)),
        { numRuns: RUNS },
      )
    })

    it('changes no prototype', () => {
      for (const sample of decoder.samples) decodePoisoned(decoder, sample)
    })

    it('takes 64 kB', () => {
      const long: Record<typeof decoder.takes, () => readonly unknown[]> = {
        value: () => decoder.samples.slice(0, 3).flatMap((sample) => [...enlarged(sample)]),
        hex: () => [...longValues, ...longTexts],
        text: () => longTexts,
      }
      timed(decoder, long[decoder.takes]())
    })
  },
)

// Every schema that a shipped module exports is added to the table automatically, so that a new one
// cannot be forgotten.
const rooms = ['chain', 'worker', 'wallet', 'app', 'ui', 'extension', 'widget', 'dev/cli']
// Listed from the file system and not by a glob of the bundler: unused code is looked for by
// following imports, and a glob would make every file of these rooms count as used.
const sources = rooms
  .flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' }).map(
      (file) => `src/${room}/${file}`,
    ),
  )
  .filter((path) => path.endsWith('.ts'))
const schemas: Decoder[] = []
for (const path of sources) {
  const source = readFileSync(path, 'utf8')
  if (
    path.endsWith('/main.ts') ||
    !/^export const \w+ =/m.test(source) ||
    !/ from 'valibot'/.test(source)
  )
    continue
  const module = (await import(/* @vite-ignore */ resolve(path))) as Record<string, unknown>
  for (const [name, value] of Object.entries(module)) {
    if (isSchema(value))
      schemas.push({
        name: `${path}: ${name}`,
        takes: 'value',
        decode: (input) => safeParse(value, input),
        samples: fc.sample(arbitraryOf(value), { numRuns: 4, seed: 8 }),
      })
  }
}
const { safeParse } = (await import('valibot')) as unknown as {
  safeParse: (schema: unknown, input: unknown) => { success: boolean }
}

describe('schemas', () => {
  it('are found', () => {
    expect(schemas.length).toBeGreaterThan(100)
  })

  it.each(schemas.map((schema) => [schema.name, schema] as const))('%s', (_name, schema) => {
    fc.assert(
      fc.property(
        fc.oneof(anyInput(schema), mutated(fc.constantFrom(...schema.samples))),
        (input) => decodeOne(schema, input),
      ),
      { numRuns: RUNS / 2 },
    )
    for (const sample of schema.samples) decodePoisoned(schema, sample)
    timed(
      schema,
      schema.samples.slice(0, 1).flatMap((sample) => [...enlarged(sample)]),
    )
  })
})
