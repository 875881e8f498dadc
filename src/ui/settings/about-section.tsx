import type { Environment } from '../../app/environment.ts'
import { useWords } from '../hooks/use-words.ts'
import { ExternalLink } from '../parts/external-link.tsx'

const names = { dual: 'tab.dual', staking: 'staking.title' } as const

export interface AboutProps {
  env: Pick<Environment, 'version' | 'contracts' | 'source'>
}

/** Who made this, under which license, in which version, and which contracts it calls. */
export function AboutSection({ env }: AboutProps) {
  const { t } = useWords()
  return (
    <section class="group about" aria-label={t('about.title')}>
      <h2>{t('about.title')}</h2>
      <p class="note">
        {t('about.independent')}
        {env.source !== undefined && (
          <>
            {' '}
            <ExternalLink href={env.source}>{t('about.source')}</ExternalLink>
          </>
        )}
      </p>
      <p class="note">{t('welcome.safe')}</p>
      <dl class="details">
        {env.version !== undefined && (
          <>
            <dt>{t('about.version')}</dt>
            <dd>{env.version}</dd>
          </>
        )}
        {env.contracts?.map(({ programme, id, url }) => (
          <div key={programme}>
            <dt>{t('about.contract', { program: t(names[programme]) })}</dt>
            <dd class="wrap">
              <code>{id}</code>{' '}
              {url !== null && <ExternalLink href={url}>{t('about.explorer')}</ExternalLink>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
