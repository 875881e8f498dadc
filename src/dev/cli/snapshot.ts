import { rename, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { selectDeployment } from '../../widget/dual-stacking/chain.ts'
import { makeSnapshot } from './snapshot/make.ts'
import { makePoolSnapshot } from './snapshot/pool.ts'
import { makeYieldSnapshot } from './snapshot/yield.ts'

const USAGE = `Writes a small JSON file with a widget's figures, to be served from a CDN.

  npm run snapshot -- --network mainnet --out boost.json [--api URL]
  npm run snapshot -- --network mainnet --pool Sozu --out pool.json [--api URL]
  npm run snapshot -- --programme bitcoin-staking [--manager SP….name] --network mainnet \\
    --out yield.json [--api URL]

  --network    mainnet, testnet, devnet, the id of a deployment, or a program of your own as
               network/contract; of a pool also local
  --pool       a staking pool of Dusk, by name or contract id: the file is for <hyperstaking-pool>
  --programme  bitcoin-staking: the file is for <bitcoin-staking-yield>
  --manager    the signer manager that the page names, if it names one
  --out        the file; it is replaced as a whole, never half written
  --api        the API or node to read, instead of the network's own`

const { values } = parseArgs({
  options: {
    network: { type: 'string' },
    pool: { type: 'string' },
    programme: { type: 'string' },
    manager: { type: 'string' },
    out: { type: 'string' },
    api: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const isOfStaking = values.programme === 'bitcoin-staking'
const isWrong =
  (values.programme !== undefined && !isOfStaking) || (values.manager !== undefined && !isOfStaking)
if (values.help || !values.network || !values.out || isWrong) {
  console.log(USAGE)
  process.exit(values.help ? 0 : 2)
}
const { network, pool, manager = null, out, api = null } = values

async function make(): Promise<{ json: string; of: string; from: string }> {
  if (pool !== undefined) {
    const { json, name, source } = await makePoolSnapshot({ network: network!, pool, api })
    return { json, of: `${name} on ${network}`, from: `from ${source}` }
  }
  if (isOfStaking) {
    const { json, requests, source } = await makeYieldSnapshot({ network: network!, manager, api })
    const of = `Bitcoin Staking on ${network}${manager ? ` with ${manager}` : ''}`
    return { json, of, from: `${requests} requests to ${source}` }
  }
  const deployment = selectDeployment({ network: network!, apiUrl: api })
  const { json, requests } = await makeSnapshot(deployment)
  return { json, of: deployment.id, from: `${requests} requests to ${deployment.apiBases[0]}` }
}

try {
  const { json, of, from } = await make()
  await writeFile(`${out}.part`, json)
  await rename(`${out}.part`, out)
  console.log(`${out}: ${of}, ${Buffer.byteLength(json)} bytes, ${from}`)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  const network = process.argv[process.argv.indexOf('--network') + 1]
  console.error(
    message === 'no-network' ? `There is no network or deployment named ${network}.` : message,
  )
  process.exit(1)
}
