import { define } from '../shared/diagnostics';
import { didYouMean } from '../shared/did-you-mean';

/** What can be wrong with `x-paginated`. */
export const paginationProblems = {
  invalidPagination: define<{ example: string }>(
    'invalid-pagination',
    'error',
    ({ example }) => `'x-paginated' must say where the tokens of pages are; write '${example}'`,
  ),
  unpageableOperation: define<{ reason: string }>(
    'unpageable-operation',
    'error',
    ({ reason }) => `pages are of an operation with one success, which is one media type of JSON, but ${reason}`,
  ),
  unknownPageInput: define<{ field: string; name: string; known: readonly string[] }>(
    'unknown-page-member',
    'error',
    ({ field, name, known }) =>
      `'${field}' is '${name}', but no parameter is called so, and no member of a required JSON body${didYouMean(name, known, known.length === 0 ? 'declare one' : `use one of ${known.join(', ')}`)}`,
  ),
  unknownPageOutput: define<{ field: string; name: string; known: readonly string[] }>(
    'unknown-page-member',
    'error',
    ({ field, name, known }) =>
      `'${field}' is '${name}', which is not declared in the response${didYouMean(name, known, known.length === 0 ? 'declare it there' : `use one of ${known.join(', ')}, or a member of them, after a dot`)}`,
  ),
  unsuitablePageMember: define<{ field: string; name: string; want: string }>(
    'unsuitable-page-member',
    'error',
    ({ field, name, want }) =>
      `'${field}' must be ${want}, which '${name}' is not; name another one, or correct its schema`,
  ),
} as const;
