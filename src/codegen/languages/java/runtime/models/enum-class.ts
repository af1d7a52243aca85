import { NameScope, wordsOf } from '../../../../emit/names';
import type { SourceFile } from '../../../../emit/source-file';
import { type Code, code } from '../../../../emit/symbol';
import { printDoc } from '../../javadoc';
import { method, quote } from '../../source';
import { legalName } from './names';
import { imported } from './symbols';

/** Prints an enum of texts. */
export function printEnum(file: SourceFile, name: string, values: readonly string[], implementing: Code): void {
  const constants = constantsOf(values);
  file.block(code`public enum ${name}${implementing} {`, '}', () => {
    const items = [...constants].map(([value, constant]) => `${constant}(${quote(value)})`);
    file.printText(...items.map((item, index) => item + (index === items.length - 1 ? ';' : ',')));
    file.blank();
    file.printText('private final String value;');
    file.blank();
    method(file, code`${name}(String value)`, ['this.value = value;']);
    file.blank();
    printDoc(file, { text: 'The value on the wire.' });
    file.line`@${imported.value}`;
    method(file, 'public String value()', ['return value;']);
    file.blank();
    printDoc(file, {
      text: 'The constant of a value on the wire.',
      tags: ['@throws IllegalArgumentException if there is none'],
    });
    file.line`@${imported.creator}(mode = ${imported.creator}.Mode.DELEGATING)`;
    file.block(code`public static ${name} of(String value) {`, '}', () => {
      file.block(code`for (${name} each : values()) {`, '}', () => {
        file.line`if (each.value.equals(value)) return each;`;
      });
      file.line`throw new IllegalArgumentException(${quote(`${name} has no value `)} + value);`;
    });
    file.blank();
    file.line`@Override`;
    method(file, 'public String toString()', ['return value;']);
  });
}

/** The constant of each value: `NOT_FOUND` for `notFound`. */
export function constantsOf(values: readonly string[]): ReadonlyMap<string, string> {
  const scope = new NameScope();
  return new Map(values.map((value) => [value, scope.claim(constantName(value))]));
}

function constantName(value: string): string {
  if (value === '') return 'EMPTY';
  const sign = /^[-+]\d/.test(value) ? (value.startsWith('-') ? 'MINUS_' : 'PLUS_') : '';
  return legalName(`${sign}${wordsOf(value).join('_').toUpperCase()}`) || 'VALUE';
}
