import { parseArgs } from 'node:util'
import { KeeperRefusal } from './keeper-refusal.ts'
import { runKeeperCommand, type KeeperCommand } from './run-keeper-command.ts'
import { createSpeaker } from './speak.ts'

/** `npx twinstack keeper`: see docs/keeper.md. */
const speaker = createSpeaker(process.env)

const readCommand = (words: string[]): KeeperCommand | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        config: { type: 'string', default: 'keeper.yaml' },
        cycles: { type: 'string', default: '2' },
        live: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
      },
    })
    const [keeper, check, ...more] = positionals
    const isCheck = check === 'check'
    if (keeper !== 'keeper' || more.length > 0 || (check !== undefined && !isCheck))
      return undefined
    if (!/^\d{1,3}$/.test(values.cycles)) return undefined
    return { ...values, isCheck, cycles: Number(values.cycles) }
  } catch {
    return undefined
  }
}

const command = readCommand(process.argv.slice(2))
if (command === undefined) {
  console.error(speaker.say({ word: 'keeper.usage' }))
  process.exitCode = 2
} else {
  try {
    process.exitCode = await runKeeperCommand(command, speaker)
  } catch (failure) {
    if (failure instanceof KeeperRefusal)
      for (const sentence of failure.sentences) console.error(speaker.say(sentence))
    else {
      const name = failure instanceof Error ? failure.name : typeof failure
      console.error(speaker.say({ word: 'keeper.failed', values: { name } }))
      console.error(failure instanceof Error ? failure.stack : failure)
    }
    process.exitCode = failure instanceof KeeperRefusal ? 2 : 1
  }
}
