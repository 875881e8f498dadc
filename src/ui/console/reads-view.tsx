import { useState } from 'preact/hooks'
import type { Environment } from '../../app/environment.ts'
import type { UnknownReason } from '../../chain/known.ts'
import type { Signature } from '../../protocol/dual-stacking/contract/abi.ts'
import { useWords } from '../hooks/use-words.ts'
import { CallForm } from './call-form.tsx'
import { DecodedValue } from './decoded-value.tsx'
import { FunctionList } from './function-list.tsx'
import type { ArgumentValue } from './parse-argument.ts'

export type ReadOutcome = { ok: true; value: ArgumentValue } | { ok: false; reason: UnknownReason }

interface ReadsViewProps {
  functions: Readonly<Record<string, Signature>>
  env: Environment
  onRead: (functionName: string, args: ArgumentValue[]) => Promise<ReadOutcome>
}

/** Calls every read-only function of the contract and decodes its answer. */
export function ReadsView({ functions, env, onRead }: ReadsViewProps) {
  const { t } = useWords()
  const [selected, setSelected] = useState(() => Object.keys(functions)[0] ?? '')
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<{ of: string; answer: ReadOutcome } | null>(null)
  const signature = functions[selected]
  const read = (args: ArgumentValue[]) => {
    setBusy(true)
    onRead(selected, args)
      .catch((): ReadOutcome => ({ ok: false, reason: 'offline' }))
      .then((result) => {
        setBusy(false)
        setAnswer({ of: selected, answer: result })
      })
  }
  return (
    <div class="split">
      <FunctionList
        groups={[{ title: t('console.section.reads'), names: Object.keys(functions) }]}
        selected={selected}
        onSelect={setSelected}
      />
      {signature && (
        <CallForm
          key={selected}
          functionName={selected}
          signature={signature}
          env={env}
          submit={t('reads.read')}
          busy={busy}
          onSubmit={read}
        >
          <div class="answer" role="status" aria-label={t('reads.answer')}>
            {answer?.of === selected &&
              (answer.answer.ok ? (
                <DecodedValue value={answer.answer.value} />
              ) : (
                <p class="error">{t(`unknown.${answer.answer.reason}`)}</p>
              ))}
          </div>
        </CallForm>
      )}
    </div>
  )
}
