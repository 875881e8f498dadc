import { useState } from 'preact/hooks'
import type { Commands } from '../../app/commands.ts'
import { lifeOf, takesNewcomers } from '../../app/dual-stacking/life-of.ts'
import type { Environment } from '../../app/environment.ts'
import type { Settings } from '../../app/settings.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { shortAddress } from '../../words/format/address.ts'
import { WatchForm } from '../accounts/watch-form.tsx'
import { CycleTicks } from '../charts/cycle-ticks.tsx'
import { Calculator } from '../dual-stacking/what-if/calculator.tsx'
import type { ProjectFigures } from '../hooks/use-figures.ts'
import { useSaveSettings } from '../hooks/use-save-settings.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import { Switch } from '../parts/switch.tsx'
import { explainedPermissions, type ExplainedPermission } from './explained-permissions.ts'

interface GuideViewProps {
  settings: Settings
  project: ProjectFigures
  /** Real figures where some have been read; otherwise the example's are shown. */
  network: NetworkReading | null
  commands: Pick<Commands, 'watch' | 'saveSettings'>
  env: Environment
}

const steps = ['hold', 'stack', 'paid'] as const
const stages = ['snapshots', 'ratio', 'payment'] as const
const questions = ['enough', 'try', 'account', 'wrong'] as const
const permissions = Object.keys(explainedPermissions) as ExplainedPermission[]
const kinds = ['reward', 'notEnrolled', 'paymentLate', 'goldenRatioMoved'] as const

/**
 * The first minute: what Twinstack is, a calculator to try, the permissions and why, and two ways
 * to start.
 */
export function GuideView({ settings, project, network, commands, env }: GuideViewProps) {
  const { t } = useWords()
  const life = lifeOf(network, env)
  const isOver = !takesNewcomers(life)
  return (
    <div class="app guide">
      <header class="guide-head">
        <Mark /> <span>{t('app.name')}</span>
      </header>
      <main class="guide-main">
        <section class="guide-lead">
          <h1>{t(isOver ? `life.${life}.title` : 'guide.title')}</h1>
          <p>{t(isOver ? `life.${life}.newcomer` : 'guide.lead')}</p>
        </section>
        {!isOver && (
          <div class="guide-side">
            <Calculator project={project} network={network} />
          </div>
        )}
        {!isOver && <HowItWorks />}
        <Start commands={commands} env={env} openConsole={env.openConsole} />
        <div class="guide-more">
          {!isOver && <Questions />}
          <Tell settings={settings} commands={commands} />
        </div>
        <section>
          <h2>{t('guide.permissions')}</h2>
          <p class="muted">{t('guide.permissions.lead')}</p>
          <dl class="guide-list">
            {permissions.map((permission) => (
              <div key={permission}>
                <dt>{t(`guide.permission.${permission}`)}</dt>
                <dd>{t(`guide.permission.${permission}.why`)}</dd>
              </div>
            ))}
          </dl>
          <p class="note">{t('welcome.safe')}</p>
        </section>
      </main>
    </div>
  )
}

function HowItWorks() {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('guide.how')}</h2>
      <ol class="steps-3">
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`welcome.${step}`)}</strong> {t(`welcome.${step}.more`)}
          </li>
        ))}
      </ol>
      <h3>{t('guide.cycle')}</h3>
      <CycleTicks count={14} taken={14} partial={0} label={t('guide.cycle.label')} />
      <ol class="guide-stages">
        {stages.map((stage) => (
          <li key={stage}>{t(`guide.cycle.${stage}`)}</li>
        ))}
      </ol>
    </section>
  )
}

function Questions() {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('guide.questions')}</h2>
      <dl class="guide-list">
        {questions.map((question) => (
          <div key={question}>
            <dt>{t(`guide.${question}`)}</dt>
            <dd>{t(`guide.${question}.text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Start({
  commands,
  env,
  openConsole,
}: Pick<GuideViewProps, 'commands' | 'env'> & { openConsole: (() => void) | undefined }) {
  const { t } = useWords()
  const [watching, setWatching] = useState<string | null>(null)
  const watch: Commands['watch'] = async (address) => {
    const result = await commands.watch(address)
    if (result.ok) setWatching(address)
    return result
  }
  return (
    <section>
      <h2>{t('guide.start')}</h2>
      <p>{t('guide.start.wallet', { connect: t('connect.wallet') })}</p>
      <p class="muted">
        <Icon name="info" /> {t('guide.start.pin')}
      </p>
      <h3>{t('guide.start.watch')}</h3>
      {watching === null ? (
        <WatchForm commands={{ watch }} env={env} onDone={() => {}} />
      ) : (
        <Callout tone="good">{t('guide.watching', { address: shortAddress(watching) })}</Callout>
      )}
      {openConsole && (
        <Button kind="quiet" onClick={openConsole}>
          {t('guide.console')}
        </Button>
      )}
    </section>
  )
}

function Tell({ settings, commands }: Pick<GuideViewProps, 'settings' | 'commands'>) {
  const { t } = useWords()
  const { refusal, shown, save } = useSaveSettings(settings, commands.saveSettings)
  const { notifications } = shown
  return (
    <section class="guide-tell">
      <h2>{t('guide.tell')}</h2>
      {kinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`settings.notify.${kind}`)}
          checked={notifications[kind]}
          onChange={(on) =>
            save((now) => ({ notifications: { ...now.notifications, [kind]: on } }))
          }
        />
      ))}
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
    </section>
  )
}
