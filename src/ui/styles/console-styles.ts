import { popupStyles } from './popup-styles.ts'
import console from './console.css?inline'

/** Styles of the console. */
export const consoleStyles: readonly string[] = [...popupStyles, console]
