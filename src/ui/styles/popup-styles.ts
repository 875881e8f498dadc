import base from './base.css?inline'
import popup from './popup.css?inline'
import tokens from './tokens.css?inline'

/** Styles of the popup, in order, for `adoptStyles`; every other page's begin with them. */
export const popupStyles: readonly string[] = [tokens, base, popup]
