import type { LanguageName } from '../../shared/workspace';
import type { Infrastructure, InfrastructureProps } from './infrastructure';
import { javaInfrastructure } from './java';
import { pythonInfrastructure } from './python';
import { typescriptInfrastructure } from './typescript';

export type { Infrastructure, InfrastructureSteps, LanguageWorkspaces } from './infrastructure';

/** What makes the infrastructure of an API, by its language. */
export const infrastructures: Readonly<Record<LanguageName, (props: InfrastructureProps) => Infrastructure>> = {
  typescript: typescriptInfrastructure,
  python: pythonInfrastructure,
  java: javaInfrastructure,
};
