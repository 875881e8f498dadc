import { useState } from 'preact/hooks'
import type { Commands } from '../../../app/commands.ts'
import { enrolBlockers } from '../../../app/dual-stacking/blockers.ts'
import { cycleCalendar } from '../../../app/dual-stacking/cycle-calendar.ts'
import type { Environment } from '../../../app/environment.ts'
import type { FollowedAccount } from '../../../app/followed-account.ts'
import type { AccountReading, NetworkReading } from '../../../chain/stacks/readings.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Screen } from '../../parts/screen.tsx'
import { ProgrammeCard } from '../programme/programme-card.tsx'
import { Blockers } from './blockers.tsx'
import { CountsFrom } from './counts-from.tsx'
import { Effects } from './effects.tsx'
import { HolderCallWindow } from './holder-call-window.tsx'
import { RewardAddressField, findRewardAddressProblem } from './reward-address-field.tsx'

export interface AccountFormProps {
  account: FollowedAccount
  network: NetworkReading | null
  reading: AccountReading | null
  familiar: readonly string[]
  /** MicroSTX that the last call to this contract cost; null: not known. */
  fee?: bigint | null
  env: Environment
  commands: Pick<Commands, 'enroll' | 'optOut' | 'changeRewardAddress'>
  now: number
  onBack: () => void
}

export function EnrollForm({
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
  const [elsewhere, setElsewhere] = useState(false)
  const [address, setAddress] = useState('')
  const [touched, setTouched] = useState(false)
  const { busy, refusal, run } = useCommand()
  const blockers = enrolBlockers(network, reading)
  const submit = (event: Event) => {
    event.preventDefault()
    setTouched(true)
    const check = env.checkAddress(address)
    if (elsewhere && findRewardAddressProblem(check, env) !== null) return
    run(() => commands.enroll(elsewhere && check.ok ? check.address : null), onBack)
  }
  return (
    <Screen title={t('enroll.title')} onBack={onBack}>
      <form onSubmit={submit} noValidate>
        <Effects
          fee={fee}
          does={t('enroll.does')}
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
        <p class="note">{t('enroll.stays')}</p>
        <label class="check">
          <input
            type="checkbox"
            checked={elsewhere}
            onChange={(event) => setElsewhere(event.currentTarget.checked)}
          />
          {t('enroll.elsewhere')}
        </label>
        {elsewhere && (
          <RewardAddressField
            value={address}
            onInput={setAddress}
            familiar={familiar}
            env={env}
            touched={touched}
          />
        )}
        {env.readProgramme && network?.family === 'v1' && (
          <ProgrammeCard
            target={{ network: env.network, contract: env.contract, apiBases: env.apiBases ?? [] }}
            read={env.readProgramme}
            now={now}
          />
        )}
        <HolderCallWindow functionName="enroll" account={account} env={env} />
        <Blockers of={blockers} />
        <p class="error" role="alert">
          {refusal ?? ''}
        </p>
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={busy || (elsewhere && !env.canCheck) || blockers.some(({ final }) => final)}
          >
            {t('enroll.submit')}
          </Button>
          <Button onClick={onBack}>{t('nav.cancel')}</Button>
        </div>
      </form>
    </Screen>
  )
}
