import { isOutput, outputs, type Output } from './build/outputs.ts'

/**
 * `npm run build`: everything, or only the outputs named: `npm run build -- extension demo-wallet`.
 * What ships goes to dist/, the rest to build/.
 */
process.env['NODE_ENV'] = 'production'
const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'))
const wrong = wanted.find((name) => !isOutput(name))
if (wrong) {
  console.error(
    `There is no output named ${wrong}: choose from ${Object.keys(outputs).join(', ')}.`,
  )
  process.exit(1)
}
const chosen = wanted.length > 0 ? wanted.filter(isOutput) : (Object.keys(outputs) as Output[])
const started = performance.now()
for (const name of chosen) await outputs[name]()
console.log(`Built ${chosen.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`)
