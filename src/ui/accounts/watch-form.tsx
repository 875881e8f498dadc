import { useState } from 'preact/hooks'
import { useWords } from '../messages/words.ts'
import type { Environment } from '../model/environment.ts'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import type { Commands } from '../state.ts'
import { useCommand } from '../stores/use-command.ts'

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
      <Field
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
