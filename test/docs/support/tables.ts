import { commandNames, findCommand } from '../../../src/cli/commands';
import { problems } from '../../../src/openapi';
import { ruleGroups, rules } from '../../../src/openapi/gateway/rules';
import { newerKeywords } from '../../../src/openapi/gateway/rules/newer-keywords';
import type { Rule } from '../../../src/openapi/gateway/rules/rule';
import { unservablePaths } from '../../../src/openapi/gateway/rules/unservable-paths';
import { describeKind } from './diagnostics';
import { featureHead, featureRows } from './feature-table';
import { type DeclaredOption, readOptions } from './project-options';

/** The parts of the guide that are made of the code, by their names in the pages. */
export function makeTables(): ReadonlyMap<string, string> {
  const options = [...readOptions()].map(([name, members]): [string, string] => [name, optionsTable(members)]);
  const commands = commandNames()
    .filter(hasOptions)
    .map((name): [string, string] => [`command ${name}`, commandTable(name)]);
  const gateway = ruleGroups.map((group): [string, string] => [`gateway ${group.title}`, rulesTable(group.rules)]);
  const features = [...featureRows()].map(([name, rows]): [string, string] => [name, table(featureHead, rows)]);
  return new Map([...options, ...commands, ...gateway, ...features, ['diagnostics', diagnosticsTable()]]);
}

/** Puts the tables into a page, between `<!-- table: NAME -->` and `<!-- end -->`. */
export function fillTables(text: string, tables: ReadonlyMap<string, string>): string {
  return text.replace(
    /(<!-- table: (.+?) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const table = tables.get(name);
      if (table === undefined)
        throw new Error(`there is no table '${name}'; there are ${[...tables.keys()].join(', ')}`);
      return `${start}\n${table}\n\n${end}`;
    },
  );
}

function optionsTable(options: readonly DeclaredOption[]): string {
  const rows = options.map(({ name, type, required, description, defaultValue }) => [
    `\`${name}\``,
    `\`${type}\``,
    description,
    required ? 'required' : defaultOf(defaultValue),
  ]);
  return table(['option', 'type', 'what', 'default'], rows);
}

function defaultOf(text: string): string {
  return text.startsWith('- ') ? text.slice(2) : `\`${text}\``;
}

function hasOptions(command: string): boolean {
  return (findCommand(command)?.options ?? []).length > 0;
}

function commandTable(name: string): string {
  const rows = (findCommand(name)?.options ?? []).map(([option, meaning]) => [`\`${option}\``, meaning]);
  return table(['option', 'what'], rows);
}

/** Every kind of diagnostic, with the words of the message in which the parts that vary stand in ‹›. */
function diagnosticsTable(): string {
  const ofRules = rules.flatMap(({ diagnostics = {} }) => Object.values(diagnostics));
  const found = [...Object.values(problems), ...ofRules].map(describeKind);
  const order = ['error', 'warning', 'info'];
  const sorted = found.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const rows = sorted.map(({ code, severity, message }) => [`\`${code}\``, severity, message]);
  return table(['code', 'severity', 'message'], rows);
}

/** What API Gateway does with each part of OpenAPI, and who checks it. */
function rulesTable(group: readonly Rule[]): string {
  const rows = group.map(({ feature, gateway, answer, checkedBy, diagnostics = {}, segments, keywords }) => {
    // What rules for segments and keywords find is reported by one of them for all.
    const shared = [segments && unservablePaths, keywords && newerKeywords].flatMap((rule) =>
      rule?.diagnostics === undefined ? [] : [rule.diagnostics],
    );
    const found = [diagnostics, ...shared].flatMap((kinds) => Object.values(kinds)).map(describeKind);
    const told = [...new Set(found.map(({ code, severity }) => `\`${code}\` (${severity})`))];
    return [feature, gateway, answer, checkedBy, told.join(', ')];
  });
  return table(['in the model', 'API Gateway', 'here', 'checked by', 'told'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
