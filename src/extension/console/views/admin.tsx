import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { contractErrorText } from '../../../app/dual-stacking/contract-error-text.ts'
import type { Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import { keeperChecks } from '../../../protocol/dual-stacking/planner/index.ts'
import { AdminView } from '../../../ui/console/admin-view.tsx'
import type { RowResult } from '../../../ui/console/argument-field.tsx'
import type { ArgumentValue } from '../../../ui/console/parse-argument.ts'
import { useWords } from '../../../ui/hooks/use-words.ts'
import type { Words } from '../../../words/create-words.ts'
import { adminCallsOf } from '../admin-calls.ts'
import type { ConsoleContext } from '../console-context.ts'

const ofHolders = new Set(['enroll', 'opt-out', 'change-reward-address'])
const isAdmins = (name: string): boolean =>
  !Object.hasOwn(keeperChecks, name) && !ofHolders.has(name)
const groupOf = (name: string): 'parameters' | 'people' | 'contract' => {
  if (/defi|blacklist|whitelist/.test(name)) return 'people'
  return name !== 'update-admin' && /^(update|set)-/.test(name) ? 'parameters' : 'contract'
}

/** Functions that only the admin may call, by group, in the contract's order. */
export function adminGroups(calls: Readonly<Record<string, Signature>>) {
  const names = Object.keys(calls).filter(isAdmins)
  return (['parameters', 'people', 'contract'] as const).map((group) => ({
    group,
    functions: Object.fromEntries(
      names.filter((name) => groupOf(name) === group).map((name) => [name, calls[name]!]),
    ),
  }))
}

/** The answers to the rows of a batch, from what a call gave; null when it was none. */
function rowResults(words: Words, family: 'v1' | 'v2' | 'v3', answer: unknown): RowResult[] | null {
  const list = v.safeParse(
    v.union([
      v.pipe(
        v.object({ ok: v.array(v.unknown()) }),
        v.transform(({ ok }) => ok),
      ),
      v.array(v.unknown()),
    ]),
    answer,
  )
  if (!list.success) return null
  return list.output.map((each): RowResult => {
    const refused = v.safeParse(v.object({ err: v.bigint() }), each)
    return refused.success
      ? { ok: false, sentence: contractErrorText(words, family, Number(refused.output.err)) }
      : { ok: true }
  })
}

/** Every call of the contract's admin; after a batch, what became of each row. */
export function AdminTab(context: ConsoleContext) {
  const { chain, link, intents } = context
  const words = useWords()
  const [results, setResults] = useState<Record<string, readonly RowResult[]>>({})
  const { capabilities } = chain
  const last = intents.find(({ state: at, txid }) => at === 'confirmed' && txid !== null)
  const family = capabilities?.family ?? 'v1'
  useEffect(() => {
    if (!last?.txid || !isAdmins(last.request.functionName)) return
    const { functionName } = last.request
    void link.ask({ kind: 'answer', txid: last.txid }, v.unknown()).then(
      (answer) => {
        const rows = rowResults(words, family, answer)
        if (rows) setResults((before) => ({ ...before, [functionName]: rows }))
      },
      () => undefined,
    )
  }, [last?.txid])
  if (!capabilities) return null
  const calls = adminCallsOf(context)
  const call = (functionName: string, args: ArgumentValue[]) => {
    setResults(({ [functionName]: _gone, ...others }) => others)
    return calls.onCall(functionName, args)
  }
  return (
    <AdminView
      {...calls}
      groups={adminGroups(capabilities.calls)}
      onCall={call}
      results={results}
    />
  )
}
