import { foreignName } from '../../words/foreign-name.ts'
import { useWords } from '../hooks/use-words.ts'

/** A name that a page has chosen, marked as the page's, whatever direction its script has. */
export function ForeignName({ name }: { name: string }) {
  const { t } = useWords()
  const shown = foreignName(name)
  return <bdi>{shown === null ? t('foreign.none') : t('foreign.page', { name: shown })}</bdi>
}
