import tokens from '../tokens.css?inline'
import base from './base.css?inline'
import charts from './charts.css?inline'
import popup from './popup.css?inline'

/** Styles of popup and panel, in order, for `adoptStyles`. */
export const popupStyles: readonly string[] = [tokens, base, charts, popup]
