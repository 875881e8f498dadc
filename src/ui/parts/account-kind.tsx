import { accountKind } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'

/** Labels an account other than a single-key one. */
export function AccountKind({ address }: { address: string }) {
  const { t } = useWords()
  const kind = accountKind(address)
  return kind === 'standard' ? null : <span class="muted">{t(`account.${kind}`)}</span>
}
