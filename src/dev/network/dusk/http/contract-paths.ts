import type { Ledger } from '../../../../protocol/hyperstaking/chain/ledger.ts'
import { type ContractId, isContractId, STAKE } from '../../../../protocol/hyperstaking/core/ids.ts'
import { Panic, shown } from '../../../../protocol/hyperstaking/core/panic.ts'
import { hex } from '../../../../protocol/hyperstaking/host/signature.ts'
import {
  type Codec,
  decode,
  encode,
  parseJson,
} from '../../../../protocol/hyperstaking/rkyv/index.ts'
import { bytesOf, codecJson, type Drivers } from '../contracts/drivers.ts'
import { driverJson } from '../wire/json.ts'
import {
  type NodeAnswer,
  driverError,
  invalidInput,
  jsonAnswer,
  type NodeRequest,
  notFoundAnswer,
  textAnswer,
  vmError,
} from './answer.ts'

interface Setup {
  ledger: Ledger
  drivers: Drivers
  version: { value: number }
}

const parsedJson = (body: string): { value: unknown } | null => {
  try {
    return { value: JSON.parse(body === '' ? 'null' : body) }
  } catch {
    return null
  }
}

/** A driver's error for JSON of another form. */
const refusedJson = (what: string): string => `Json("${what}")`

/** Reads of contracts, and the data drivers that turn their bytes into JSON [hyperstaking 4.3]. */
export const createContractPaths = ({ ledger: { host }, drivers, version }: Setup) => {
  /** The method's answer, or the error of the machine; `arg` undefined: bytes that mean nothing. */
  const run = (id: ContractId, method: string, arg: unknown): { value: unknown } | NodeAnswer => {
    if (!host.contracts.has(id)) return vmError(`Contract does not exist: ${id}`)
    if (id === STAKE && method === 'get_version') return { value: BigInt(version.value) }
    try {
      return { value: host.read(id, method, arg) }
    } catch (error) {
      if (error instanceof Panic) return vmError(shown(error))
      throw error
    }
  }

  /** A result as its type's JSON, or unchanged where the driver has no type for it. */
  const outputJson = (codec: Codec<unknown> | undefined, value: unknown): unknown => {
    const parsed = codec && parseJson(codec, codecJson(value))
    return parsed?.ok ? codec!.toJson(parsed.value) : driverJson(value)
  }

  const callJson = (id: ContractId, method: string, body: string): NodeAnswer => {
    const driver = drivers.has(id) ? drivers.of(id) : undefined
    if (!driver) return notFoundAnswer(`Unsupported contract ${id}`)
    const input = driver.inputs[method]
    if (!input) return invalidInput(`Unsupported("fn_name ${method}")`)
    const parsed = parsedJson(body)
    const arg = parsed && parseJson(input, parsed.value)
    if (!arg?.ok) return invalidInput(`Invalid JSON: ${refusedJson(arg?.code ?? 'syntax')}`)
    const result = run(id, method, arg.value)
    if ('status' in result) return result
    return jsonAnswer(JSON.stringify(outputJson(driver.outputs[method], result.value)))
  }

  const callBytes = (id: ContractId, method: string, bytes: Uint8Array): NodeAnswer => {
    const types = drivers.of(id)
    const arg = types?.inputs[method] && decode(types.inputs[method], bytes)
    const result = run(id, method, arg?.ok ? arg.value : undefined)
    if ('status' in result) return result
    const output = bytesOf(types?.outputs[method], result.value)
    return output ? { status: 200, type: null, body: output } : vmError('Panic: unreadable')
  }

  const driveInput = (codec: Codec<unknown>, how: string, request: NodeRequest): NodeAnswer => {
    if (how === 'encode') {
      const parsed = parsedJson(request.body)
      const value = parsed && parseJson(codec, parsed.value)
      const bytes = value?.ok ? encode(codec, value.value) : value
      return bytes?.ok
        ? textAnswer(hex(bytes.value as Uint8Array))
        : driverError(refusedJson('syntax'))
    }
    const value = decode(codec, request.bytes)
    return value.ok
      ? jsonAnswer(JSON.stringify(codec.toJson(value.value)))
      : driverError(`Rkyv("${value.code}")`)
  }

  return {
    call: (id: string, method: string, request: NodeRequest): NodeAnswer => {
      if (!isContractId(id)) return invalidInput('Invalid contract bytes')
      return request.type === 'application/json'
        ? callJson(id, method, request.body)
        : callBytes(id, method, request.bytes)
    },
    drive: (id: string, topic: string, request: NodeRequest): NodeAnswer => {
      const driver = drivers.has(id) ? drivers.of(id) : undefined
      if (!driver) return notFoundAnswer(`No data driver for contract id ${id} found.`)
      const [method = '', target = ''] = topic.split(':')
      if (method === 'get_version') return jsonAnswer('"1"')
      if (method === 'get_schema')
        return jsonAnswer(JSON.stringify({ functions: Object.keys(driver.inputs) }))
      const [, how, kind] = /^(encode|decode)_(input_fn|output_fn|event)$/.exec(method) ?? []
      if (!how || !kind || (how === 'encode' && kind !== 'input_fn'))
        return notFoundAnswer(`Unsupported data driver method ${method}`)
      const codecs = { input_fn: driver.inputs, output_fn: driver.outputs, event: driver.events }
      const codec = codecs[kind as keyof typeof codecs][target]
      if (!codec)
        return driverError(`Unsupported("${kind === 'event' ? 'event' : 'fn_name'} ${target}")`)
      return driveInput(codec, how, request)
    },
  }
}
