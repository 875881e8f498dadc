import type { CommandResult } from '../../../app/command-result.ts'
import type { WantedProgramme } from '../../../app/dual-stacking/programme/plan-budget.ts'
import type { Signature } from '../../../protocol/dual-stacking/contract/abi.ts'
import type { SetupCall } from '../../../wallet/stacks/setup-requests.ts'
import { formatScaled } from '../../../words/format/numbers.ts'
import { useWords } from '../../hooks/use-words.ts'
import type { WalletWindowProps } from '../../parts/wallet-window.tsx'
import { AdminCallForm, type AdminCalls } from '../admin-call-form.tsx'
import { FundForm } from '../fund-form.tsx'

export interface SetupForms {
  calls: AdminCalls
  /** Of the contract's calls. */
  signatures: Readonly<Record<string, Signature>>
  /** Whether the account that signs is the contract's admin. */
  isAdmin: boolean
  fund: {
    signing: Omit<WalletWindowProps, 'moves'> | null
    ownSats: bigint | null
    onFund: ((sats: bigint) => Promise<CommandResult>) | null
  }
  burnHeight: number
  /** A call is under way, or the chain is being read again. */
  pending: boolean
}

interface SetupFormProps extends SetupForms {
  call: Exclude<SetupCall, 'initialize-contract'>
  plan: WantedProgramme | null
  /** Sats that the pool lacks of the plan. */
  missingSats: bigint
}

/** Bitcoin blocks until the suggested start: about a day, to enroll and to fund. */
const LEAD = 144

/** The form of one set-up call, filled in from the plan. */
export function SetupForm({
  call,
  plan,
  missingSats,
  calls,
  signatures,
  isAdmin,
  fund,
  burnHeight,
  pending,
}: SetupFormProps) {
  const { t, f } = useWords()
  if (call === 'transfer')
    return fund.onFund === null ? (
      <p class="muted">{t(pending ? 'console.signing' : 'console.noAccount')}</p>
    ) : (
      <FundForm
        key={String(missingSats)}
        ownSats={fund.ownSats}
        signing={fund.signing}
        onFund={fund.onFund}
        initial={
          missingSats > 0n
            ? formatScaled(f.locale, missingSats, 8, {
                maximumFractionDigits: 8,
                useGrouping: false,
              })
            : ''
        }
      />
    )
  if (!isAdmin) return <p class="muted">{t('deploy.notAdmin')}</p>
  const signature = signatures[call]
  if (!signature) return <p class="muted">{t('unknown.not-offered')}</p>
  const values = valuesOf()
  return (
    <AdminCallForm
      // A suggested height is not replaced by each further block.
      key={call === 'update-initialize-block' ? call : values.join(' ')}
      {...calls}
      functionName={call}
      signature={signature}
      pending={pending}
      initial={Object.fromEntries(
        Object.keys(signature).map((name, index) => [name, values[index] ?? '']),
      )}
    />
  )

  function valuesOf(): string[] {
    if (call === 'set-liquid-stacking') return ['false']
    if (call === 'update-initialize-block') return [String(burnHeight + LEAD)]
    if (!plan) return []
    return call === 'update-APR'
      ? [String(plan.apr)]
      : [String(plan.snapshots), String(plan.blocksPerSnapshot)]
  }
}
