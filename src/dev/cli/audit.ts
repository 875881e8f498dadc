import { parseArgs } from 'node:util'
import { beginAudit } from '../../chain/stacks/audit/begin-audit.ts'
import { collectEntries } from '../../chain/stacks/audit/collect-entries.ts'
import { readCycleParameters } from '../../chain/stacks/audit/read-cycle-parameters.ts'
import { auditStakingCycle } from '../../chain/stacks/bitcoin-staking/audit/audit-staking-cycle.ts'
import { collectAudit } from '../../chain/stacks/bitcoin-staking/audit/collect-audit.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { createStacksClient, type StacksClient } from '../../chain/stacks/client.ts'
import type { StacksReadFailure } from '../../chain/stacks/stacks-read.ts'
import { CycleRecorder, auditCycle } from '../../protocol/dual-stacking/audit/index.ts'
import { auditReport } from './audit/audit-report.ts'
import { deploymentAtApi } from './audit/deployment-at-api.ts'
import { networkOf } from './audit/network-of.ts'
import { BadProgressFile, loadProgress, saveProgress } from './audit/progress-file.ts'
import { stakingAuditReport } from './audit/staking-audit-report.ts'
import { loadPrintLists, savePrintLists } from './audit/staking-state-file.ts'

const usage = `Usage:
  npm run -s audit -- --api URL --contract ID --cycle N [--key API-KEY] [--state FILE] [--all]
  npm run -s audit -- --programme bitcoin-staking --api URL --cycle N
    [--network mainnet|testnet|devnet] [--income] [--key API-KEY] [--state FILE] [--all]`

const sentences: Partial<Record<StacksReadFailure['code'], string>> = {
  offline: 'The API does not answer.',
  slow: 'The API is too slow.',
  'rate-limited': 'The API refuses further requests for now.',
  'server-error': 'The API fails.',
  gone: 'The API has switched off what an audit reads.',
  missing: 'There is no such contract, or it never had this cycle.',
}
const sentenceOf = (code: StacksReadFailure['code']) =>
  sentences[code] ?? 'The API answers something else than expected.'

class Ended extends Error {}

const progress = (client: StacksClient, requests: number | null) => {
  if (requests === null) return
  const perMinute = client.http.perMinute()
  const time =
    perMinute === null
      ? ''
      : `, about ${Math.ceil(requests / perMinute)} min at ${perMinute} a minute`
  process.stderr.write(`${requests} requests left${time}\n`)
}

const read = () => {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      options: {
        api: text,
        contract: text,
        programme: text,
        network: text,
        cycle: text,
        key: text,
        state: text,
        all: { type: 'boolean' },
        income: { type: 'boolean' },
      },
    })
    const { api, cycle, programme = 'dual-stacking' } = values
    if (!api || !/^\d{1,9}$/.test(cycle ?? '')) return undefined
    const contract = programme === 'bitcoin-staking' ? '' : values.contract
    const isKnown = programme === 'bitcoin-staking' || programme === 'dual-stacking'
    return isKnown && contract !== undefined
      ? { ...values, api, contract, programme, cycle: Number(cycle) }
      : undefined
  } catch {
    return undefined
  }
}

const audit = async (options: NonNullable<ReturnType<typeof read>>): Promise<number> => {
  const deployment = deploymentAtApi(options.api, options.contract)
  if (typeof deployment === 'string')
    throw new Ended(`This contract or address of an API cannot be used: ${deployment}.`)
  const client = createStacksClient({ bases: deployment.apiBases, apiKey: options.key ?? null })
  const begun = await beginAudit(client, deployment, options.cycle)
  if (!begun.ok) throw new Ended(sentenceOf(begun.failure.code))
  const kept = options.state === undefined ? undefined : loadProgress(options.state)
  const isOurs = kept?.contract === deployment.contract && kept.cursor.cycle === options.cycle
  if (kept && !isOurs)
    throw new Ended(`${options.state} belongs to another audit: choose another file.`)
  const recorder = new CycleRecorder()
  // What was collected while the cycle was still running is incomplete.
  const entries = kept && kept.cursor.to !== null ? kept.entries : []
  let cursor = kept && kept.cursor.to !== null ? kept.cursor : begun.value.cursor
  recorder.add(entries)
  for (let left: number | null = 0; left !== null; progress(client, left)) {
    const collected = await collectEntries(client, deployment, cursor)
    recorder.add(collected.entries)
    entries.push(...collected.entries)
    cursor = collected.cursor
    if (options.state !== undefined)
      saveProgress(options.state, { contract: deployment.contract, cursor, entries })
    left = collected.requestsLeft
    if (collected.problem)
      throw new Ended(
        `${sentenceOf(collected.problem as StacksReadFailure['code'])} ${left ?? 0} requests were left.`,
      )
  }
  const parameters = await readCycleParameters(client, deployment, begun.value.capabilities, cursor)
  if (!parameters.ok) throw new Ended(sentenceOf(parameters.failure.code))
  const result = auditCycle(recorder.data(options.cycle, parameters.value))
  console.log(auditReport(result, deployment.contract, options.all))
  return ['exact', 'consistent'].includes(result.verdict) ? 0 : 1
}

const auditStaking = async (options: NonNullable<ReturnType<typeof read>>): Promise<number> => {
  const { api, cycle: number, key = null, state, all = false, income = false } = options
  const network = networkOf(api, options.network)
  if (network === undefined) throw new Ended(usage)
  const cycle = BigInt(number)
  const base = api.replace(/\/+$/, '')
  const deployment = { ...stakingDeployment(network), apiBases: [base] }
  const client = createStacksClient({ bases: [base], apiKey: key })
  const material = await collectAudit(client, deployment, {
    cycle,
    withIncome: income,
    progress: {
      kept: state === undefined ? [] : loadPrintLists(state),
      report: (lists, left) => {
        if (state !== undefined) savePrintLists(state, lists)
        progress(client, left)
      },
    },
  })
  if (!material.ok) throw new Ended(sentenceOf(material.failure.code))
  const result = auditStakingCycle(material.value, cycle)
  console.log(stakingAuditReport(result, { cycle, pox: deployment.pox, all }))
  return result.verdict === 'exact' ? 0 : 1
}

const options = read()
try {
  if (!options) throw new Ended(usage)
  const isStaking = options.programme === 'bitcoin-staking'
  process.exitCode = await (isStaking ? auditStaking(options) : audit(options))
} catch (failure) {
  if (!(failure instanceof Ended || failure instanceof BadProgressFile)) throw failure
  console.error(failure.message)
  process.exitCode = 2
}
