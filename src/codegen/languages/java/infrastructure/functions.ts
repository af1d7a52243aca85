import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { handlerFunctionProps } from '../../construct-api';
import { operationDoc } from '../../infrastructure/documentation';
import type { OperationFunction } from '../../infrastructure/handler-functions';
import { printDoc } from '../javadoc';
import { call, javaFile, method, quote } from '../source';
import { emitConstructBuilder, emitOptions, emitPropsBuilder } from './options';
import { construct, constructs, consumer, list } from './symbols';

/** What generated code gives. */
const generated = ['operation', 'language', 'directory', 'source', 'bundle'];

const options = {
  name: 'FunctionOptions',
  props: 'FunctionProps',
  about: 'What the function of a handler can be told.',
  of: constructs.handlerFunctionProps,
  methods: handlerFunctionProps.filter(({ name }) => !generated.includes(name)),
};

const settings = code`${list}<${consumer}<${constructs.handlerFunctionProps}.Builder>>`;

/** `FunctionOptions`: what the builders of functions and of their props have in common. */
export function emitFunctionOptions(javaPackage: string): SourceFile {
  return emitOptions(javaPackage, options, (file) => {
    file.line`FunctionOptions() {}`;
    file.blank();
    method(file, code`final FunctionProps props()`, [code`return new FunctionProps(settings());`]);
  });
}

/** `FunctionProps`: how a function is configured. */
export function emitFunctionProps(javaPackage: string): SourceFile {
  const file = javaFile(javaPackage, 'FunctionProps');
  const props = constructs.handlerFunctionProps;
  printDoc(file, { text: 'How the function of a handler is configured; all of it has a default.' });
  file.block(code`public final class FunctionProps {`, '}', () => {
    file.line`private final ${settings} settings;`;
    file.blank();
    method(file, code`FunctionProps(${settings} settings)`, [code`this.settings = settings;`]);
    file.blank();
    printDoc(file, { text: 'Starts with the defaults.' });
    method(file, code`public static Builder builder()`, [code`return new Builder();`]);
    file.blank();
    const signature = code`${props} toHandlerProps(String operation, String language, String source, String bundle)`;
    method(file, signature, [
      code`${props}.Builder props = ${props}.builder();`,
      code`for (${consumer}<${props}.Builder> setting : settings) setting.accept(props);`,
      code`props.operation(operation).language(language).source(source).bundle(bundle).directory("");`,
      code`// Code of the user's own is in no folder of the API.`,
      code`if (props.build().getCode() != null) return props.build();`,
      code`return props.directory(ApiDirectory.find(operation, source, bundle).toString()).build();`,
    ]);
    file.blank();
    emitPropsBuilder(file, options);
  });
  return file;
}

/** A Lambda function of an operation that has a handler. */
export function emitFunction(each: OperationFunction, name: string, javaPackage: string): SourceFile {
  const { operation, language, source, bundle } = each;
  const file = javaFile(javaPackage, name);
  const { text = '', deprecated } = operationDoc(operation);
  printDoc(file, { text: `Runs \`${source}\`.\n\n${text}`, deprecated });
  file.block(code`public class ${name} extends ${constructs.handlerFunction} {`, '}', () => {
    printDoc(file, { text: 'Adds the function to a stack, with the defaults.' });
    method(file, code`public ${name}(${construct} scope, String id)`, [
      code`this(scope, id, FunctionProps.builder().build());`,
    ]);
    file.blank();
    printDoc(file, { text: 'Adds the function to a stack.' });
    const args = [operation.id, language, source, bundle].map((text) => code`${quote(text)}`);
    const parameters = [code`${construct} scope`, code`String id`, code`FunctionProps props`];
    method(file, call(code`public ${name}`, parameters, code``, 4), [
      call(code`super(scope, id, props.toHandlerProps`, args, code`);`, 4),
    ]);
    file.blank();
    emitConstructBuilder(file, name, options);
  });
  return file;
}
