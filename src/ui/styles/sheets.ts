import tokens from '../tokens.css?inline'
import base from './base.css?inline'
import charts from './charts.css?inline'
import panel from './panel.css?inline'
import popup from './popup.css?inline'

/** Styles of the popup, in order, for `adoptStyles`. */
export const popupStyles: readonly string[] = [tokens, base, charts, popup]

/** The same on a page, in a shadow root. */
export const panelStyles: readonly string[] = [...popupStyles, panel]
