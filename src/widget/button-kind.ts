/**
 * Attributes of a button that a widget wants pressed, or of a plain one beside it: a page can style
 * them apart.
 */
export const buttonKind = (isPlain: boolean) => ({
  type: 'button',
  class: isPlain ? 's' : null,
  part: isPlain ? 'button secondary' : 'button primary',
})
