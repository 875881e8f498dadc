import { bigintReplacer } from '../../chain/json.ts'
import { deep } from './arbitrary.ts'

export const SIZE = 65_536
const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)

/** Texts of 64 kB on which patterns and parsers are slowest. */
export const longTexts: string[] = [
  ...[
    'a',
    '0',
    '9',
    '/',
    '"',
    '\\"',
    '\\',
    ' ',
    '[',
    '{"a":',
    '[0,',
    '.',
    ',',
    '\n',
    'a,',
    '-',
    '0x',
    'ab',
    'S',
    '1e9 ',
    '_',
    '{}',
    '﻿',
  ].map(filled),
  `"${filled('\\"')}`,
  `${filled('0')}1`,
  `0.${filled('0')}1`,
  `${filled('/')}x`,
  `https://x.example/${filled('/')}x`,
  `SP${filled('1')}`,
  `{"a":"${filled('x')}"}`,
  `[${filled('0,')}0]`,
  `${filled('a.')}btc`,
  `${filled(' ')}x`,
  `{${Array.from({ length: 6000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  `1${filled(',000')}x`,
]

/** Serialized Clarity values of 64 kB, well-formed and not. */
export const longValues: string[] = [
  filled('0a'),
  filled('07'),
  `0b${(SIZE / 2).toString(16).padStart(8, '0')}${filled('03')}`,
  `0bffffffff${filled('09')}`,
  `02${(SIZE / 2).toString(16).padStart(8, '0')}${filled('00')}`,
  `02ffffffff${filled('00')}`,
  `0c0000ffff${filled('016109')}`,
  `0d0000ffff${filled('61')}`,
  `0e0000ffff${filled('f0')}`,
  filled('0b00000001'),
  filled('0c000000010161'),
  `0b00000fff${filled(`01${'00'.repeat(15)}01`)}`,
  filled('05'),
  filled('ff'),
]

/** A value with 64 kB in each of its places, one after another, in several forms. */
export function* enlarged(value: unknown): Generator<unknown> {
  const places = count(value)
  const fillings: unknown[] = [
    filled('9'),
    filled('a'),
    filled('S1'),
    Array.from({ length: SIZE / 4 }, () => 1),
    Array.from({ length: SIZE / 8 }, () => ({})),
    Object.fromEntries(Array.from({ length: SIZE / 10 }, (_, index) => [`k${index}`, 1])),
    deep(SIZE / 4),
  ]
  for (let place = 0; place < Math.min(places, 24); place++)
    for (const filling of fillings) yield put(value, place, filling)
  if (Array.isArray(value) && value.length > 0)
    yield Array.from(
      {
        length: Math.ceil(
          SIZE / Math.max(2, JSON.stringify(value[0], bigintReplacer)?.length ?? 2),
        ),
      },
      () => value[0] as unknown,
    )
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
const childrenOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value
  return isPlain(value) ? Object.values(value) : []
}
const count = (value: unknown): number =>
  childrenOf(value).reduce<number>((sum, child) => sum + count(child), 1)

function put(value: unknown, place: number, by: unknown): unknown {
  let left = place
  const visit = (current: unknown): unknown => {
    if (left-- === 0) return by
    if (Array.isArray(current)) return current.map(visit)
    return isPlain(current)
      ? Object.fromEntries(Object.entries(current).map(([name, each]) => [name, visit(each)]))
      : current
  }
  return visit(value)
}
