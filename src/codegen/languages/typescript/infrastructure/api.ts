import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import { firstParagraph } from '../../infrastructure/documentation';
import { printDoc, typeScriptFile } from '../source';
import {
  construct,
  operationConfig,
  resolvePath,
  typeSafeApiIntegration,
  typeSafeRestApi,
  typeSafeRestApiProps,
} from './symbols';

/** `api.ts`: the construct that an app instantiates. */
export function emitApi({ description }: Service): SourceFile {
  const file = typeScriptFile('api');
  file.declare('Api', 'ApiProps');
  printDoc(file, { text: 'How to answer the operations, and what else TypeSafeRestApi can be told.' });
  const generated = `'specPath' | 'integrations'`;
  file.block(code`export interface ApiProps extends Omit<${typeSafeRestApiProps}, ${generated}> {`, '}', () => {
    printDoc(file, { text: 'What answers each operation.' });
    file.line`readonly integrations: ${operationConfig}<${typeSafeApiIntegration}>;`;
  });
  file.blank();
  const about = description === undefined ? '' : `\n\n${firstParagraph(description)}`;
  // Neither title nor version: with them, everything that uses the construct would be compiled again.
  printDoc(file, { text: `The API of the model on API Gateway.${about}` });
  file.block(code`export class Api extends ${typeSafeRestApi} {`, '}', () => {
    file.block(code`constructor(scope: ${construct}, id: string, props: ApiProps) {`, '}', () => {
      file.block(code`super(scope, id, {`, '});', () => {
        file.line`...props,`;
        file.line`specPath: ${resolvePath}(__dirname, '../assets/gateway.json'),`;
        file.line`integrations: { ...props.integrations },`;
      });
    });
  });
  return file;
}
