import { isSuccessStatus } from '../../shared/streaming-media-types';
import type { Operation, Parameter, Response, ResponseHeader } from '../model/service';
import type { ShapeOf } from '../model/shape';
import { kindOfMediaType } from '../read/media-types';

/** The parameters of an operation as one structure, by their keys. */
export function parametersShape({ parameters }: Operation): ShapeOf<'structure'> {
  return structureOf(parameters.map((parameter) => ({ ...parameter, name: parameter.key })));
}

/** The headers of a response as one structure, by their names. */
export function headersShape({ headers }: Response): ShapeOf<'structure'> {
  return structureOf(headers);
}

/** A header of a response is written as one of a request. */
export function asParameter(header: ResponseHeader): Parameter {
  return { ...header, key: header.name, location: 'header', style: 'simple', pointer: '' };
}

/** True for a parameter whose text is JSON. */
export function isJsonParameter({ mediaType }: Pick<Parameter, 'mediaType'>): boolean {
  return mediaType !== undefined && kindOfMediaType(mediaType) === 'json';
}

/** The responses that say that all went well. Without one in the model, the default response. */
export function successesOf({ responses }: Operation): readonly Response[] {
  const successes = responses.filter(({ status }) => isSuccessStatus(String(status)));
  return successes.length > 0 ? successes : responses.filter(({ status }) => status === 'default');
}

/** Parameters and headers go one way, whatever their schemas say of others. */
function structureOf(
  members: readonly Pick<Parameter, 'name' | 'required' | 'shape' | 'description' | 'deprecated'>[],
) {
  const shapes = members.map(({ name, required, shape, description, deprecated }) => ({
    name,
    required,
    shape: {
      ...shape,
      ...(description === undefined ? {} : { description }),
      ...(deprecated === undefined ? {} : { deprecated }),
      readOnly: false,
      writeOnly: false,
    },
  }));
  return { kind: 'structure', members: shapes, additional: { kind: 'any' } } as const;
}
