import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { encodeApng } from '../../../../../src/dev/cli/start/encode-apng.ts'

interface Chunk {
  type: string
  data: Buffer
}

const signature = '89504e470d0a1a0a'

function writePng(chunks: readonly Chunk[]): Buffer {
  const parts = chunks.flatMap(({ type, data }) => {
    const typed = Buffer.concat([Buffer.from(type), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(typed), 4)
    return [ends.subarray(0, 4), typed, ends.subarray(4)]
  })
  return Buffer.concat([Buffer.from(signature, 'hex'), ...parts])
}

/** Every chunk of a PNG, with its checksum verified. */
function readPng(png: Buffer): Chunk[] {
  expect(png.toString('hex', 0, 8)).toBe(signature)
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

/** Lines of gray pixels, each after the number of its filter. */
const pixelsOf = (width: number, height: number, gray: number): Buffer =>
  Buffer.concat(
    Array.from({ length: height }, () => Buffer.from([0, ...Buffer.alloc(width, gray)])),
  )

/** A picture in one gray, its data in as many chunks as asked for. */
function paint(width: number, height: number, gray: number, parts = 1): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, 0, 0, 0, 0])
  const data = deflateSync(pixelsOf(width, height, gray))
  const step = Math.ceil(data.length / parts)
  return writePng([
    { type: 'IHDR', data: header },
    { type: 'sRGB', data: Buffer.from([0]) },
    ...Array.from({ length: parts }, (_, at) => ({
      type: 'IDAT',
      data: data.subarray(at * step, (at + 1) * step),
    })),
    { type: 'IEND', data: Buffer.alloc(0) },
  ])
}

/** What a player sees: size and times of each frame, and its pixels. */
function decode(apng: Buffer) {
  const frames: { size: [number, number]; ms: number; data: Buffer[] }[] = []
  const counted: number[] = []
  for (const { type, data } of readPng(apng)) {
    if (type === 'fcTL') {
      counted.push(data.readUInt32BE(0))
      frames.push({
        size: [data.readUInt32BE(4), data.readUInt32BE(8)],
        ms: (1000 * data.readUInt16BE(20)) / data.readUInt16BE(22),
        data: [],
      })
    }
    if (type === 'IDAT') frames.at(-1)!.data.push(data)
    if (type === 'fdAT') {
      counted.push(data.readUInt32BE(0))
      frames.at(-1)!.data.push(data.subarray(4))
    }
  }
  return {
    counted,
    frames: frames.map(({ size, ms, data }) => ({
      size,
      ms,
      pixels: inflateSync(Buffer.concat(data)),
    })),
  }
}

describe('an animated picture', () => {
  const apng = encodeApng([
    { png: paint(5, 3, 10), ms: 2500 },
    { png: paint(5, 3, 20, 2), ms: 40 },
    { png: paint(5, 3, 30), ms: 3000 },
  ])

  it('has each frame with its size, time and pixels', () => {
    const size = [5, 3]
    expect(decode(apng).frames).toEqual([
      { size, ms: 2500, pixels: pixelsOf(5, 3, 10) },
      { size, ms: 40, pixels: pixelsOf(5, 3, 20) },
      { size, ms: 3000, pixels: pixelsOf(5, 3, 30) },
    ])
  })

  it('says first how many there are and that they repeat, and counts without a gap', () => {
    const [header, control] = readPng(apng)
    expect(header).toEqual(readPng(paint(5, 3, 10))[0])
    expect(control).toEqual({ type: 'acTL', data: Buffer.from([0, 0, 0, 3, 0, 0, 0, 0]) })
    expect(decode(apng).counted).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is refused where the frames differ in size, or there is none', () => {
    const frames = [paint(5, 3, 10), paint(5, 4, 10)].map((png) => ({ png, ms: 100 }))
    expect(() => encodeApng(frames)).toThrow('one size')
    expect(() => encodeApng([])).toThrow('one size')
  })
})
