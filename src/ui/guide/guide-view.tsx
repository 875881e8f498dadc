import { useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
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
import { Callout } from '../parts/callout.tsx'
import { Mark } from '../parts/icon.tsx'
import { Switch } from '../parts/switch.tsx'
import { AboutSection } from '../settings/about-section.tsx'
import { StakingNewsFields } from '../settings/staking-news-fields.tsx'
import { explainedPermissions, type ExplainedPermission } from './explained-permissions.ts'
import { StartSteps } from './start-steps.tsx'

interface GuideViewProps {
  state: Pick<AppState, 'accounts' | 'connection'>
  settings: Settings
  project: ProjectFigures
  /** Real figures where some have been read; otherwise the example's are shown. */
  network: NetworkReading | null
  commands: Pick<Commands, 'watch' | 'saveSettings'>
  env: Environment
}

const steps = ['hold', 'stack', 'paid'] as const
const stakingSteps = ['stake', 'earn', 'claim'] as const
const stages = ['snapshots', 'ratio', 'payment'] as const
const questions = ['enough', 'try', 'account', 'wrong'] as const
const permissions = Object.keys(explainedPermissions) as ExplainedPermission[]
const kinds = ['reward', 'notEnrolled', 'paymentLate', 'goldenRatioMoved'] as const

/**
 * The first minute: what Twinstack is, a calculator to try, the permissions and why, and two ways
 * to start.
 */
export function GuideView({ state, settings, project, network, commands, env }: GuideViewProps) {
  const { t } = useWords()
  const life = lifeOf(network, env)
  const isOver = !takesNewcomers(life)
  return (
    <div class="app guide">
      <header class="guide-head">
        <Mark /> <span>{t('app.name')}</span>
      </header>
      <main class="guide-main">
        <div class="guide-lead">
          <h1>{t(isOver ? 'staking.welcome' : 'guide.title')}</h1>
          <p>{t(isOver ? 'guide.lead.staking' : 'guide.lead')}</p>
          <StartSteps state={state} env={env} />
        </div>
        <div class="guide-side">
          {!isOver && <Calculator project={project} network={network} />}
          <Watch commands={commands} env={env} />
        </div>
        {isOver ? <StakingSteps ended={`life.${life}.newcomer`} /> : <HowItWorks />}
        <div class="guide-more">
          {!isOver && <Questions />}
          <Tell settings={settings} commands={commands} isStaking={isOver} />
        </div>
        <AboutSection env={env} />
        <Permissions />
      </main>
      {env.openConsole && (
        <footer class="guide-foot">
          <button type="button" class="link" onClick={env.openConsole}>
            {t('guide.console')}
          </button>
        </footer>
      )}
    </div>
  )
}

function Permissions() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('guide.permissions')}</summary>
      {open && (
        <>
          <p class="muted">{t('guide.permissions.lead')}</p>
          <dl class="guide-list">
            {permissions.map((permission) => (
              <div key={permission}>
                <dt>{t(`guide.permission.${permission}`)}</dt>
                <dd>{t(`guide.permission.${permission}.why`)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </details>
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

/** The program that newcomers take part in where Dual Stacking takes none any more. */
function StakingSteps({ ended }: { ended: 'life.closed.newcomer' | 'life.ended.newcomer' }) {
  const { t } = useWords()
  return (
    <section>
      <h2>{t('guide.how')}</h2>
      <ol class="steps-3">
        {stakingSteps.map((step) => (
          <li key={step}>{t(`staking.step.${step}`)}</li>
        ))}
      </ol>
      <h3>{t('tab.dual')}</h3>
      <p class="muted">{t(ended)}</p>
    </section>
  )
}

function Watch({ commands, env }: Pick<GuideViewProps, 'commands' | 'env'>) {
  const { t } = useWords()
  const [watching, setWatching] = useState<string | null>(null)
  const watch: Commands['watch'] = async (address) => {
    const result = await commands.watch(address)
    if (result.ok) setWatching(address)
    return result
  }
  return (
    <section>
      <h3>{t('guide.start.watch')}</h3>
      {watching === null ? (
        <WatchForm commands={{ watch }} env={env} onDone={() => {}} />
      ) : (
        <Callout tone="good">{t('guide.watching', { address: shortAddress(watching) })}</Callout>
      )}
    </section>
  )
}

function Tell({
  settings,
  commands,
  isStaking,
}: Pick<GuideViewProps, 'settings' | 'commands'> & { isStaking: boolean }) {
  const { t } = useWords()
  const { refusal, shown, save } = useSaveSettings(settings, commands.saveSettings)
  const { notifications } = shown
  return (
    <section class="guide-tell">
      <h2>{t('guide.tell')}</h2>
      {isStaking ? (
        <StakingNewsFields
          wanted={notifications.staking}
          onChange={(staking) =>
            save((now) => ({ notifications: { ...now.notifications, staking } }))
          }
        />
      ) : (
        kinds.map((kind) => (
          <Switch
            key={kind}
            label={t(`settings.notify.${kind}`)}
            checked={notifications[kind]}
            onChange={(on) =>
              save((now) => ({ notifications: { ...now.notifications, [kind]: on } }))
            }
          />
        ))
      )}
      <p class="error" role="alert">
        {refusal ?? ''}
      </p>
    </section>
  )
}
