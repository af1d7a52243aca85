import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import { restApiProps } from '../../construct-api';
import { firstParagraph } from '../../infrastructure/documentation';
import { printDocstring } from '../docstring';
import { brackets, pythonFile, suite } from '../source';
import { keywordsOf } from './construct-props';
import { byOperationId, construct, operationConfig, path, typeSafeApiIntegration, typeSafeRestApi } from './symbols';

/** `api.py`: the construct that an app instantiates. */
export function emitApi({ description }: Service): SourceFile {
  const file = pythonFile('api');
  file.declare('Api');
  const keywords = keywordsOf(restApiProps, new Set(['specPath', 'integrations']));
  file.print(code``);
  suite(file, code`class Api(${typeSafeRestApi}):`, () => {
    const about = description === undefined ? '' : `\n\n${firstParagraph(description)}`;
    // Neither title nor version: another version of the model is no other code.
    printDocstring(file, { text: `The API of the model on API Gateway.${about}` }, 4);
    file.blank();
    const parameters = [
      code`self`,
      code`scope: ${construct}`,
      code`id: str`,
      code`*`,
      code`integrations: ${operationConfig}[${typeSafeApiIntegration}]`,
      ...keywords.map(({ parameter }) => parameter),
    ];
    suite(file, brackets('def __init__(', parameters, ') -> None:', 4), () => {
      const text = 'Makes the API; all but its integrations has a default.';
      printDocstring(file, { text }, 8, [...ownDocs, ...keywords.map(({ doc }) => doc)]);
      const args = [
        code`scope`,
        code`id`,
        code`spec_path=str(${path}(__file__).with_name("assets") / "gateway.json")`,
        code`integrations=${byOperationId}(integrations)`,
        ...keywords.map(({ name }) => code`${name}=${name}`),
      ];
      file.print(brackets('super().__init__(', args, ')', 8));
    });
  });
  return file;
}

const ownDocs = [
  { name: 'scope', text: 'The construct that the API is a part of.' },
  { name: 'id', text: 'The id of the API, unique in the scope.' },
  { name: 'integrations', text: 'What answers each operation.' },
];
