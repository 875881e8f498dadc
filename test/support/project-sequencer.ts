import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files of one project run one after another, because a worker starts again for the next project;
 * those that take longest come first, so that no worker is left alone with one at the end.
 */
export class ProjectSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = this.ctx.projects.map(({ name }) => name)
    const sorted = await super.sort(files)
    return sorted.toSorted(
      (one, other) => order.indexOf(one.project.name) - order.indexOf(other.project.name),
    )
  }
}
