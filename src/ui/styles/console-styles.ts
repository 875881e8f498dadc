import { popupStyles } from './popup-styles.ts'
import { screenStyles } from './screen-styles.ts'
import console from './console.css?inline'

/** Styles of the console. */
export const consoleStyles: readonly string[] = [...popupStyles, ...screenStyles, console]
