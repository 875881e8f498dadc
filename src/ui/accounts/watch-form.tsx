import { useState } from 'preact/hooks'
import type { Commands } from '../../app/commands.ts'
import type { Environment } from '../../app/environment.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/text-field.tsx'

/** Follows an address without its wallet. */
export function WatchForm({
  commands,
  env,
  onDone,
}: {
  commands: Pick<Commands, 'watch'>
  env: Environment
  onDone: () => void
}) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [text, setText] = useState('')
  const [touched, setTouched] = useState(false)
  const check = env.checkAddress(text)
  const submit = (event: Event) => {
    event.preventDefault()
    setTouched(true)
    if (check.ok) run(() => commands.watch(check.address), onDone)
  }
  const error =
    check.ok || (check.problem === 'empty' && !touched) ? null : t(`address.${check.problem}`)
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextField
        label={t('accounts.watchLabel')}
        kind="address"
        value={text}
        onInput={setText}
        error={error ?? refusal}
        hint={t('accounts.watchHint')}
      />
      <Button type="submit" disabled={busy || !env.canCheck}>
        {t('accounts.watch')}
      </Button>
    </form>
  )
}
