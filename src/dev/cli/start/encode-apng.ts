import { crc32 } from 'node:zlib'

/** A picture, as the bytes of a PNG, and how long it is shown. */
export interface TimedPicture {
  png: Buffer
  ms: number
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Length, type and checksum, around a chunk's data. */
const AROUND = 12

/** The chunks of a PNG whose type is this one, as their data. */
function readChunks(png: Buffer, type: string): Buffer[] {
  const found: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; at += AROUND + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === type)
      found.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  return found
}

function writeChunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([numbers(data.length), typed, numbers(crc32(typed))])
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [at, value] of values.entries()) bytes.writeUInt32BE(value, 4 * at)
  return bytes
}

/**
 * An animated PNG that plays pictures of one size and color type, over and over; a program that
 * knows no animation shows the first. Throws where they differ.
 *
 * @see https://www.w3.org/TR/png-3/#apng-frame-based-animation
 */
export function encodeApng(frames: readonly TimedPicture[]): Buffer {
  const headers = frames.map(({ png }) => readChunks(png, 'IHDR')[0]!)
  const [header] = headers
  if (!header || headers.some((each) => !each.equals(header)))
    throw new Error('Frames of an animation have one size and color type.')
  // Controls of frames and their data share one count; the first picture's data has no number.
  let number = 0
  const chunks = frames.flatMap(({ png, ms }, at) => {
    const timing = Buffer.alloc(6)
    timing.writeUInt16BE(ms, 0)
    timing.writeUInt16BE(1000, 2)
    const size = [header.readUInt32BE(0), header.readUInt32BE(4)]
    const control = Buffer.concat([numbers(number++, ...size, 0, 0), timing])
    return [
      writeChunk('fcTL', control),
      ...readChunks(png, 'IDAT').map((data) =>
        at === 0
          ? writeChunk('IDAT', data)
          : writeChunk('fdAT', Buffer.concat([numbers(number++), data])),
      ),
    ]
  })
  return Buffer.concat([
    SIGNATURE,
    writeChunk('IHDR', header),
    writeChunk('acTL', numbers(frames.length, 0)),
    ...chunks,
    writeChunk('IEND', Buffer.alloc(0)),
  ])
}
