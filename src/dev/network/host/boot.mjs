// A worker does not inherit the loader that runs TypeScript in its parent.
import { setFlagsFromString } from 'node:v8'
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// Starting the VM runs much code a few times: compiling it well in the background costs a second of
// CPU and gains nothing.
setFlagsFromString('--wasm-tiering-budget=100000000')
register()
await import(workerData.script)
