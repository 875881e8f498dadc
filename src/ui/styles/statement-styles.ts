import { popupStyles } from './popup-styles.ts'
import { screenStyles } from './screen-styles.ts'
import statement from './statement.css?inline'

/** Styles of the page of yearly statements. */
export const statementStyles: readonly string[] = [...popupStyles, ...screenStyles, statement]
