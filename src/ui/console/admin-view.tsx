import { useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import { contractErrorText } from '../../app/dual-stacking/contract-error-text.ts'
import type { Environment } from '../../app/environment.ts'
import type { Signature } from '../../protocol/dual-stacking/contract/abi.ts'
import type { Family } from '../../protocol/dual-stacking/errors.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { WalletWindow, type WalletWindowProps } from '../parts/wallet-window.tsx'
import type { RowResult } from './argument-field.tsx'
import { CallForm } from './call-form.tsx'
import { checkBounds } from './check-bounds.ts'
import { FunctionList } from './function-list.tsx'
import type { ArgumentValue } from './parse-argument.ts'

interface AdminViewProps {
  /** Admin functions that the contract actually has, by group. */
  groups: readonly {
    group: 'parameters' | 'people' | 'contract'
    functions: Readonly<Record<string, Signature>>
  }[]
  family: Family
  env: Environment
  poolSats: bigint | null
  blocksPerYear: bigint | null
  cycleBlocks: bigint | null
  /** What the wallet shows of any of these calls; null: no account. */
  signing?: Omit<WalletWindowProps, 'functionName' | 'moves'> | null
  onCall: (functionName: string, args: ArgumentValue[]) => Promise<CommandResult>
  /** The contract's result for each row of the last batch, by function. */
  results: Readonly<Record<string, readonly RowResult[]>>
}

/** Whoever signs one of these by mistake may lose the contract, or what is in it. */
const dangerous = new Set(['update-admin', 'emergency-withdraw-sbtc'])

/** Every admin call of the contract; arguments are checked against their bounds before signing. */
export function AdminView({
  groups,
  family,
  env,
  signing,
  onCall,
  results,
  ...context
}: AdminViewProps) {
  const words = useWords()
  const { t } = words
  const { busy, refusal, run } = useCommand()
  const all: Record<string, Signature> = Object.assign(
    {},
    ...groups.map(({ functions }) => functions),
  )
  const [selected, setSelected] = useState(() => Object.keys(all)[0] ?? '')
  const signature = all[selected]
  return (
    <div class="split">
      <FunctionList
        groups={groups.map(({ group, functions }) => ({
          title: t(`admin.${group}`),
          names: Object.keys(functions),
        }))}
        selected={selected}
        onSelect={setSelected}
      />
      {signature && (
        <CallForm
          key={selected}
          functionName={selected}
          signature={signature}
          env={env}
          submit={t('console.sign')}
          busy={busy}
          isDangerous={dangerous.has(selected)}
          results={results[selected] ?? null}
          onSubmit={(args) => run(() => onCall(selected, args))}
          judge={(args) => {
            const bounds = checkBounds(selected, args, context)
            return {
              stops: bounds.some(({ kind }) => kind === 'error'),
              content: bounds.map((bound) => (
                <Callout key={bound.code} tone={bound.kind === 'error' ? 'bad' : 'warn'}>
                  {bound.kind === 'error'
                    ? contractErrorText(words, family, bound.code)
                    : t(`bound.${bound.code}`)}
                </Callout>
              )),
            }
          }}
        >
          {signing && (
            <WalletWindow
              {...signing}
              functionName={selected}
              moves={selected === 'emergency-withdraw-sbtc' ? t('window.moves.bounded') : undefined}
            />
          )}
          {refusal && (
            <p class="error" role="alert">
              {refusal}
            </p>
          )}
        </CallForm>
      )}
    </div>
  )
}
