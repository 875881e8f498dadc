import charts from './charts.css?inline'
import screens from './screens.css?inline'

/** Styles that popup and panel lack until their further screens are loaded. */
export const screenStyles: readonly string[] = [charts, screens]
