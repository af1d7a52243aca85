import { isSuccessStatus } from '../../shared/streaming-media-types';
import type { Operation, Parameter, Response, ResponseHeader } from '../model/service';
import type { Shape, ShapeOf } from '../model/shape';
import { kindOfMediaType } from '../read/media-types';

/** The parameters of an operation as one structure, by their keys. */
export function parametersShape({ parameters }: Operation): ShapeOf<'structure'> {
  const found = shapesOfParameters.get(parameters) ?? structureOf(parameters, ({ key }) => key);
  shapesOfParameters.set(parameters, found);
  return found;
}

/** Types and checks are made of one shape, so that what is found out of it is found out once. */
const shapesOfParameters = new WeakMap<readonly Parameter[], ShapeOf<'structure'>>();

/** The headers of a response as one structure, by their names. */
export function headersShape({ headers }: Response): ShapeOf<'structure'> {
  return structureOf(headers, ({ name }) => name);
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

type Carrier = Pick<Parameter, 'required' | 'shape' | 'description' | 'deprecated'>;

function structureOf<Each extends Carrier>(
  carriers: readonly Each[],
  nameOf: (carrier: Each) => string,
): ShapeOf<'structure'> {
  const members = carriers.map((carrier) => ({
    name: nameOf(carrier),
    required: carrier.required,
    shape: shapeOf(carrier),
  }));
  return { kind: 'structure', members, additional: { kind: 'any' } };
}

/** What is said of a parameter or header is said of its shape. They go one way, whatever their schemas say of others. */
function shapeOf({ shape, description, deprecated }: Carrier): Shape {
  const isAsIs = description === undefined && deprecated === undefined && !shape.readOnly && !shape.writeOnly;
  if (isAsIs) return shape;
  return {
    ...shape,
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
    readOnly: false,
    writeOnly: false,
  };
}
