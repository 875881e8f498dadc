import { createEngine } from '../engine.ts'
import { calculate, type Answer, type Question } from './calculate.ts'

export const startEngine = () =>
  createEngine<Question, Answer>(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    calculate,
  )
