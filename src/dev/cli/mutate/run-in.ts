import { execFile } from 'node:child_process'
import { resolve } from 'node:path'

const LONGEST_OUTPUT = 2 ** 28

/** Runs a module of node_modules by node in a folder; what it printed, and whether it succeeded. */
export const runIn = (
  folder: string,
  [module, ...args]: readonly [string, ...string[]],
): Promise<{ ok: boolean; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [resolve('node_modules', module), ...args],
      { cwd: folder, maxBuffer: LONGEST_OUTPUT },
      (error, stdout, stderr) => done({ ok: error === null, stdout, stderr }),
    )
  })
