import { spawn, type ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { keeperAccount } from '../network/accounts.ts'
import type { Network } from '../network/index.ts'

const logged = v.object({
  msg: v.string(),
  contract: v.optional(v.string()),
  functionName: v.optional(v.string()),
  call: v.optional(v.string()),
  step: v.optional(v.string()),
  until: v.optional(v.number()),
  txid: v.optional(v.string()),
  feeMicroStx: v.optional(v.string()),
})

/** A line of the keeper's log, as far as it is followed here; `text`: all of it. */
export type KeeperLine = v.InferOutput<typeof logged> & { text: string }

/**
 * The config of a keeper for programmes on the embedded network, its key in a file beside it; the
 * config's path.
 */
export function writeKeeperFiles(
  folder: string,
  { url }: Network,
  contracts: readonly string[],
): string {
  const path = join(folder, 'keeper.yaml')
  writeFileSync(join(folder, 'keeper.key'), keeperAccount.key, { mode: 0o600 })
  writeFileSync(
    path,
    JSON.stringify({
      network: 'devnet',
      hosts: [url],
      key: { file: 'keeper.key' },
      state: 'state',
      programmes: contracts.map((contract) => ({ contract })),
      // A snapshot of this network lasts a few Bitcoin blocks.
      fees: { hurryBlocks: 1 },
      alerts: { windowBlocks: 1 },
      everySeconds: 1,
    }),
  )
  return path
}

/**
 * The real keeper, live, in a process of its own; with what it logs. `folder`: where it keeps what
 * it would keep in the machine's folder for temporary files.
 */
export function spawnKeeper(
  config: string,
  folder?: string,
): { process: ChildProcess; lines: AsyncIterable<KeeperLine> } {
  const keeper = spawn(
    process.execPath,
    ['--import', 'tsx', 'src/keeper/main.ts', 'keeper', '--live', '--config', config],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(folder !== undefined && { TMPDIR: folder }) },
    },
  )
  return { process: keeper, lines: readLines(keeper.stdout) }
}

async function* readLines(stdout: NodeJS.ReadableStream): AsyncIterable<KeeperLine> {
  for await (const text of createInterface({ input: stdout })) {
    const parsed = v.safeParse(logged, JSON.parse(text))
    if (parsed.success) yield { ...parsed.output, text }
  }
}
