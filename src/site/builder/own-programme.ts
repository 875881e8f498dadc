import { readAddLink, readProgrammeHash } from '../../app/dual-stacking/programme/add-link.ts'
import type { ProgrammeTarget } from '../../app/dual-stacking/programme/programme-target.ts'
import type { Locale } from '../../words/locales.ts'

interface OwnProgrammeField {
  /** Takes the link that an operator gives. */
  input: HTMLInputElement
  /** Where the programme's card is shown. */
  place: HTMLElement
  /** The network to calculate for, as the widget's attribute names it; null: the usual ones. */
  choose(network: string | null): void
}

/**
 * Lets the builder calculate for a programme of anyone's own: the one that its address names after
 * `#`, or the one of a link that is pasted.
 */
export function createOwnProgramme({ input, place, choose }: OwnProgrammeField) {
  let target: ProgrammeTarget | null = null

  function take(next: ProgrammeTarget | null): void {
    target = next
    place.hidden = target === null
    choose(target && `${target.network}/${target.contract}`)
  }

  return {
    /** Follows what is typed; whether it is a link, or nothing. */
    follow(): boolean {
      take(readAddLink(input.value))
      return target !== null || input.value.trim() === ''
    },
    /** Begins with the programme that the page's own address names, if it names one. */
    begin({ hash, href }: Pick<Location, 'hash' | 'href'>, local: string | null): void {
      const named = readProgrammeHash(hash, local)
      if (named === null) return
      input.value = href.replace(/[^/]*#/, 'add.html#')
      take(named)
    },
    /** Shows the card in a language, with code that is loaded then. */
    async show(locale: Locale): Promise<void> {
      if (target === null) return
      const { showOwnProgramme } = await import('./own-programme-card.tsx')
      await showOwnProgramme(place, target, locale)
    },
  }
}
