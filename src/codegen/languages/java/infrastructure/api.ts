import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Service } from '../../../model/service';
import { restApiProps } from '../../construct-api';
import { firstParagraph } from '../../infrastructure/documentation';
import { printDoc } from '../javadoc';
import { call, javaFile, method } from '../source';
import { emitConstructBuilder, emitOptions, emitPropsBuilder } from './options';
import { construct, constructs, consumer, list } from './symbols';

/** What generated code gives. */
const generated = ['specPath', 'integrations'];

const options = {
  name: 'ApiOptions',
  props: 'ApiProps',
  about: 'What an `Api` can be told.',
  of: constructs.typeSafeRestApiProps,
  methods: restApiProps.filter(({ name }) => !generated.includes(name)),
};

const integrations = code`OperationConfig<? extends ${constructs.typeSafeApiIntegration}>`;
const settings = code`${list}<${consumer}<${constructs.typeSafeRestApiProps}.Builder>>`;

/** `Api`: the construct that an app instantiates. */
export function emitApi({ description }: Service, javaPackage: string): SourceFile {
  const file = javaFile(javaPackage, 'Api');
  const about = description === undefined ? '' : `\n\n${firstParagraph(description)}`;
  printDoc(file, { text: `The API of the model on API Gateway.${about}` });
  file.block(code`public class Api extends ${constructs.typeSafeRestApi} {`, '}', () => {
    printDoc(file, { text: 'Adds the API to a stack.' });
    method(file, code`public Api(${construct} scope, String id, ApiProps props)`, [
      code`super(scope, id, props.toRestApiProps());`,
    ]);
    file.blank();
    emitConstructBuilder(file, 'Api', options);
  });
  return file;
}

/** `ApiOptions`: what the builders of the API and of its props have in common. */
export function emitApiOptions(javaPackage: string): SourceFile {
  return emitOptions(javaPackage, options, (file) => {
    file.line`private ${integrations} integrations;`;
    file.blank();
    file.line`ApiOptions() {}`;
    file.blank();
    printDoc(file, { text: 'What answers each operation.' });
    method(file, code`public B integrations(${integrations} integrations)`, [
      code`this.integrations = integrations;`,
      code`return self();`,
    ]);
    file.blank();
    file.block(code`final ApiProps props() {`, '}', () => {
      file.block(code`if (integrations == null) {`, '}', () => {
        file.print(call(code`throw new IllegalStateException`, [code`${missing}`], code`;`, 6));
      });
      file.line`return new ApiProps(integrations, settings());`;
    });
  });
}

const missing =
  '"\'integrations\' is missing; call integrations(...) with an OperationConfig or MockIntegrations.mockAll()"';

/** `ApiProps`: how to answer the operations, and what else the API can be told. */
export function emitApiProps(javaPackage: string): SourceFile {
  const file = javaFile(javaPackage, 'ApiProps');
  printDoc(file, { text: 'How to answer the operations, and what else an `Api` can be told.' });
  file.block(code`public final class ApiProps {`, '}', () => {
    file.line`private final ${integrations} integrations;`;
    file.line`private final ${settings} settings;`;
    file.blank();
    const parameters = [code`${integrations} integrations`, code`${settings} settings`];
    method(file, call(code`ApiProps`, parameters, code``, 4), [
      code`this.integrations = integrations;`,
      code`this.settings = settings;`,
    ]);
    file.blank();
    printDoc(file, { text: 'Starts with no props; `integrations` is the only one that is required.' });
    method(file, code`public static Builder builder()`, [code`return new Builder();`]);
    file.blank();
    method(file, code`${constructs.typeSafeRestApiProps} toRestApiProps()`, [
      code`${constructs.typeSafeRestApiProps}.Builder props = ${constructs.typeSafeRestApiProps}.builder();`,
      code`for (${consumer}<${constructs.typeSafeRestApiProps}.Builder> setting : settings) setting.accept(props);`,
      code`props.specPath(Resources.file("gateway.json").toString());`,
      code`return props.integrations(integrations.toMap()).build();`,
    ]);
    file.blank();
    emitPropsBuilder(file, options);
  });
  return file;
}
