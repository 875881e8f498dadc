import { choosePageLocale, translatePage } from '../translate-page.ts'
import { readPageOptions } from './page-options.ts'

// The page of pools, to which referral links lead: the options in the address become the element's
// attributes, as far as they are harmless.
const pool = document.getElementById('pool')!
const options = readPageOptions(new URLSearchParams(location.search))
for (const [name, value] of Object.entries(options)) pool.setAttribute(name, String(value))
document.getElementById('referred')!.hidden = options['referrer'] === undefined
document.documentElement.lang = choosePageLocale(options['locale'])
void translatePage()
