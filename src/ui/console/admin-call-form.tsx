import type { CommandResult } from '../../app/command-result.ts'
import { contractErrorText } from '../../app/dual-stacking/contract-error-text.ts'
import type { Environment } from '../../app/environment.ts'
import type { Signature } from '../../protocol/dual-stacking/contract/abi.ts'
import type { Family } from '../../protocol/dual-stacking/errors.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Callout } from '../parts/callout.tsx'
import { WalletWindow, type WalletWindowProps } from '../parts/wallet-window.tsx'
import { AdminChoices } from './admin/admin-choices.tsx'
import { AdminHandover, type AdminRole } from './admin/admin-handover.tsx'
import type { RowResult } from './argument-field.tsx'
import { CallForm } from './call-form.tsx'
import { checkBounds } from './check-bounds.ts'
import type { ArgumentValue } from './parse-argument.ts'
import type { PresentArguments } from './present-arguments.ts'

/** What every call of a contract's admin is judged and signed by. */
export interface AdminCalls {
  family: Family
  env: Environment
  poolSats: bigint | null
  blocksPerYear: bigint | null
  cycleBlocks: bigint | null
  /** What the contract has at present. */
  present?: PresentArguments
  /** What is known of the admin's role; absent: nothing is said of handing it over. */
  role?: AdminRole
  /** What the wallet shows of any of these calls; null: no account. */
  signing?: Omit<WalletWindowProps, 'functionName' | 'moves'> | null
  onCall: (functionName: string, args: ArgumentValue[]) => Promise<CommandResult>
}

interface AdminCallFormProps extends AdminCalls {
  functionName: string
  /** What the function does, where nothing else says it. */
  what?: string
  signature: Signature
  /** What is filled in, by argument. */
  initial?: Readonly<Record<string, string>>
  /** A call is under way, or the chain is being read again. */
  pending?: boolean
  results?: readonly RowResult[] | null
}

/** Whoever signs one of these by mistake may lose the contract, or what is in it. */
const dangerous = new Set(['update-admin', 'emergency-withdraw-sbtc'])

/** One call of the contract's admin; its arguments are checked against their bounds before. */
export function AdminCallForm({
  functionName,
  what,
  signature,
  family,
  env,
  signing,
  onCall,
  initial,
  pending = false,
  results = null,
  role,
  present,
  ...context
}: AdminCallFormProps) {
  const words = useWords()
  const { t } = words
  const { busy, refusal, run } = useCommand()
  const isHandover = functionName === 'update-admin'
  return (
    <CallForm
      functionName={functionName}
      what={what}
      signature={signature}
      env={env}
      submit={t(pending ? 'console.signing' : 'console.sign')}
      busy={busy || pending}
      intro={isHandover && role && <AdminChoices network={env.network} />}
      isDangerous={dangerous.has(functionName)}
      results={results}
      initial={initial}
      present={present}
      onSubmit={(args) => run(() => onCall(functionName, args))}
      judge={(args) => {
        const bounds = checkBounds(functionName, args, context)
        return {
          stops: bounds.some(({ kind }) => kind === 'error'),
          content: (
            <>
              {isHandover && role && typeof args[0] === 'string' && (
                <AdminHandover key={args[0]} address={args[0]} {...role} />
              )}
              {bounds.map((bound) => (
                <Callout key={bound.code} tone={bound.kind === 'error' ? 'bad' : 'warn'}>
                  {bound.kind === 'error'
                    ? contractErrorText(words, family, bound.code)
                    : t(`bound.${bound.code}`)}
                </Callout>
              ))}
            </>
          ),
        }
      }}
    >
      {signing && (
        <WalletWindow
          {...signing}
          functionName={functionName}
          moves={functionName === 'emergency-withdraw-sbtc' ? t('window.moves.bounded') : undefined}
        />
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </CallForm>
  )
}
