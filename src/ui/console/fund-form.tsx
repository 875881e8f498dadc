import { useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import { parseAmount } from '../../words/format/parse-amount.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'
import { WalletWindow, type WalletWindowProps } from '../parts/wallet-window.tsx'

interface FundFormProps {
  /** Available sBTC of the funding account, sats; null: not known. */
  ownSats: bigint | null
  /** What the wallet shows of the call; null: no account. */
  signing?: Omit<WalletWindowProps, 'moves'> | null
  /** What is filled in, as it would be typed. */
  initial?: string
  onFund: (sats: bigint) => Promise<CommandResult>
}

/** Sends sBTC from the wallet to the contract in use. */
export function FundForm({ ownSats, signing, initial = '', onFund }: FundFormProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const [text, setText] = useState(initial)
  const parsed = parseAmount(text, 8, f.locale)
  const tooMuch = parsed.ok && ownSats !== null && parsed.value > ownSats
  const ready = parsed.ok && parsed.value > 0n && !tooMuch
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready)
          run(
            () => onFund(parsed.value),
            () => setText(''),
          )
      }}
    >
      <TextField
        label={t('pool.amount')}
        unit="sBTC"
        kind="amount"
        value={text}
        onInput={setText}
        hint={ownSats === null ? undefined : t('pool.have', { sats: f.sats(ownSats) })}
        error={error()}
      />
      {ready && (
        <p class="note" role="status">
          {t('pool.moves', { sats: f.sats(parsed.value) })}
        </p>
      )}
      {signing && ready && (
        <WalletWindow
          {...signing}
          moves={t('window.moves.sats', {
            sats: f.sats(parsed.value),
            raw: parsed.value.toString(),
          })}
        />
      )}
      <div class="form-actions">
        <Button kind="primary" type="submit" disabled={busy || !ready}>
          {t('pool.submit')}
        </Button>
      </div>
    </form>
  )

  function error(): string | null {
    if (text === '') return refusal
    if (!parsed.ok) return t(`input.${parsed.code}`)
    return tooMuch ? t('pool.tooMuch') : refusal
  }
}
