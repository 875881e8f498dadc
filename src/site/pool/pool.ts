import { poolOptions } from './options.ts'

// The page of pools, to which referral links lead: what the address says becomes the element's attributes, as far as it is harmless.
const pool = document.getElementById('pool')!
const options = poolOptions(new URLSearchParams(location.search))
for (const [name, value] of Object.entries(options)) pool.setAttribute(name, value)
document.getElementById('referred')!.hidden = options['referrer'] === undefined
