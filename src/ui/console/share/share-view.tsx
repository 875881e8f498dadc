import { useState } from 'preact/hooks'
import { readAddLink, writeAddLink } from '../../../app/dual-stacking/programme/add-link.ts'
import { embedCode } from '../../../app/dual-stacking/programme/embed-code.ts'
import { keeperConfigText } from '../../../app/dual-stacking/programme/keeper-config-text.ts'
import { readSharePage } from '../../../app/dual-stacking/programme/share-page.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Card } from '../../parts/card.tsx'
import { FullAddress } from '../../parts/full-address.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { CopyText } from './copy-text.tsx'
import { QrCode } from './qr-code.tsx'

interface ShareViewProps {
  deployment: Deployment
  /** The page that hands programmes over, where one is known. */
  page: string | null
  /** Of the npm package. */
  version: string
}

/** The link to a page's typed address; null while it is none that would be followed. */
function linkTo(typed: string, deployment: Deployment): string | null {
  const page = readSharePage(typed)
  const link = page === null ? null : writeAddLink(page, deployment)
  return link !== null && readAddLink(link) ? link : null
}

/** What the operator of a programme gives to holders, to partners and to a keeper. */
export function ShareView({ deployment, page, version }: ShareViewProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(page ?? '')
  const link = linkTo(typed, deployment)
  const isWrong = typed.trim() !== '' && link === null
  const wrong = deployment.network === 'devnet' ? 'share.page.notLocal' : 'share.page.bad'
  return (
    <div class="stack">
      <p>
        {t(`network.${deployment.network}`)} <FullAddress address={deployment.contract} copy />
      </p>
      <Card title={t('share.link')}>
        <div class="stack">
          <p>{t('share.link.what')}</p>
          <TextField
            label={t('share.page')}
            value={typed}
            onInput={setTyped}
            hint={t('share.page.hint')}
            error={isWrong ? t(wrong) : null}
          />
          {link !== null && (
            <>
              <CopyText text={link} name={t('share.link.name')} />
              <QrCode text={link} title={t('share.qr')} />
            </>
          )}
        </div>
      </Card>
      <Card title={t('share.widget')}>
        <div class="stack">
          <p>{t('share.widget.what')}</p>
          <CopyText text={embedCode(deployment, version)} name={t('share.widget.name')} />
          {link !== null && (
            <p>
              <a href={builderOf(link)} target="_blank" rel="noreferrer">
                {t('share.builder')}
              </a>
            </p>
          )}
        </div>
      </Card>
      <Card title={t('share.keeper')}>
        <div class="stack">
          <p>{t('share.keeper.what')}</p>
          <CopyText text={keeperConfigText(deployment)} name={t('share.keeper.name')} />
        </div>
      </Card>
    </div>
  )
}

/** The builder lies beside the page that hands a programme over, and takes the same link. */
function builderOf(link: string): string {
  const builder = new URL('index.html', link)
  builder.hash = new URL(link).hash
  return builder.href
}
