import type { KeeperSentence } from './speak.ts'

/** Why the keeper does not start: sentences for whoever started it. Nothing was signed. */
export class KeeperRefusal extends Error {
  readonly sentences: readonly KeeperSentence[]

  constructor(...sentences: KeeperSentence[]) {
    super(sentences.map(({ word }) => word).join(' '))
    this.sentences = sentences
  }
}
