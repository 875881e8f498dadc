import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { CommandResult } from '../../app/command-result.ts'
import type { CustomProblem } from '../../chain/stacks/custom-deployment.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Callout } from '../parts/callout.tsx'
import { TextField } from '../parts/text-field.tsx'

/**
 * One of the three contracts that belong together; `there`: on the chain under this account. Null:
 * not known yet.
 */
export interface DeployPart {
  name: string
  there: boolean | null
  /** Its deployment is under way. */
  pending: boolean
}

interface DeployViewProps {
  /** Null: no wallet account to deploy with. */
  account: string | null
  name: string
  onName: (name: string) => void
  parts: readonly DeployPart[]
  onDeploy: (name: string) => Promise<CommandResult>
  /** Adds the contract to the user's deployments and selects it. */
  onUse: () => Promise<{ ok: true } | { ok: false; problem: CustomProblem }>
  /** The contract of this name is the one in use. */
  isInUse?: boolean
  /** It would cost real money. */
  isMainnet?: boolean
  /** What is planned, and what it costs. */
  before?: ComponentChildren
  /** What comes after. */
  children?: ComponentChildren
}

const NAME = /^[a-zA-Z][\w-]{0,39}$/

/**
 * Deploys the live-capture build under the user's own account, part by part, and puts it into use.
 */
export function DeployView({
  account,
  name,
  onName,
  parts,
  onDeploy,
  onUse,
  isInUse = false,
  isMainnet = false,
  before,
  children,
}: DeployViewProps) {
  const { t } = useWords()
  const { busy, refusal, run } = useCommand()
  const [problem, setProblem] = useState<CustomProblem | null>(null)
  const named = NAME.test(name)
  // Each part refers to those before it.
  const next = parts.findIndex(({ there }) => there !== true)
  const complete = parts.length > 0 && next === -1
  return (
    <section class="stack">
      <p>{t('deploy.what')}</p>
      {isMainnet && <Callout tone="info">{t('deploy.rehearse')}</Callout>}
      {before}
      {account === null && <Callout tone="info">{t('console.noAccount')}</Callout>}
      <TextField
        label={t('deploy.name')}
        kind="address"
        value={name}
        onInput={onName}
        hint={account === null ? undefined : `${account}.${name}`}
        error={named ? null : t('deploy.badName')}
      />
      <ol class="deploy-parts">
        {parts.map((part, at) => (
          <li key={part.name}>
            <code>{part.name}</code>
            {part.there ? (
              <span class="good">{t('deploy.there')}</span>
            ) : (
              <Button
                kind={at === next ? 'primary' : 'plain'}
                disabled={
                  busy ||
                  !named ||
                  account === null ||
                  at !== next ||
                  part.pending ||
                  part.there === null
                }
                onClick={() => run(() => onDeploy(part.name))}
              >
                {part.pending ? t('console.signing') : t('deploy.submit')}
                <span class="sr"> {part.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div class="form-actions">
        <Button
          kind={complete && !isInUse ? 'primary' : 'plain'}
          disabled={!complete || isInUse}
          onClick={() =>
            void onUse().then((result) => setProblem(result.ok ? null : result.problem))
          }
        >
          {t(isInUse ? 'deploy.inUse' : 'deploy.use')}
        </Button>
      </div>
      {problem && (
        <p class="error" role="alert">
          {t(`deployment.${problem}`)}
        </p>
      )}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
      {!isInUse && <p class="muted">{t('deploy.then')}</p>}
      {children}
    </section>
  )
}
