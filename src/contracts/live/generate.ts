import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const folder = new URL('../', import.meta.url)

/**
 * The contracts that have a live-capture build: `<name>.clar` and `live/<name>.regions.clar` make
 * `<name>-live.clar`.
 */
export const liveContracts = ['dual-stacking', 'bitcoin-block-buffer', 'liquid-stacking'] as const
export type LiveContract = (typeof liveContracts)[number]

type Region = { name: string; lines: string[] }

const start = /^\s*;;@ (?!end$)(\S+)$/
const end = /^\s*;;@ end$/
const slot = /^\s*;;\+ (\S+)$/

const parseRegions = (text: string): Map<string, string[]> => {
  const regions = new Map<string, string[]>()
  let open: Region | undefined
  for (const line of text.split('\n')) {
    const name = start.exec(line)?.[1]
    if (name !== undefined) open = { name, lines: [] }
    else if (end.test(line) && open) {
      regions.set(open.name, open.lines)
      open = undefined
    } else open?.lines.push(line)
  }
  if (open) throw new Error(`Region ${open.name} has no end`)
  return regions
}

/**
 * Fills the regions (`;;@ name` … `;;@ end`) and slots (`;;+ name`) of a contract with the regions
 * of the same names. Throws when a region of either text has no counterpart: the two must not drift
 * apart.
 *
 * @example
 *   fillRegions('a\n;;@ x\nb\n;;@ end\n;;+ y', ';;@ x\nc\n;;@ end\n;;@ y\nd\n;;@ end') // 'a\nc\nd'
 */
export const fillRegions = (source: string, replacements: string): string => {
  const regions = parseRegions(replacements)
  const used = new Set<string>()
  const take = (name: string) => {
    const lines = regions.get(name)
    if (!lines) throw new Error(`Nothing to put in place of region ${name}`)
    used.add(name)
    return lines
  }
  const output: string[] = []
  let inside = false
  for (const line of source.split('\n')) {
    const name = (start.exec(line) ?? slot.exec(line))?.[1]
    if (name !== undefined) {
      output.push(...take(name))
      inside = start.test(line)
    } else if (end.test(line)) inside = false
    else if (!inside) output.push(line)
  }
  const unused = [...regions.keys()].filter((name) => !used.has(name))
  if (inside || unused.length > 0)
    throw new Error(`Regions without a place: ${unused.join(', ') || 'the last one has no end'}`)
  return output.join('\n')
}

/**
 * The sBTC token that the contracts name: mainnet's, which is also that of the embedded network.
 */
const sbtcToken = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'

/** The source of the live-capture build of a contract, for the network with this sBTC token. */
export const liveSource = (contract: LiveContract, token = sbtcToken): string =>
  fillRegions(
    readFileSync(new URL(`${contract}.clar`, folder), 'utf8'),
    readFileSync(new URL(`live/${contract}.regions.clar`, folder), 'utf8'),
  ).replaceAll(sbtcToken, token)

export const liveFile = (contract: LiveContract, directory = folder): URL =>
  new URL(`${contract}-live.clar`, directory)

// Without arguments: brings the files beside the sources in step. With a folder and a token: writes
// them there, for another network.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [directory, token] = process.argv.slice(2)
  const target = directory === undefined ? folder : pathToFileURL(`${directory}/`)
  for (const contract of liveContracts)
    writeFileSync(liveFile(contract, target), liveSource(contract, token))
}
