import base from './base.css?inline'
import charts from './charts.css?inline'
import console from './console.css?inline'
import guide from './guide.css?inline'
import panel from './panel.css?inline'
import popup from './popup.css?inline'
import statement from './statement.css?inline'
import tokens from './tokens.css?inline'

/** Styles of the popup, in order, for `adoptStyles`. */
export const popupStyles: readonly string[] = [tokens, base, charts, popup]

/** Styles of the console. */
export const consoleStyles: readonly string[] = [...popupStyles, console]

/** Styles of the welcome page. */
export const guideStyles: readonly string[] = [...popupStyles, guide]

/** Styles of the page of yearly statements. */
export const statementStyles: readonly string[] = [...popupStyles, statement]

/** Styles of the panel on a page. */
export const panelStyles: readonly string[] = [...popupStyles, panel]
