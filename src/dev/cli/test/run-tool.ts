import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** A tool of node_modules, by the name of its command or by its path there. */
const binary = (name: string): string =>
  name.includes('/') ? join('node_modules', name) : join('node_modules', '.bin', name)

/** Runs a tool of node_modules and keeps what it prints. */
export function captureTool([name, ...args]: readonly [string, ...string[]]): Promise<{
  status: number
  output: string
}> {
  return new Promise((resolve) => {
    const child = spawn(binary(name), args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ status: 1, output: String(error) }))
    child.on('close', (status) => resolve({ status: status ?? 1, output }))
  })
}

/** Runs a tool of node_modules in this terminal, and gives its exit code. */
export function runTool([name, ...args]: readonly [string, ...string[]]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(binary(name), args, { stdio: 'inherit' })
    child.on('error', () => resolve(1))
    child.on('close', (status) => resolve(status ?? 1))
  })
}
