import { readFileSync } from 'node:fs'
import { BadFile } from './bad-file.ts'
import type { Json } from './json.ts'

/** One line of a JSON Lines file, numbered from 1. */
export interface Line {
  readonly number: number
  readonly json: { [key: string]: Json }
}

/**
 * Reads a JSON Lines file whose lines are all objects; throws `BadFile` for any other line, and
 * Node's own error when there is no file.
 */
export const readLines = (path: string): Line[] => parseLines(decode(readFileSync(path)))

/** Parses the text of such a file. */
export function parseLines(text: string): Line[] {
  const texts = text.split('\n')
  if (texts.at(-1) === '') texts.pop()
  if (texts.length === 0) throw new BadFile(1, 'the file is empty')
  return texts.map((each, index) => ({ number: index + 1, json: parseLine(each, index + 1) }))
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadFile(1, 'the file is not UTF-8 text')
  }
}

function parseLine(text: string, number: number): { [key: string]: Json } {
  if (text.trim() === '') throw new BadFile(number, 'the line is empty')
  let json: Json
  try {
    json = JSON.parse(text) as Json
  } catch (error) {
    throw new BadFile(
      number,
      `the line is not JSON, or cut off: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new BadFile(number, 'the line is not a JSON object')
  return json
}
