import { accountKind } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'

/** Names an account that is not one person's with one key. */
export function AccountKind({ address }: { address: string }) {
  const { t } = useWords()
  const kind = accountKind(address)
  return kind === 'standard' ? null : <span class="muted">{t(`account.${kind}`)}</span>
}
