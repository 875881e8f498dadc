import { useState } from 'preact/hooks'
import { writeBlockers } from '../../../app/dual-stacking/blockers.ts'
import { cycleCalendar } from '../../../app/dual-stacking/cycle-calendar.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import { Screen } from '../../parts/screen.tsx'
import { Blockers } from './blockers.tsx'
import { CountsFrom } from './counts-from.tsx'
import { Effects } from './effects.tsx'
import type { AccountFormProps } from './enroll-form.tsx'
import { HolderCallWindow } from './holder-call-window.tsx'
import { RewardAddressField, findRewardAddressProblem } from './reward-address-field.tsx'

export function ChangeRewardAddressForm({
  account,
  network,
  reading,
  familiar,
  fee,
  env,
  commands,
  now,
  onBack,
}: AccountFormProps) {
  const { t } = useWords()
  const [address, setAddress] = useState('')
  const [touched, setTouched] = useState(false)
  const { busy, refusal, run } = useCommand()
  const current = reading?.rewardAddress.known ? reading.rewardAddress.value : null
  const check = env.checkAddress(address)
  const same = check.ok && check.address === current
  const blockers = writeBlockers(network, 'change-reward-address')
  const submit = (event: Event) => {
    event.preventDefault()
    setTouched(true)
    if (same || !check.ok || findRewardAddressProblem(check, env) !== null) return
    run(() => commands.changeRewardAddress(check.address), onBack)
  }
  return (
    <Screen title={t('change.title')} onBack={onBack}>
      <form onSubmit={submit} noValidate>
        {current && (
          <div class="address-now">
            <p class="label">{t('change.now')}</p>
            <FullAddress address={current} />
          </div>
        )}
        <RewardAddressField
          value={address}
          onInput={setAddress}
          familiar={familiar}
          env={env}
          touched={touched}
        />
        {same && (
          <p class="error" role="alert">
            {t('commands.same-reward-address')}
          </p>
        )}
        <Effects
          fee={fee}
          does={t('change.does')}
          counts={
            network?.cycle.known ? (
              <CountsFrom
                cycle={network.cycle.value.id}
                calendar={cycleCalendar(network.cycle.value, network.burnHeight)}
                now={now}
              />
            ) : (
              t('effects.nextCycle')
            )
          }
        />
        <p class="note">{t('change.final')}</p>
        <HolderCallWindow functionName="change-reward-address" account={account} env={env} />
        <Blockers of={blockers} />
        <p class="error" role="alert">
          {refusal ?? ''}
        </p>
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={busy || !env.canCheck || blockers.some(({ final }) => final)}
          >
            {t('change.submit')}
          </Button>
          <Button onClick={onBack}>{t('nav.cancel')}</Button>
        </div>
      </form>
    </Screen>
  )
}
