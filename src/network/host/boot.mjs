// A worker does not inherit the loader that runs TypeScript in its parent.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.script)
