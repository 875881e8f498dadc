import { readFileSync, readdirSync } from 'node:fs'
import { Cl, makeContractCall, serializeCV } from '@stacks/transactions'
import fc from 'fast-check'
import { allItems } from '../../app/stored/all-items.ts'
import { parseItem } from '../../app/stored/stored-item.ts'
import { viewState } from '../../app/stored/view-state.ts'
import { parseExactJson } from '../../chain/dusk/parse-exact-json.ts'
import { createCache } from '../../chain/http/cache.ts'
import { readRateLimitHeaders } from '../../chain/http/rate-limit-headers.ts'
import { tryParseJson } from '../../chain/http/send-once.ts'
import { decodeManagerEvent } from '../../chain/stacks/bitcoin-staking/events/manager-events.ts'
import { decodePoxEvent } from '../../chain/stacks/bitcoin-staking/events/pox-events.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { checkBase } from '../../chain/stacks/check-base.ts'
import { decodeClarity, type PlainClarity } from '../../chain/stacks/clarity.ts'
import { parseCustomDeployment } from '../../chain/stacks/custom-deployment.ts'
import { builtInDeployments } from '../../chain/stacks/deployments.ts'
import { decodeEvent, decodeEventHex } from '../../chain/stacks/events/decode.ts'
import { publicSignatures } from '../../protocol/dual-stacking/contract/abi.ts'
import { parseArgument } from '../../ui/console/parse-argument.ts'
import { parseSettings } from '../../ui/settings/data-section.tsx'
import { decodeSignedTransaction } from '../../wallet/stacks/decode-signed-transaction.ts'
import { enrollCall } from '../../wallet/stacks/holder-calls.ts'
import { judgeSignedCall } from '../../wallet/stacks/judge-signed-call.ts'
import { boostFrame } from '../../widget/frame/boost-frame.ts'
import { frameHosts } from '../../widget/frame/frame-hosts.ts'
import { parseOptions } from '../../widget/frame/options.ts'
import { parseOrigin } from '../../widget/frame/parse-origin.ts'
import { poolFrame } from '../../widget/frame/pool-frame.ts'
import { yieldFrame } from '../../widget/frame/yield-frame.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { locales } from '../../words/locales.ts'
import { createAnswerer } from '../../worker/answer.ts'
import { BadFile } from '../cli/replay/bad-file.ts'
import { parseHeader, type TraceHeader } from '../cli/replay/header.ts'
import { parseLines } from '../cli/replay/lines.ts'
import { parseStep } from '../cli/replay/steps.ts'
import { parseVector } from '../cli/replay/vectors.ts'
import { texts } from './arbitrary.ts'

/**
 * A decoder of texts, of serialized values, or of any value; `refusals` are the errors that it is
 * documented to throw.
 */
export interface Decoder {
  name: string
  takes: 'text' | 'hex' | 'value'
  decode: (input: never) => unknown
  samples: readonly unknown[]
  refusals?: readonly (abstract new (...args: never[]) => Error)[]
}

const folder = new URL('../traces/', import.meta.url)
// Those of pox-5 have a separate format and reader.
const traces = readdirSync(folder)
  .filter((name) => !name.startsWith('pox5-'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
const header = traces
  .map((all) => parseHeader(parseLines(all.join('\n'))))
  .find((each) => each.format === 'dual-stacking-trace') as TraceHeader
const lines = traces.flatMap((each) => each.slice(1, 60))

/** A trace's value (decimal strings for uints) as a plain Clarity value, and serialized. */
const plain = (value: unknown): PlainClarity => {
  if (typeof value === 'string') return /^\d+$/.test(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
  return value as boolean | null
}
const clarity = (value: PlainClarity): ReturnType<typeof Cl.uint> => {
  if (typeof value === 'bigint') return Cl.uint(value)
  if (value === null) return Cl.none() as never
  if (typeof value === 'boolean') return Cl.bool(value) as never
  if (typeof value === 'string')
    return (
      /^S[PTMN][0-9A-Z]{30,}(\.[\w-]+)?$/.test(value) ? Cl.principal(value) : Cl.stringAscii(value)
    ) as never
  if (Array.isArray(value)) return Cl.list(value.map(clarity)) as never
  return (
    'some' in value
      ? Cl.some(clarity(value['some']))
      : Cl.tuple(
          Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clarity(item)])),
        )
  ) as never
}
const events = traces
  .flatMap((each) => each.slice(1))
  .flatMap((line) => (JSON.parse(line) as { events?: unknown[] }).events ?? [])
  .map(plain)
  .slice(0, 120)
const poxEvents = readdirSync(folder)
  .filter((name) => name.startsWith('pox5-'))
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n').slice(1))
  .flatMap((line) => (JSON.parse(line) as { events?: { v: unknown }[] }).events ?? [])
  .map(({ v: value }) => plain(value))
  .slice(0, 120)
const values = events.map((event) => serializeCV(clarity(event)))

const deployment = builtInDeployments[0]!
const me = header.deployer
const asked = enrollCall(deployment, me, null)
const transaction = await makeContractCall({
  contractAddress: me,
  contractName: 'dual-stacking',
  functionName: 'enroll',
  functionArgs: [Cl.none()],
  senderKey: `${'7'.repeat(64)}01`,
  fee: 100,
  nonce: 1,
  network: 'testnet',
})
const transactions = [transaction.serialize(), ...values.slice(0, 3)]
const check = (text: string) => checkAddress(text, 'testnet')
const answer = createAnswerer()
const jsonTexts = [
  ...lines,
  '{"amount": 9007199254740993, "text": "\\"12345678901234567890\\""}',
  '{"$bigint":"12"}',
  '[]',
  '1e400',
]
const addresses = [
  me,
  `${me}.dual-stacking`,
  'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
  'muneeb.btc',
  me.toLowerCase(),
]

export const decoders: Decoder[] = [
  { name: 'Clarity value', takes: 'hex', decode: decodeClarity, samples: values },
  { name: 'printed event, serialized', takes: 'hex', decode: decodeEventHex, samples: values },
  { name: 'printed event', takes: 'value', decode: decodeEvent, samples: events },
  {
    name: 'printed event of pox-5',
    takes: 'value',
    decode: (value: PlainClarity) => decodePoxEvent(value),
    samples: poxEvents,
  },
  {
    name: 'printed event of a signer manager',
    takes: 'value',
    decode: (value: PlainClarity) => decodeManagerEvent(value),
    samples: poxEvents,
  },
  {
    name: 'signed transaction',
    takes: 'hex',
    decode: decodeSignedTransaction,
    samples: transactions,
  },
  {
    name: 'wallet’s answer',
    takes: 'hex',
    decode: (given: string) => judgeSignedCall(asked, { txid: given, transaction: given }, null),
    samples: transactions,
  },
  { name: 'node’s JSON', takes: 'text', decode: tryParseJson, samples: jsonTexts },
  { name: 'Dusk node’s JSON', takes: 'text', decode: parseExactJson, samples: jsonTexts },
  {
    name: 'rate limit headers',
    takes: 'text',
    decode: (text: string) =>
      readRateLimitHeaders(
        new Headers(
          [...text.matchAll(/[\w .;=-]+/g)]
            .slice(0, 4)
            .map(([each], index): [string, string] => [
              ['retry-after', 'ratelimit', 'ratelimit-remaining', 'x-ratelimit-reset'][index]!,
              each,
            ]),
        ),
        0,
      ),
    samples: ['0', '5; w=1', '-1', '1e9'],
  },
  {
    name: 'kept answers',
    takes: 'value',
    decode: (stored) => createCache(stored),
    samples: [null, {}],
  },
  { name: 'address', takes: 'text', decode: check, samples: addresses },
  {
    name: 'API address',
    takes: 'text',
    decode: checkBase,
    samples: ['https://api.example/', 'http://localhost:3999', 'javascript:1'],
  },
  {
    name: 'contract of the user’s own',
    takes: 'value',
    decode: (input) => parseCustomDeployment(input),
    samples: [
      { label: 'x', network: 'testnet', contract: `${me}.x`, apiBases: ['https://api.example'] },
    ],
  },
  {
    name: 'trace',
    takes: 'text',
    decode: (text: string) => parseLines(text).map((line) => parseStep(line, header)),
    samples: lines,
    refusals: [BadFile],
  },
  {
    name: 'trace’s head',
    takes: 'text',
    decode: (text: string) => parseHeader(parseLines(text)),
    samples: traces.map(([first]) => first!),
    refusals: [BadFile],
  },
  {
    name: 'vector',
    takes: 'text',
    decode: (text: string) => parseLines(text).map(parseVector),
    samples: traces.flatMap((each) =>
      each.filter((line) => line.startsWith('{"type"')).slice(0, 20),
    ),
    refusals: [BadFile],
  },
  {
    name: 'worker’s request',
    takes: 'value',
    decode: (message) => answer(message),
    samples: [{ kind: 'project', id: 1, request: {} }],
  },
  {
    name: 'settings file',
    takes: 'text',
    decode: (text: string) => parseSettings(text, { apiKey: null, apiKeyOrigin: null }),
    samples: ['{"deployment":"embedded-v1"}', '[]', 'null', '"x"'],
  },
  {
    name: 'amount',
    takes: 'text',
    decode: (text: string) => locales.map((locale) => parseAmount(text, 8, locale)),
    samples: ['1,000.5', '0.1152', '1.000,5', '21000000'],
  },
  {
    name: 'frame’s origin',
    takes: 'text',
    decode: parseOrigin,
    samples: ['https://a.example', 'null', 'blob:x'],
  },
  {
    name: 'frame’s options',
    takes: 'text',
    decode: (text: string) => parseOptions(boostFrame, new URLSearchParams(text), frameHosts(null)),
    samples: ['sbtc=1&stx=2&actions=all&compact=false', 'theme=dark'],
  },
  {
    name: 'pool frame’s options',
    takes: 'text',
    decode: (text: string) => parseOptions(poolFrame, new URLSearchParams(text), frameHosts(null)),
    samples: ['dusk=1.5&days=30&pool=Sozu', 'network=local&node-url=http://localhost:3998'],
  },
  {
    name: 'yield frame’s options',
    takes: 'text',
    decode: (text: string) => parseOptions(yieldFrame, new URLSearchParams(text), frameHosts(null)),
    samples: ['stx=1.5&compact=true', 'network=devnet&api-url=http://localhost:3999'],
  },
  ...Object.entries(publicSignatures)
    .flatMap(([fn, signature]) =>
      Object.entries(signature).map(([name, type]): Decoder => ({
        name: `pasted list: ${fn} ${name}`,
        takes: 'text',
        decode: (text: string) => parseArgument(type, text, check),
        samples: [
          addresses.join('\n'),
          `${me},1\n${me};2`,
          'constructor,toString\n1,2',
          '"a","b"',
          `${Object.keys(typeof type === 'object' && 'list' in type && typeof type.list === 'object' && 'tuple' in type.list ? type.list.tuple : {}).join(',')}\n${me},${me}`,
        ],
      })),
    )
    .filter(
      ({ name }, index, all) =>
        all.findIndex((other) => other.name.split(' ').at(-1) === name.split(' ').at(-1)) === index,
    ),
  ...allItems.map((item): Decoder => ({
    name: `stored ${item.key}`,
    takes: 'value',
    decode: (raw) => [parseItem(item as never, raw), viewState({ [item.key]: raw } as never)],
    samples: [
      { v: item.version, d: item.initial() },
      { v: 1, d: {} },
      { v: 99, d: null },
    ],
  })),
]

/** Arbitrary inputs of a decoder. */
export const anyInput = ({ takes }: Decoder): fc.Arbitrary<unknown> => {
  switch (takes) {
    case 'value':
      return fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withTypedArray: true,
        withNullPrototype: true,
      })
    case 'hex':
      return fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('hex')),
        texts,
      )
    default:
      return texts
  }
}
