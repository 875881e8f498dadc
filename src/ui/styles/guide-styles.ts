import { popupStyles } from './popup-styles.ts'
import { screenStyles } from './screen-styles.ts'
import guide from './guide.css?inline'

/** Styles of the welcome page. */
export const guideStyles: readonly string[] = [...popupStyles, ...screenStyles, guide]
