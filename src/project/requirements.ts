import { FileBase, type IResolver, type Project } from 'projen';

/**
 * Requirements of pip, of which those that were added take the place of others with the same name.
 *
 * @throws Error for what pip would not take, such as `cdk-nag@^2`
 */
export function mergeRequirements(ours: readonly string[], added: readonly string[]): string[] {
  const byName = new Map(ours.map((requirement) => [requiredName(requirement), requirement]));
  for (const requirement of added) byName.set(requiredName(requirement), requirement);
  return [...byName.values()];
}

/** What a requirement names, as names are compared: https://packaging.python.org/en/latest/specifications/name-normalization/ */
export function requiredName(requirement: string): string {
  const name = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\]\s*)?(?=$|[<>=!~;(]|@\s*[a-z]+:)/.exec(
    requirement,
  )?.[1];
  if (name !== undefined) return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
  throw new Error(`'${requirement}' is not a requirement as pip writes it; write 'cdk-nag>=2,<3', for example`);
}

/** `requirements.txt`: what the environment of a workspace consists of. */
export class RequirementsFile extends FileBase {
  private readonly added: string[] = [];

  /**
   * @param local paths of what is installed from this workspace, relative to the project
   * @param ours what comes from a registry
   */
  constructor(
    project: Project,
    private readonly local: readonly string[],
    private readonly ours: readonly string[],
  ) {
    super(project, 'requirements.txt');
  }

  /** Adds requirements, or replaces those of the same name. */
  public add(requirements: readonly string[]): void {
    mergeRequirements(this.ours, requirements);
    this.added.push(...requirements);
  }

  protected synthesizeContent(_: IResolver): string {
    const head = this.marker === undefined ? [] : [`# ${this.marker}`];
    return `${[...head, ...this.local, ...mergeRequirements(this.ours, this.added)].join('\n')}\n`;
  }
}
