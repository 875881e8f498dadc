/** Rows of SECURITY.md without a mutation, by their threat, and why. */
export const exceptions: Readonly<Record<string, string>> = {
  'Text typed into the panel exchanged, keys heard':
    'the browser keeps two documents apart; no line of ours does',
  'A page that is told the panel’s address, in Firefox':
    'Firefox itself tells a page nothing of a frame that a content script has put there',
  'Another file in the place of the widget': 'the browser compares the hash',
  'Code in the release that no one reviewed':
    'its test makes two whole releases, for which a copy of the sources is not enough',
}
