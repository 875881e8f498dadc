import { measureLighthouse } from './measure/measure-lighthouse.ts'
import { measurePageViews } from './measure/measure-page-views.ts'
import { measureScale } from './measure/measure-scale.ts'
import { measureSizes } from './measure/measure-sizes.ts'

const usage = `Usage: npm run measure -- sizes [NAME] | page-views | lighthouse | scale
Measures the widgets, or calculates what many participants take, and writes the figures into their
pages of the docs.`

const measurements: Record<string, (argument?: string) => Promise<boolean>> = {
  sizes: measureSizes,
  'page-views': measurePageViews,
  lighthouse: measureLighthouse,
  scale: measureScale,
}

const [name = '', argument] = process.argv.slice(2)
const measurement = measurements[name]
if (measurement === undefined) {
  console.error(usage)
  process.exitCode = 2
} else process.exitCode = (await measurement(argument)) ? 0 : 1
