import { useEffect, useState } from 'preact/hooks'
import { readAddLink } from '../../../app/dual-stacking/programme/add-link.ts'
import type { ProgrammeTarget } from '../../../app/dual-stacking/programme/programme-target.ts'
import type { CustomProblem } from '../../../chain/stacks/custom-deployment.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Callout } from '../../parts/callout.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import type { CustomDeploymentsProps } from '../../settings/custom-deployments.tsx'
import { ProgrammeCard } from './programme-card.tsx'

interface ProgrammeOfferProps {
  /** Address of the page under the popup. */
  tabUrl: Promise<string | undefined>
  custom: Pick<CustomDeploymentsProps, 'rows' | 'onAdd' | 'read'>
  now: number
}

/**
 * The programme that the page under the popup hands over by its address. It is looked at when a
 * person asks for it, and added by a press of theirs in this window; nothing of the page is asked,
 * and nothing is told to it.
 */
export function ProgrammeOffer({ tabUrl, custom, now }: ProgrammeOfferProps) {
  const { t } = useWords()
  const [target, setTarget] = useState<ProgrammeTarget | null>(null)
  const [stage, setStage] = useState<'offered' | 'shown' | 'added'>('offered')
  const [problem, setProblem] = useState<CustomProblem | null>(null)
  useEffect(
    () => void tabUrl.then((url) => setTarget(readAddLink(url ?? ''))).catch(() => undefined),
    [tabUrl],
  )
  if (target === null) return null
  const { network, contract } = target
  const isThere = custom.rows.some(
    (row) => row.target.network === network && row.target.contract === contract,
  )
  if (isThere && stage !== 'added') return null
  const add = async ({ isTrusted }: Pick<Event, 'isTrusted'>) => {
    if (!isTrusted) return
    const result = await custom.onAdd({
      label: '',
      network,
      contract,
      apiBases: [...target.apiBases],
    })
    if (result.ok) setStage('added')
    else setProblem(result.problem)
  }
  if (stage === 'added')
    return (
      <Callout tone="good" title={t('programme.added')}>
        {t('programme.added.next')}
      </Callout>
    )
  return (
    <>
      <Callout
        tone="info"
        title={t('programme.offer')}
        actions={
          <>
            {stage === 'offered' && custom.read && (
              <Button kind="primary" onClick={() => setStage('shown')}>
                {t('programme.look')}
              </Button>
            )}
            {(stage === 'shown' || !custom.read) && (
              <Button kind="primary" onClick={(event) => void add(event)}>
                {t('programme.add')}
              </Button>
            )}
            <Button kind="quiet" onClick={() => setTarget(null)}>
              {t('nav.cancel')}
            </Button>
          </>
        }
      >
        <p>{t(`network.${network}`)}</p>
        <FullAddress address={contract} />
        {problem && (
          <p class="error" role="alert">
            {t(`deployment.${problem}`)}
          </p>
        )}
      </Callout>
      {stage === 'shown' && custom.read && (
        <ProgrammeCard target={target} read={custom.read} now={now} />
      )}
    </>
  )
}
