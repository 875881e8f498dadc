import { createWords } from '../../words/create-words.ts'
import { loadStart } from '../../words/load.ts'
import { loadLanguage } from './load-language.ts'

/**
 * Says in place of a view that the browser does not let the extension read what it keeps, as after
 * its profile was damaged. The setting of the language cannot be read either.
 */
export async function showUnreadableStorage(place: HTMLElement): Promise<void> {
  const { locale, catalogue } = await loadLanguage('auto', loadStart)
  const { t } = createWords(locale, catalogue, 'sats')
  const sentence = place.ownerDocument.createElement('p')
  sentence.className = 'error'
  sentence.setAttribute('role', 'alert')
  sentence.style.padding = '16px'
  sentence.textContent = t('storage.unreadable')
  place.replaceChildren(sentence)
}
