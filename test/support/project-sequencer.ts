import { readFileSync } from 'node:fs'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The environment that a file asks for in a comment. */
const environmentOf = (path: string): string =>
  /@vitest-environment (\S+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? ''

/**
 * Files of one project and environment run one after another, because a worker starts again for the
 * next one; those that take longest come first, so that no worker is left alone with one at the
 * end.
 */
export class ProjectSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = this.ctx.projects.map(({ name }) => name)
    const sorted = await super.sort(files)
    const environments = new Map(sorted.map((file) => [file, environmentOf(file.moduleId)]))
    return sorted.toSorted(
      (one, other) =>
        order.indexOf(one.project.name) - order.indexOf(other.project.name) ||
        environments.get(one)!.localeCompare(environments.get(other)!),
    )
  }
}
