import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { deploymentOf } from '../widget/chain.ts'
import { makeSnapshot } from './snapshot/make.ts'

const USAGE = `Writes one small JSON file with what the widget calculates with, to be served from a CDN.

  npm run snapshot -- --network mainnet --out boost.json [--api URL]

  --network  mainnet, testnet, devnet, or the id of a deployment
  --out      the file; it is replaced as a whole, never half written
  --api      the API to read, instead of the network's own`

const { values } = parseArgs({ options: { network: { type: 'string' }, out: { type: 'string' }, api: { type: 'string' }, help: { type: 'boolean', short: 'h' } } })
if (values.help || !values.network || !values.out) {
  console.log(USAGE)
  process.exit(values.help ? 0 : 2)
}
try {
  const deployment = deploymentOf({ network: values.network, apiUrl: values.api ?? null })
  const { json, requests } = await makeSnapshot(deployment)
  await writeFile(`${values.out}.part`, json)
  await rename(`${values.out}.part`, values.out)
  console.log(`${values.out}: ${deployment.id}, ${Buffer.byteLength(json)} bytes, ${requests} requests to ${deployment.apiBases[0]}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
