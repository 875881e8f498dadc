import { popupStyles } from './popup-styles.ts'
import panel from './panel.css?inline'

/** Styles of the panel on a page. */
export const panelStyles: readonly string[] = [...popupStyles, panel]
